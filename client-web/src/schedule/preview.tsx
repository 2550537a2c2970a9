// The dates that a plan makes, as the server counts them, in the reader's own zone.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import { shortDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zone, zonePlace } from '../i18n/zone.ts';
import { Card, Chip, classes, Note } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import type { RpcError } from '../wire/errors.ts';
import { changeText } from './clock_note.ts';
import { type ClockNote, clockNotes, clockTime } from './clocks.ts';
import { endOf, type Plan, recurrence, series, wrongs } from './plan.ts';
import { ruleText } from './rule.ts';

const quiet_ms = 250;
const shown = 12;

/** What is written, once nothing has changed for a moment; empty while it cannot be asked for. */
export function useSettled(wanted: string): string {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), quiet_ms);
    return () => clearTimeout(timer);
  }, [wanted]);
  return asked;
}

export interface PlanPreview {
  /** What the last complete plan made; stays while a newer one is counted. */
  starts: string[] | undefined;
  /** Starts that its breaks leave out. */
  skipped: string[];
  /** It goes on behind the last of them. */
  open: boolean;
  error: RpcError | undefined;
  /** The plan has been changed since. */
  stale: boolean;
}

/** What can be asked for: the plan without what the dates do not depend on. */
export const askable = (plan: Plan): boolean => Object.keys(wrongs({ ...plan, call_link: '' })).length === 0;

export function usePreview(group: string, plan: Plan): PlanPreview {
  const complete = askable(plan);
  const wanted = complete ? JSON.stringify(series(group, { ...plan, place: '', call_link: '' })) : '';
  const asked = useSettled(wanted);
  const params = asked ? JSON.parse(asked) : undefined;
  const query = useQuery('schedule.preview', params, { when: asked !== '' });
  const pauses = (params?.breaks ?? []).length > 0;
  const whole = useQuery('schedule.preview', params && { ...params, breaks: [] }, { when: pauses });
  const last = useRef<{ starts: string[]; skipped: string[]; open: boolean }>(undefined);
  if (asked && query.data) {
    const { starts, open } = query.data;
    last.current = {
      starts,
      open,
      skipped: pauses ? (whole.data?.starts ?? []).filter((at) => !starts.includes(at)) : [],
    };
  }
  if (asked && query.error) last.current = undefined;
  const { starts, skipped = [], open = false } = (complete && last.current) || {};
  return {
    starts,
    skipped,
    open,
    error: asked && asked === wanted ? query.error : undefined,
    stale: asked !== wanted || query.loading,
  };
}

export function Preview({ plan, preview }: { plan: Plan; preview: PlanPreview }) {
  const { starts, error, open } = preview;
  const single = plan.frequency === 'once';
  return (
    <Card
      title={t(single ? 'planning.preview_one' : 'planning.preview')}
      fact={
        starts && !single && (open ? t('planning.goes_on') : t('planning.sessions_count', { count: starts.length }))
      }
    >
      <Rule plan={plan} />
      <ErrorNote error={error} />
      {!starts && !error && <p class="muted small">{t('planning.preview_wait')}</p>}
      {starts && !error && (
        <Dates
          plan={plan}
          starts={starts}
          stale={preview.stale}
          open={open}
          marks={marksFor('skipped', preview.skipped)}
        />
      )}
    </Card>
  );
}

/** "Every 2 weeks on Tuesday, 18:30 to 20:00, Berlin time." */
export function Rule({ plan }: { plan: Plan }) {
  if (!plan.first || !plan.time) return null;
  const values = { from: plan.time, to: endOf(plan.time, plan.minutes), zone: zonePlace(plan.zone) };
  return (
    <p class="rule">
      {plan.frequency === 'once'
        ? t('planning.once_whole', values)
        : t('planning.rule_whole', { rule: ruleText(recurrence(plan), plan.first), ...values })}
    </p>
  );
}

export type Mark = 'skipped' | 'gone' | 'fresh' | 'shifted' | 'other';
const out_of_it: readonly (Mark | undefined)[] = ['skipped', 'gone'];
export const marksFor = (mark: Mark, days: readonly string[]): Map<string, Mark> =>
  new Map(days.map((at) => [at, mark]));

type DatesProps = {
  plan: Pick<Plan, 'first' | 'time' | 'zone'>;
  starts: readonly string[];
  marks: ReadonlyMap<string, Mark>;
  stale: boolean;
  open?: boolean;
};
/** Dates in order; those that are left out or go are there too, crossed out. */
export function Dates({ plan, starts, marks, stale, open }: DatesProps) {
  const notes = clockNotes(
    starts.map((at) => ({
      session: at,
      starts_at: at,
      local_start: `${plan.first}T${plan.time}`,
      zone: plan.zone,
    })),
    zone.value,
  );
  const all = [
    ...new Set([...starts, ...[...marks].flatMap(([at, mark]) => (out_of_it.includes(mark) ? [at] : []))]),
  ].sort();
  const left = all.slice(shown).filter((at) => starts.includes(at));
  return (
    <div aria-busy={stale}>
      <ul class="dates num">
        {all.slice(0, shown).map((at) => {
          const mark = marks.get(at);
          const out = out_of_it.includes(mark);
          return (
            <li key={at} class={classes(out && 'out') || undefined}>
              {notes.has(at) && <Change note={notes.get(at)!} />}
              <span>{out ? <s>{shortDay(at)}</s> : shortDay(at)}</span>
              {mark && <Chip tone={out ? undefined : 'accent'}>{t(`planning.mark_${mark}`)}</Chip>}
              <span class="muted">{out ? <s>{time(at)}</s> : time(at)}</span>
            </li>
          );
        })}
      </ul>
      {left.length > 0 && (
        <p class="hint">
          {open
            ? t('planning.preview_on')
            : t('planning.preview_more', { count: left.length, day: shortDay(left.at(-1)!) })}
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
        t('planning.preview_shift', { before: clockTime(note.before), after: clockTime(note.after) })}
    </Note>
  );
}
