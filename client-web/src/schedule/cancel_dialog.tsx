import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import type { Session } from '../protocol.gen.ts';
import { ReasonField } from './reason_field.tsx';
import { dayOf } from './sessions.ts';

type Props = { group: string; session: Session; onClose(): void };
export function CancelDialog({ group, session, onClose }: Props) {
  const cancel = useMutation('schedule.cancel');
  const [reason, setReason] = useState('');
  const press = async () => {
    if (!(await cancel.run({ group, session: session.session, reason: reason.trim() }))) return;
    tell(t('planning.cancelled_now'));
    onClose();
  };
  return (
    <Dialog
      title={t('planning.cancel_title', { number: session.number, day: dayOf(session) })}
      onClose={onClose}
      out={t('planning.cancel_not')}
      deed={{ text: t('planning.cancel_save'), look: 'stop', run: press, by: cancel }}
    >
      <p class="muted small">{t('planning.cancel_hint')}</p>
      <ReasonField value={reason} onChange={setReason} />
    </Dialog>
  );
}
