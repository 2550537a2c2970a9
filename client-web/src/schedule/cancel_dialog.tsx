import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { Dialog, ErrorNote, tell } from '../parts/feedback.tsx';
import { TextField } from '../parts/fields.tsx';
import type { Session } from '../protocol.gen.ts';
import { dayOf } from './sessions.ts';

type Props = { group: string; session: Session; onClose(): void };
export function CancelDialog({ group, session, onClose }: Props) {
  const cancel = useMutation('schedule.cancel');
  const [reason, setReason] = useState('');
  const press = async () => {
    if (!(await cancel.run({ group, session: session.session, reason: reason.trim() }))) return;
    tell(t('schedule.cancelled_now'));
    onClose();
  };
  return (
    <Dialog
      open
      title={t('schedule.cancel_title', { number: session.number, day: dayOf(session) })}
      onClose={onClose}
      out={t('schedule.cancel_not')}
      actions={
        <Button look="stop" busy={cancel.busy} onClick={press}>
          {t('schedule.cancel_save')}
        </Button>
      }
    >
      <p class="muted small">{t('schedule.cancel_hint')}</p>
      <TextField
        label={t('schedule.reason')}
        hint={t('schedule.reason_hint')}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <ErrorNote error={cancel.error} />
    </Dialog>
  );
}
