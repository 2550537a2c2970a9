// One session gets another time or place; or, from here on, its whole series does.
import { useState } from 'preact/hooks';
import { navigate } from '../app/router.ts';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { Pick } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import { Select, TextField } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import type { MoveSession, Session } from '../protocol.gen.ts';
import { lengths } from './lengths.ts';
import { WhereFields } from './plan_fields.tsx';
import { ReasonField } from './reason_field.tsx';
import { dayOf } from './sessions.ts';

type Scope = 'this' | 'following' | 'all';
type Props = {
  group: string;
  session: Session;
  /** The series can be changed from here. */
  serial: boolean;
  onClose(): void;
};
export function ChangeDialog({ group, session, serial, onClose }: Props) {
  const move = useMutation('schedule.move');
  const before = fieldsOf(session);
  const [scope, setScope] = useState<Scope>('this');
  const [now, setNow] = useState(before);
  const [checked, setChecked] = useState(false);
  const set = (change: Partial<typeof before>) => setNow((all) => ({ ...all, ...change }));
  const alone = scope === 'this';
  const moved = now.day !== before.day || now.time !== before.time || now.minutes !== before.minutes;
  const bad_link = now.call_link.trim() !== '' && !now.call_link.trim().startsWith('https://');
  const missing = (value: string) => (checked && !value ? t('parts.needed') : undefined);

  const press = async () => {
    if (!alone) return navigate(seriesPath(group, session, scope));
    setChecked(true);
    if (!now.day || !now.time || bad_link) return;
    if (!moved && now.place.trim() === before.place && now.call_link.trim() === before.call_link) return onClose();
    if (!(await move.run(moveOf(group, session, before, now)))) return;
    tell(t(moved ? 'planning.moved' : 'planning.change_saved'));
    onClose();
  };
  const deed = !alone ? t('planning.change_on') : t(moved ? 'planning.move_save' : 'planning.change_save');
  return (
    <Dialog
      title={t('planning.change_title', { number: session.number, day: dayOf(session) })}
      onClose={onClose}
      deed={{ text: deed, run: press, by: move }}
    >
      {serial && (
        <Pick
          legend={t('planning.change_which')}
          value={scope}
          onChange={setScope}
          options={(['this', 'following', 'all'] as const).map((value) => ({
            value,
            text: t(`planning.change_${value}`),
          }))}
        />
      )}
      <p class="muted small">{t(alone ? 'planning.move_hint' : 'planning.change_next')}</p>
      {alone && (
        <>
          <div class="pair">
            <TextField
              label={t('planning.new_day')}
              type="date"
              value={now.day}
              onChange={(day) => set({ day })}
              error={missing(now.day)}
            />
            <TextField
              label={t('planning.new_time')}
              type="time"
              value={now.time}
              onChange={(time) => set({ time })}
              error={missing(now.time)}
              hint={t('planning.in_zone', { zone: zonePlace(session.zone) })}
            />
          </div>
          <Select
            label={t('planning.length')}
            value={now.minutes}
            onChange={(minutes) => set({ minutes })}
            options={lengths(Number(before.minutes))}
          />
          <ReasonField value={now.reason} onChange={(reason) => set({ reason })} />
          <details class="more" open={bad_link || undefined}>
            <summary>
              {t('planning.change_where')}
              <Icon name="down" />
            </summary>
            <div class="col">
              <WhereFields value={now} set={set} error={checked && bad_link ? t('planning.bad_link') : undefined} />
            </div>
          </details>
        </>
      )}
    </Dialog>
  );
}

const fieldsOf = (session: Session) => ({
  day: session.local_start.slice(0, 10),
  time: session.local_start.slice(11, 16),
  minutes: String(Math.round((Date.parse(session.ends_at) - Date.parse(session.starts_at)) / 60_000)),
  reason: '',
  place: session.place,
  call_link: session.call_link,
});
type Fields = ReturnType<typeof fieldsOf>;

function moveOf(group: string, { session }: Session, before: Fields, now: Fields): MoveSession {
  const [place, call_link] = [now.place.trim(), now.call_link.trim()];
  return {
    group,
    session,
    starts: `${now.day}T${now.time}`,
    minutes: Number(now.minutes),
    reason: now.reason.trim(),
    ...(place !== before.place ? { place } : {}),
    ...(call_link !== before.call_link ? { call_link } : {}),
  };
}

const seriesPath = (group: string, { series, session }: Session, scope: Scope): string =>
  `/g/${group}/schedule#series=${series}${scope === 'following' ? `&from=${session}` : ''}`;
