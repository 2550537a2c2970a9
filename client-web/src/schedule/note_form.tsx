// A few words beside an answer. Loaded when somebody wants to write them.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import { TextField } from '../parts/fields.tsx';
import { type Answer, limits } from '../protocol.gen.ts';

type Props = { group: string; session: string; answer: Answer; note: string; onClose(): void };
export function NoteForm({ group, session, answer, note, onClose }: Props) {
  const save = useMutation('schedule.answer');
  const [draft, setDraft] = useState(note);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await save.run({ group, session, answer, note: draft.trim() })) onClose();
  };
  return (
    <form class="said-form" onSubmit={send}>
      <TextField
        label={t('schedule.note')}
        hint={t('schedule.note_hint')}
        secret
        autofocus
        maxLength={limits.AnswerSession.note}
        value={draft}
        onChange={setDraft}
      />
      <ErrorNote error={save.error} />
      <div class="btns s">
        <Button small look="soft" type="submit" busy={save.busy}>
          {t('schedule.note_save')}
        </Button>
        <Button small look="quiet" onClick={onClose}>
          {t('parts.cancel')}
        </Button>
      </div>
    </form>
  );
}
