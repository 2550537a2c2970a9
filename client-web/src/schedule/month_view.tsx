// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days, as WAI-ARIA has it
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys
// A month as a grid that keys move through, and beside it what lies on the chosen day.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import { dayKey, longDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zone } from '../i18n/zone.ts';
import { Button, Card, classes, useId } from '../parts/basics.tsx';
import { Stale } from '../parts/stale.tsx';
import type { DateRange, Poll, Session } from '../protocol.gen.ts';
import { type DayThings, dayAfter, thingsOf } from './days.ts';
import { DayLines, spokenThings } from './month_day.tsx';
import { Key, MonthHead, MonthTable } from './month_grid.tsx';
import { around, keyOf, type Month, monthOf } from './months.ts';

type Props = {
  group: string;
  breaks: readonly DateRange[];
  polls: readonly Poll[];
  now: number;
  /** What is shown of the chosen day. */
  children(day: string, things: DayThings | undefined): ComponentChildren;
};
export function MonthView({ group, breaks, polls, now, children }: Props) {
  const today = dayKey(now);
  const [day, setDay] = useState(today);
  const month = monthOf(day);
  const { from, to } = around(month);
  const query = useQuery('schedule.list', { group, from, to, limit: 200 }, { group, on: ['schedule.*'] });
  const sessions: Session[] = query.data?.sessions ?? [];
  const things = thingsOf(month, { sessions, breaks, polls }, zone.value);
  const id = useId('month');
  const go = (by: number) => setDay(dayAfter(day, by < 0 ? 'PageUp' : 'PageDown')!);
  return (
    <div class="split month-view">
      <Card class="grid" label={t('planning.view_month')}>
        <MonthHead {...{ id, month, go }}>
          <Button small class="now" off={day === today} onClick={() => setDay(today)}>
            {t('planning.to_today')}
          </Button>
        </MonthHead>
        <Grid {...{ id, month, things, today, day, setDay }} />
        <Keys things={[...things.values()]} now={today.startsWith(keyOf(month, 1).slice(0, 7))} />
        <Stale query={query} />
      </Card>
      <Card label={longDay(`${day}T12:00Z`, 'UTC')} class="day">
        <h2 class="h" id={`${id}-day`} tabIndex={-1} aria-live="polite">
          {longDay(`${day}T12:00Z`, 'UTC')}
        </h2>
        {children(day, things.get(day))}
      </Card>
    </div>
  );
}

type GridProps = {
  id: string;
  month: Month;
  things: Map<string, DayThings>;
  today: string;
  day: string;
  setDay(day: string): void;
};
/** One day can be reached by Tab; from there keys go on. */
function Grid({ id, month, things, today, day, setDay }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  // The focus goes along only where it was in the grid already.
  const moved = useRef(false);
  useLayoutEffect(() => {
    if (moved.current) table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    moved.current = false;
  }, [day]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = dayAfter(day, event.key);
    if (to) {
      event.preventDefault();
      moved.current = true;
      setDay(to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      document.getElementById(`${id}-day`)?.focus();
    }
  };
  const cell = (number: number) => {
    const key = keyOf(month, number);
    const there = things.get(key);
    return (
      <td
        key={key}
        role="gridcell"
        class={classes(key === today && 'today', there?.pause && 'pause') || undefined}
        aria-selected={key === day}
        aria-current={key === today ? 'date' : undefined}
        aria-label={`${longDay(`${key}T12:00Z`, 'UTC')}${spokenThings(there, key === today)}`}
        tabIndex={key === day ? 0 : -1}
        onClick={() => setDay(key)}
      >
        <span class="number" aria-hidden="true">
          {number}
        </span>
        {there && <DayLines things={there} />}
      </td>
    );
  };
  return (
    <>
      <MonthTable
        {...{ month, cell, table }}
        class="days-grid"
        role="grid"
        aria-labelledby={id}
        aria-describedby={`${id}-keys`}
        onKeyDown={press}
      />
      <p class="sr" id={`${id}-keys`}>
        {t('planning.grid_hint')}
      </p>
    </>
  );
}

function Keys({ things, now }: { things: DayThings[]; now: boolean }) {
  const some = (what: (there: DayThings) => boolean) => things.some(what);
  const all = [
    ['k1', some(({ sessions }) => sessions.some(({ state }) => state !== 'cancelled')), t('planning.key_session')],
    ['k2', some(({ sessions }) => sessions.some(({ state }) => state === 'cancelled')), t('planning.key_cancelled')],
    ['k4', some(({ options }) => options.length > 0), t('planning.key_option')],
    ['k5', some(({ pause }) => pause), t('planning.key_break')],
    ['k3', some(({ clocks }) => clocks !== undefined), t('planning.key_clocks')],
    ['k0', now, t('planning.key_today')],
  ] as const;
  return (
    <ul class="keys">
      {all.map(([sign, show, text]) => (
        <Key key={sign} {...{ sign, show, text }} />
      ))}
    </ul>
  );
}
