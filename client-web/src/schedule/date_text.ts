// Days that belong to no instant ("2026-12-21"), as people read them.
import { shortDay } from '../i18n/dates.ts';
import { listed, t } from '../i18n/i18n.ts';
import type { DateRange } from '../protocol.gen.ts';

/** "Mon 21 Dec" */
export const dateText = (date: string): string => shortDay(`${date.slice(0, 10)}T12:00Z`, 'UTC');

/** "Mon 21 Dec to Sun 3 Jan" */
export const rangeText = ({ first, last }: DateRange): string =>
  first === last ? dateText(first) : t('planning.range', { first: dateText(first), last: dateText(last) });

/** "Tue 24 Nov, Tue 1 Dec and 3 more" */
export function daysText(days: readonly string[], most = 4): string {
  const shown = days.slice(0, days.length > most + 1 ? most : days.length);
  const left = days.length - shown.length;
  const all = left ? [...shown, t('planning.more_days', { count: left })] : shown;
  return listed(all);
}

/** A sentence whose last word may be an abbreviated month: one full stop is enough. */
export const stopped = (sentence: string): string => sentence.replace(/\.\.(?=\s|$)/g, '.');
