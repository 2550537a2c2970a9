// A series while somebody plans it: the form's fields, what is wrong with them, and the rule they make.
import type { Frequency, Recurrence, SeriesCreate, Weekday } from '../protocol.gen.ts';
import { nthOf, weekdayOf } from './rule.ts';

export interface Plan {
  frequency: Frequency;
  /** One interval for weeks, one for months, so that switching keeps both. */
  weeks: number;
  months: number;
  /** Nobody has chosen days yet: the day of the first session. */
  days: Weekday[] | undefined;
  nth: number | undefined;
  day: Weekday | undefined;
  first: string;
  time: string;
  minutes: number;
  zone: string;
  ends: 'count' | 'until';
  count: string;
  until: string;
  place: string;
  call_link: string;
}

export const most_sessions = 200;

/** What most groups choose: every two weeks, ninety minutes, twelve times. Day and hour are theirs to say. */
export const newPlan = (zone: string): Plan => ({
  frequency: 'weekly',
  weeks: 2,
  months: 1,
  days: undefined,
  nth: undefined,
  day: undefined,
  first: '',
  time: '',
  minutes: 90,
  zone,
  ends: 'count',
  count: '12',
  until: '',
  place: '',
  call_link: '',
});

export const chosenDays = (plan: Plan): Weekday[] => plan.days ?? (plan.first ? [weekdayOf(plan.first)] : []);
export const chosenNth = (plan: Plan): number => plan.nth ?? (plan.first ? nthOf(plan.first) : 1);
export const chosenDay = (plan: Plan): Weekday => plan.day ?? (plan.first ? weekdayOf(plan.first) : 'mo');

export type PlanWrongs = Partial<Record<'first' | 'time' | 'days' | 'count' | 'until' | 'call_link', true>>;
export function wrongs(plan: Plan): PlanWrongs {
  const found: PlanWrongs = {};
  if (!plan.first) found.first = true;
  if (!plan.time) found.time = true;
  if (plan.frequency === 'weekly' && plan.first && chosenDays(plan).length === 0) found.days = true;
  const count = Number(plan.count);
  if (plan.ends === 'count' && !(Number.isInteger(count) && count >= 1 && count <= most_sessions)) found.count = true;
  if (plan.ends === 'until' && !plan.until) found.until = true;
  if (plan.call_link.trim() && !plan.call_link.trim().startsWith('https://')) found.call_link = true;
  return found;
}

export function recurrence(plan: Plan): Recurrence {
  const end = plan.ends === 'count' ? { count: Number(plan.count) } : { until: plan.until };
  switch (plan.frequency) {
    case 'weekly':
      return { frequency: 'weekly', interval: plan.weeks, days: chosenDays(plan), ...end };
    case 'monthly_by_date':
      return { frequency: 'monthly_by_date', interval: plan.months, days: [], ...end };
    case 'monthly_by_weekday': {
      const rule = { interval: plan.months, days: [chosenDay(plan)], nth: chosenNth(plan) };
      return { frequency: 'monthly_by_weekday', ...rule, ...end };
    }
  }
}

export const series = (group: string, plan: Plan): SeriesCreate => ({
  group,
  recurrence: recurrence(plan),
  starts: `${plan.first}T${plan.time}`,
  zone: plan.zone,
  minutes: plan.minutes,
  place: plan.place.trim(),
  call_link: plan.call_link.trim(),
});

/** "18:00" for "16:30" and 90 minutes. */
export function endOf(time: string, minutes: number): string {
  const all = (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes) % (24 * 60);
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
