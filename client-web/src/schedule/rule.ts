// A rule of recurrence as a sentence, and the pieces that such sentences are made of.
import { language, listed, t } from '../i18n/i18n.ts';
import type { Recurrence, Weekday } from '../protocol.gen.ts';

export const weekdays: readonly Weekday[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
/** A Monday. */
const monday = Date.UTC(2024, 0, 1);

export function weekdayName(day: Weekday, width: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(language(), { weekday: width, timeZone: 'UTC' });
  return format.format(monday + weekdays.indexOf(day) * 86_400_000).replace('.', '');
}

/** Of "2026-11-24…", whatever the zone. */
export function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(`${date.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7]!;
}

/** Which one of its kind in the month a day is: 1–4; the fifth is the last, -1. */
export function nthOf(date: string): number {
  const nth = Math.ceil(Number(date.slice(8, 10)) / 7);
  return nth > 4 ? -1 : nth;
}

export function ordinal(number: number): string {
  const form = new Intl.PluralRules(language(), { type: 'ordinal' }).select(number);
  const key = form === 'one' || form === 'two' || form === 'few' ? form : 'other';
  return t(`planning.ordinal_${key}`, { number });
}

export const nthName = (nth: number): string =>
  t(`planning.nth_${nth === -1 ? 'last' : (Math.min(5, Math.max(1, nth)) as 1 | 2 | 3 | 4 | 5)}`);

/** "Every 2 weeks on Tuesday"; `starts` (local) says the day where the rule itself does not. */
export function ruleText(rule: Recurrence, starts: string): string {
  const count = rule.interval;
  const chosen = weekdays.filter((day) => rule.days.includes(day));
  const days = listed((chosen.length ? chosen : [weekdayOf(starts)]).map((day) => weekdayName(day)));
  if (rule.frequency === 'weekly') return t('planning.rule_weekly', { count, days });
  if (rule.frequency === 'monthly_by_date') {
    return t('planning.rule_monthly_date', { count, date: ordinal(Number(starts.slice(8, 10))) });
  }
  return t('planning.rule_monthly_weekday', { count, nth: nthName(rule.nth ?? nthOf(starts)), days });
}

/** Minutes as "1 hour 30 minutes". */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return t('planning.minutes', { count: rest });
  if (!rest) return t('planning.hours', { count: hours });
  return `${t('planning.hours', { count: hours })} ${t('planning.minutes', { count: rest })}`;
}
