// Yes / Late / No to one session.
import { useEffect, useState } from 'preact/hooks';
import { me } from '../app/me.ts';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import type { Answer, Session } from '../protocol.gen.ts';
import { answerOf } from './sessions.ts';

type Props = { group: string; session: Session; legend?: string; quiet?: boolean; class?: string };
export function AnswerChoice({ group, session, legend, quiet, class: extra }: Props) {
  const answer = useMutation('schedule.answer');
  const given = answerOf(session, me.value?.account.account ?? '');
  // What was pressed shows at once, until the group's own news of it is here.
  const [pressed, setPressed] = useState<Answer>();
  useEffect(() => {
    if (given === pressed) setPressed(undefined);
  }, [given, pressed]);
  const choose = async (wanted: Answer) => {
    setPressed(wanted);
    if (!(await answer.run({ group, session: session.session, answer: wanted }))) setPressed(undefined);
  };
  return (
    <div class={extra}>
      <Segmented
        legend={legend ?? t('schedule.will_you')}
        quiet={quiet}
        value={pressed ?? given}
        onChange={choose}
        options={[
          { value: 'yes', text: t('schedule.yes') },
          { value: 'late', text: t('schedule.late'), icon: 'clock' },
          { value: 'no', text: t('schedule.no'), icon: 'x' },
        ]}
      />
      <ErrorNote error={answer.error} />
    </div>
  );
}
