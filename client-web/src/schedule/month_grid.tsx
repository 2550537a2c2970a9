// What every month looks like: its name between two arrows, and its days under the names of the week.
import type { ComponentChildren, JSX, Ref, TableHTMLAttributes } from 'preact';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { monthName } from './month_name.ts';
import { type Month, step, weeks } from './months.ts';
import { weekdayName, weekdays } from './rule.ts';

type HeadProps = { id: string; month: Month; go(by: number): void; children?: ComponentChildren };
export function MonthHead({ id, month, go, children }: HeadProps) {
  return (
    <div class="mhead">
      <Button
        look="plain"
        icon="left"
        label={t('planning.month_before', { month: monthName(step(month, -1), false) })}
        onClick={() => go(-1)}
      />
      <h2 id={id} aria-live="polite">
        {monthName(month)}
      </h2>
      <Button
        look="plain"
        icon="right"
        label={t('planning.month_after', { month: monthName(step(month, 1), false) })}
        onClick={() => go(1)}
      />
      {children}
    </div>
  );
}

type TableProps = { month: Month; cell(day: number): JSX.Element; table?: Ref<HTMLTableElement> };
export function MonthTable({ month, cell, table, ...rest }: TableProps & TableHTMLAttributes<HTMLTableElement>) {
  return (
    <table ref={table} {...rest}>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              <abbr title={weekdayName(name)}>{weekdayName(name, 'short').slice(0, 2)}</abbr>
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
  );
}

export const Key = ({ sign, show, text }: { sign: string; show: boolean; text: string }) =>
  show ? (
    <li>
      <i class={sign} />
      {text}
    </li>
  ) : null;
