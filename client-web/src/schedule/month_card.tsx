// A month at a glance: sessions, suggested dates, breaks, the day on which the clocks change.
import { useState } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import { dayKey, shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zone } from '../i18n/zone.ts';
import { classes, Sr, useId } from '../parts/basics.tsx';
import { Stale } from '../parts/stale.tsx';
import type { DateRange, Poll, Session } from '../protocol.gen.ts';
import { type DayThings, thingsOf } from './days.ts';
import { spokenThings } from './month_day.tsx';
import { Key, MonthHead, MonthTable } from './month_grid.tsx';
import { around, keyOf, type Month, monthOf, step } from './months.ts';

type Props = {
  group: string;
  first: Session | undefined;
  breaks: readonly DateRange[];
  polls: readonly Poll[];
  now: number;
};
export function MonthCard({ group, first, breaks, polls, now }: Props) {
  const [chosen, setMonth] = useState<Month>();
  const month = chosen ?? monthOf(dayKey(first?.starts_at ?? now));
  const { from, to } = around(month);
  const query = useQuery('schedule.list', { group, from, to, limit: 200 }, { group, on: ['schedule.*'] });
  const id = useId('m');
  const things = thingsOf(month, { sessions: query.data?.sessions ?? [], breaks, polls }, zone.value);
  const today = dayKey(now);
  const all = [...things.values()];
  const change = all.find((there) => there.clocks)?.clocks;
  const planned = (there: DayThings) => there.sessions.some((session) => session.state !== 'cancelled');

  const cell = (day: number) => {
    const key = keyOf(month, day);
    const there = things.get(key);
    const kind =
      there &&
      (planned(there)
        ? 'on'
        : there.sessions.length
          ? 'gone'
          : there.options.length
            ? 'maybe'
            : there.clocks
              ? 'hour'
              : 'pause');
    const spoken = spokenThings(there, key === today);
    return (
      <td key={key} class={classes(kind, there?.pause && 'pause', key === today && 'today') || undefined}>
        <span>
          {day}
          {spoken && <Sr>{spoken}</Sr>}
        </span>
      </td>
    );
  };
  return (
    <section class="card pad" aria-labelledby={id}>
      <MonthHead {...{ id, month }} go={(by) => setMonth(step(month, by))} />
      <MonthTable {...{ month, cell }} class="month" aria-labelledby={id} />
      <ul class="keys">
        <Key sign="k1" show={all.some(planned)} text={t('planning.key_session')} />
        <Key
          sign="k2"
          show={all.some((there) => there.sessions.length > 0 && !planned(there))}
          text={t('planning.key_cancelled')}
        />
        <Key sign="k4" show={all.some((there) => there.options.length > 0)} text={t('planning.key_option')} />
        <Key sign="k5" show={all.some((there) => there.pause)} text={t('planning.key_break')} />
        {change && (
          <Key
            sign="k3"
            show
            text={t(change.by < 0 ? 'planning.key_back' : 'planning.key_forward', { day: shortDay(change.at) })}
          />
        )}
        <Key
          sign="k0"
          show={monthOf(today).month === month.month && monthOf(today).year === month.year}
          text={t('planning.key_today')}
        />
      </ul>
      <Stale query={query} />
    </section>
  );
}
