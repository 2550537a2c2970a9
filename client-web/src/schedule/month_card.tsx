// A month at a glance: sessions, cancelled ones, the day on which the clocks change.
import { useState } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import { dayKey, shortDay } from '../i18n/dates.ts';
import { language, t } from '../i18n/i18n.ts';
import { zone } from '../i18n/zone.ts';
import { Button, classes, Sr, useId } from '../parts/basics.tsx';
import { Stale } from '../parts/stale.tsx';
import type { Session } from '../protocol.gen.ts';
import { changes } from './clocks.ts';
import { around, keyOf, type Month, monthOf, step, weeks } from './months.ts';
import { weekdayName, weekdays } from './rule.ts';

const monthName = ({ year, month }: Month, long = true): string =>
  new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), {
    month: 'long',
    ...(long ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, 1));

export function MonthCard({ group, first, now }: { group: string; first: Session | undefined; now: number }) {
  const [chosen, setMonth] = useState<Month>();
  const month = chosen ?? monthOf(dayKey(first?.starts_at ?? now));
  const { from, to } = around(month);
  const query = useQuery('schedule.list', { group, from, to, limit: 200 }, { group, on: ['schedule.*'] });
  const id = useId('m');

  const by_day = new Map<string, Session[]>();
  for (const session of query.data?.sessions ?? []) {
    const key = dayKey(session.starts_at);
    by_day.set(key, [...(by_day.get(key) ?? []), session]);
  }
  const change = changes(zone.value, Date.parse(from), Date.parse(to)).find(
    ({ at }) => dayKey(at).slice(0, 7) === keyOf(month, 1).slice(0, 7),
  );
  const today = dayKey(now);
  const in_month = [...by_day].filter(([key]) => key.startsWith(keyOf(month, 1).slice(0, 7)));
  const any = (state: 'off' | 'on') =>
    in_month.some(([, all]) => all.some((session) => (session.state === 'cancelled') === (state === 'off')));

  const cell = (day: number) => {
    const key = keyOf(month, day);
    const on = (by_day.get(key) ?? []).filter((session) => session.state !== 'cancelled');
    const gone = (by_day.get(key) ?? []).some((session) => session.state === 'cancelled');
    const hour = !!change && dayKey(change.at) === key;
    const kind = on.length ? 'on' : gone ? 'gone' : hour ? 'hour' : '';
    return (
      <td key={key} class={classes(kind, key === today && 'today') || undefined}>
        <span>
          {day}
          {(on.length > 0 || gone || hour || key === today) && (
            <Sr>
              {on.map((session) => t('planning.cell_session', { number: session.number })).join('')}
              {gone && !on.length && t('planning.cell_cancelled')}
              {hour && t('planning.cell_clocks')}
              {key === today && t('planning.cell_today')}
            </Sr>
          )}
        </span>
      </td>
    );
  };
  const before = step(month, -1);
  const after = step(month, 1);
  return (
    <section class="card pad" aria-labelledby={id}>
      <div class="mhead">
        <Button
          look="plain"
          icon="left"
          label={t('planning.month_before', { month: monthName(before, false) })}
          onClick={() => setMonth(before)}
        />
        <h2 id={id} aria-live="polite">
          {monthName(month)}
        </h2>
        <Button
          look="plain"
          icon="right"
          label={t('planning.month_after', { month: monthName(after, false) })}
          onClick={() => setMonth(after)}
        />
      </div>
      <table class="month" aria-labelledby={id}>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                <abbr title={weekdayName(day)}>{weekdayName(day, 'short').slice(0, 2)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks(month).map((week, i) => (
            <tr key={i}>{week.map((day, at) => (day ? cell(day) : <td key={`-${at}`} />))}</tr>
          ))}
        </tbody>
      </table>
      <ul class="keys">
        {any('on') && (
          <li>
            <i class="k1" />
            {t('planning.key_session')}
          </li>
        )}
        {any('off') && (
          <li>
            <i class="k2" />
            {t('planning.key_cancelled')}
          </li>
        )}
        {change && (
          <li>
            <i class="k3" />
            {t(change.by < 0 ? 'planning.key_back' : 'planning.key_forward', { day: shortDay(change.at) })}
          </li>
        )}
        {today.startsWith(keyOf(month, 1).slice(0, 7)) && (
          <li>
            <i class="k0" />
            {t('planning.key_today')}
          </li>
        )}
      </ul>
      <Stale query={query} />
    </section>
  );
}
