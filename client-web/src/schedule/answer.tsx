// Yes / Late / No to one session, online where it has a place to come to, and a few words beside it.
import '../style/screens/schedule_answer.css';
import { useEffect, useState } from 'preact/hooks';
import { me } from '../app/me.ts';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { QuietLink, Sr } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import type { Answer, Session } from '../protocol.gen.ts';
import type { NoteForm } from './note_form.tsx';
import { answersOffered, givenBy } from './sessions.ts';

const icons = { yes: 'check', online: 'check', late: 'clock', no: 'x' } as const;

type Props = { group: string; session: Session; legend?: string; quiet?: boolean; class?: string };
export function AnswerChoice({ group, session, legend, quiet, class: extra }: Props) {
  const answer = useMutation('schedule.answer');
  const mine = givenBy(session, me.value?.account.account ?? '');
  const given = mine?.answer;
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
        options={answersOffered(session, given).map((value) => ({
          value,
          text: t(`schedule.${value}`),
          icon: icons[value],
        }))}
      />
      {given && (
        <NoteLine key={mine.note ?? ''} {...{ group, session, legend }} answer={given} note={mine.note ?? ''} />
      )}
      <ErrorNote error={answer.error} />
    </div>
  );
}

type NoteProps = { group: string; session: Session; answer: Answer; note: string; legend: string | undefined };
function NoteLine({ group, session, answer, note, legend }: NoteProps) {
  const [form, setForm] = useState<{ Form: typeof NoteForm }>();
  const open = async () => setForm({ Form: (await import('./note_form.tsx')).NoteForm });
  if (form) {
    const close = () => setForm(undefined);
    return <form.Form {...{ group, answer, note }} session={session.session} onClose={close} />;
  }
  return (
    <p class="said-note">
      {note && <q>{note}</q>}
      <QuietLink onClick={open}>
        {t(note ? 'schedule.note_change' : 'schedule.note_add')}
        {legend && <Sr>: {legend}</Sr>}
      </QuietLink>
    </p>
  );
}
