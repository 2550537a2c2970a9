// Dates and times as people read them: with the weekday, in the reader's own zone, in the reader's language.
import { language } from './i18n.ts';
import { zone } from './zone.ts';

const made = new Map<string, Intl.DateTimeFormat>();
function formatter(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  // British English: 24 hours and day before month, as the look has it.
  const locale = language() === 'en' ? 'en-GB' : language();
  const key = locale + timeZone + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  made.set(key, found);
  return found;
}
type When = string | number | Date;
const show = (when: When, options: Intl.DateTimeFormatOptions, timeZone = zone.value): string =>
  formatter(options, timeZone).format(new Date(when));

/** "16:30" */
export const time = (when: When, timeZone?: string) => show(when, { hour: '2-digit', minute: '2-digit' }, timeZone);
/** "Tue 24 Nov" / "Di., 24. Nov." */
export const shortDay = (when: When, timeZone?: string) =>
  show(when, { weekday: 'short', day: 'numeric', month: 'short' }, timeZone).replace(/^(\w+),/, '$1');
/** "Tuesday 24 November" / "Dienstag, 24. November" */
export const longDay = (when: When, timeZone?: string) =>
  show(when, { weekday: 'long', day: 'numeric', month: 'long' }, timeZone).replace(/^(\w+day),/, '$1');
export const weekday = (when: When, timeZone?: string) => show(when, { weekday: 'short' }, timeZone);
export const dayNumber = (when: When, timeZone?: string) => show(when, { day: 'numeric' }, timeZone).replace('.', '');
export const month = (when: When, timeZone?: string) => show(when, { month: 'short' }, timeZone);
/** "Tue 24 Nov, 16:30" */
export const dayAndTime = (when: When, timeZone?: string) => `${shortDay(when, timeZone)}, ${time(when, timeZone)}`;

/** The calendar day in a zone as "2026-11-24", to compare and group by. */
export function dayKey(when: When, timeZone = zone.value): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(when));
}

/** Whole days from now's calendar day to that of `when`, both in the reader's zone: 0 today, 1 tomorrow. */
export function daysAhead(when: When, now: When): number {
  return Math.round((Date.parse(dayKey(when)) - Date.parse(dayKey(now))) / 86_400_000);
}

/** Minutes and seconds of a duration, "7:42"; an hour and more as "1:02:05". */
export function clock(milliseconds: number): string {
  const all = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor(all / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}
