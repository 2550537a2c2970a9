// The dates that a plan makes, as the server counts them, in the reader's own zone.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import { shortDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zone, zonePlace } from '../i18n/zone.ts';
import { Card, Note } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import type { RpcError } from '../wire/errors.ts';
import { changeText } from './clock_note.ts';
import { type ClockNote, clockNotes, clockTime } from './clocks.ts';
import { endOf, type Plan, series, wrongs } from './plan.ts';
import { ruleText } from './rule.ts';

const quiet_ms = 250;
const shown = 12;

export interface PlanPreview {
  /** What the last complete plan made; stays while a newer one is counted. */
  starts: string[] | undefined;
  error: RpcError | undefined;
  /** The plan has been changed since. */
  stale: boolean;
}

export function usePreview(group: string, plan: Plan): PlanPreview {
  const complete = Object.keys(wrongs({ ...plan, call_link: '' })).length === 0;
  const wanted = complete ? JSON.stringify(series(group, { ...plan, place: '', call_link: '' })) : '';
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), quiet_ms);
    return () => clearTimeout(timer);
  }, [wanted]);
  const query = useQuery('schedule.preview', asked ? JSON.parse(asked) : undefined, { when: asked !== '' });
  const last = useRef<string[]>(undefined);
  if (asked && query.data) last.current = query.data.starts;
  if (asked && query.error) last.current = undefined;
  return {
    starts: complete ? last.current : undefined,
    error: asked && asked === wanted ? query.error : undefined,
    stale: asked !== wanted || query.loading,
  };
}

export function Preview({ plan, preview }: { plan: Plan; preview: PlanPreview }) {
  const { starts, error } = preview;
  const rule = plan.first && plan.time && ruleText(recurrenceOf(plan), plan.first);
  return (
    <Card title={t('schedule.preview')} fact={starts && t('schedule.sessions_count', { count: starts.length })}>
      {rule && (
        <p class="rule">
          {t('schedule.rule_whole', {
            rule,
            from: plan.time,
            to: endOf(plan.time, plan.minutes),
            zone: zonePlace(plan.zone),
          })}
        </p>
      )}
      <ErrorNote error={error} />
      {!starts && !error && <p class="muted small">{t('schedule.preview_wait')}</p>}
      {starts && !error && <Dates plan={plan} starts={starts} stale={preview.stale} />}
    </Card>
  );
}

const recurrenceOf = (plan: Plan) => series('', plan).recurrence;

function Dates({ plan, starts, stale }: { plan: Plan; starts: string[]; stale: boolean }) {
  const sessions = starts.map((at) => ({
    session: at,
    starts_at: at,
    local_start: `${plan.first}T${plan.time}`,
    zone: plan.zone,
  }));
  const notes = clockNotes(sessions, zone.value);
  return (
    <div aria-busy={stale}>
      <ul class="dates num">
        {starts.slice(0, shown).map((at) => (
          <li key={at}>
            {notes.has(at) && <Change note={notes.get(at)!} />}
            <span>{shortDay(at)}</span>
            <span class="muted">{time(at)}</span>
          </li>
        ))}
      </ul>
      {starts.length > shown && (
        <p class="hint">
          {t('schedule.preview_more', { count: starts.length - shown, day: shortDay(starts.at(-1)!) })}
        </p>
      )}
    </div>
  );
}

function Change({ note }: { note: ClockNote }) {
  return (
    <Note icon="clock">
      <b>{changeText(note)}</b>{' '}
      {note.before !== note.after &&
        t('schedule.preview_shift', { before: clockTime(note.before), after: clockTime(note.after) })}
    </Note>
  );
}
