// Refusals in the words of this part of the program; the same codes mean other things elsewhere.
import { t } from '../i18n/i18n.ts';

export const caseErrors = (): Record<string, string> => ({
  attest_first: t('cases.error_attest_first'),
  session_over: t('cases.error_session_over'),
  not_presenter: t('cases.error_not_presenter'),
  already_submitted: t('cases.error_already_submitted'),
  identifiers_left: t('cases.error_identifiers_left'),
  answer_first: t('cases.error_answer_first'),
  away: t('cases.error_away'),
  shredded: t('cases.error_shredded'),
  your_own_case: t('cases.error_your_own_case'),
});
