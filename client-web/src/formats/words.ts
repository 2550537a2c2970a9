// A format's facts in words.
import { t } from '../i18n/i18n.ts';
import type { Format, FormatPhase } from '../protocol.gen.ts';

export const people = ({ min_people, max_people }: Format) =>
  min_people === max_people
    ? t('formats.people_exactly', { count: min_people })
    : t('formats.people', { least: min_people, most: max_people });

/** "The consultants, in turn; passing is fine. The presenter listens." */
export function who(phase: FormatPhase, has_case: boolean): string {
  const words = [t(`formats.speakers_${has_case || phase.speakers !== 'in_turn' ? phase.speakers : 'everyone'}`)];
  if (phase.in_turns && phase.speakers !== 'in_turn') words.push(t('formats.one_each'));
  if (phase.may_pass) words.push(t('formats.may_pass'));
  if (has_case && phase.presenter === 'silent') words.push(t('formats.presenter_silent'));
  if (phase.presenter === 'silent' && !phase.advice) words.push(t('formats.no_advice'));
  return words.join(' ');
}
