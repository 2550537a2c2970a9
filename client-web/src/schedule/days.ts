// What lies on the days of a month: sessions, breaks, options of polls, a change of the clocks.
import { dayKey } from '../i18n/dates.ts';
import type { DateRange, Poll, PollOption, Session } from '../protocol.gen.ts';
import { type Change, changes } from './clocks.ts';
import { around, keyOf, type Month, monthOf, step } from './months.ts';

export interface DayThings {
  sessions: Session[];
  /** No session of a series falls on this day. */
  pause: boolean;
  options: { poll: Poll; option: PollOption }[];
  clocks?: Change;
}
export interface Dated {
  sessions: readonly Session[];
  breaks: readonly DateRange[];
  polls: readonly Poll[];
}

/** By day ("2026-11-24"), each in the reader's zone; breaks are days of the group's. Days without anything are left out. */
export function thingsOf(month: Month, { sessions, breaks, polls }: Dated, zone: string): Map<string, DayThings> {
  const found = new Map<string, DayThings>();
  const inside = keyOf(month, 1).slice(0, 7);
  const on = (key: string): DayThings | undefined => {
    if (!key.startsWith(inside)) return undefined;
    const there = found.get(key) ?? { sessions: [], pause: false, options: [] };
    found.set(key, there);
    return there;
  };
  for (const session of sessions) on(dayKey(session.starts_at, zone))?.sessions.push(session);
  for (const poll of polls) {
    if (poll.state !== 'open') continue;
    for (const option of poll.options) on(dayKey(option.starts_at, zone))?.options.push({ poll, option });
  }
  for (let day = 1; day <= lengthOf(month); day++) {
    const key = keyOf(month, day);
    if (breaks.some(({ first, last }) => first <= key && key <= last)) on(key)!.pause = true;
  }
  const { from, to } = around(month);
  for (const change of changes(zone, Date.parse(from), Date.parse(to))) {
    const there = on(dayKey(change.at, zone));
    if (there) there.clocks = change;
  }
  return found;
}

const lengthOf = ({ year, month }: Month): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const shift = (key: string, by: number): string =>
  new Date(Date.parse(`${key}T00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** The same day of another month, or its last one. */
function shiftMonth(key: string, by: number): string {
  const month = step(monthOf(key), by);
  return keyOf(month, Math.min(Number(key.slice(8, 10)), lengthOf(month)));
}

/** Where a key leads in a month's grid; undefined: it is not one of the grid's. */
export function dayAfter(key: string, pressed: string): string | undefined {
  const weekday = (new Date(`${key}T00:00Z`).getUTCDay() + 6) % 7;
  switch (pressed) {
    case 'ArrowLeft':
      return shift(key, -1);
    case 'ArrowRight':
      return shift(key, 1);
    case 'ArrowUp':
      return shift(key, -7);
    case 'ArrowDown':
      return shift(key, 7);
    case 'Home':
      return shift(key, -weekday);
    case 'End':
      return shift(key, 6 - weekday);
    case 'PageUp':
      return shiftMonth(key, -1);
    case 'PageDown':
      return shiftMonth(key, 1);
    default:
      return undefined;
  }
}
