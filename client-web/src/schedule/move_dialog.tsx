import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import { Select, TextField } from '../parts/fields.tsx';
import type { Session } from '../protocol.gen.ts';
import { lengths } from './lengths.ts';
import { ReasonField } from './reason_field.tsx';

type Props = { group: string; session: Session; onClose(): void };
export function MoveDialog({ group, session, onClose }: Props) {
  const move = useMutation('schedule.move');
  const length = Math.round((Date.parse(session.ends_at) - Date.parse(session.starts_at)) / 60_000);
  const [day, setDay] = useState(session.local_start.slice(0, 10));
  const [time, setTime] = useState(session.local_start.slice(11, 16));
  const [minutes, setMinutes] = useState(String(length));
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = (value: string) => (checked && !value ? t('parts.needed') : undefined);
  const press = async () => {
    setChecked(true);
    if (!day || !time) return;
    const at = { starts: `${day}T${time}`, minutes: Number(minutes), reason: reason.trim() };
    if (!(await move.run({ group, session: session.session, ...at }))) return;
    tell(t('planning.moved'));
    onClose();
  };
  return (
    <Dialog
      title={t('planning.move_title', { number: session.number })}
      onClose={onClose}
      deed={{ text: t('planning.move_save'), run: press, by: move }}
    >
      <p class="muted small">{t('planning.move_hint')}</p>
      <div class="pair">
        <TextField label={t('planning.new_day')} type="date" value={day} onChange={setDay} error={missing(day)} />
        <TextField
          label={t('planning.new_time')}
          type="time"
          value={time}
          onChange={setTime}
          error={missing(time)}
          hint={t('planning.in_zone', { zone: zonePlace(session.zone) })}
        />
      </div>
      <Select label={t('planning.length')} value={minutes} onChange={setMinutes} options={lengths(length)} />
      <ReasonField value={reason} onChange={setReason} />
    </Dialog>
  );
}
