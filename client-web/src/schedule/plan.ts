// A series while somebody plans or changes it: the form's fields, what is wrong with them, and the rule they make.
import { dayKey } from '../i18n/dates.ts';
import type {
  DateRange,
  Frequency,
  PollChoose,
  Recurrence,
  SeriesChange,
  SeriesCreate,
  SeriesView,
  Session,
  SessionAdd,
  Weekday,
} from '../protocol.gen.ts';
import { nthOf, weekdayOf } from './rule.ts';

export interface Plan {
  frequency: Frequency | 'once';
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
  ends: 'count' | 'until' | 'open';
  count: string;
  until: string;
  /** While it is written a break may have no last day: it is one day long. */
  breaks: DateRange[];
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
  breaks: [],
  place: '',
  call_link: '',
});

/** The day on which the rule has a session, wherever it was moved to. */
export const ruledDay = ({ moved_from, local_start, zone }: Session): string =>
  moved_from ? dayKey(moved_from, zone) : local_start.slice(0, 10);

/**
 * A series as it is, from its session of `first` on. What was a number of sessions becomes the day of the last one: of
 * those to come nobody has counted them.
 */
export function planOf(series: SeriesView, first: string): Plan {
  const { recurrence, zone, minutes, place, call_link } = series;
  const { frequency, interval } = recurrence;
  const last = series.last ? dayKey(series.last, zone) : first;
  const weekly = frequency === 'weekly';
  const [day] = recurrence.days;
  return {
    ...newPlan(zone),
    frequency,
    ...(weekly ? { weeks: interval } : { months: interval }),
    days: weekly && recurrence.days.length ? recurrence.days : undefined,
    nth: frequency === 'monthly_by_weekday' ? (recurrence.nth ?? nthOf(series.starts)) : undefined,
    day: weekly ? undefined : (day ?? weekdayOf(series.starts)),
    first,
    time: series.starts.slice(11, 16),
    minutes,
    ends: recurrence.count || recurrence.until ? 'until' : 'open',
    until: recurrence.until ?? last,
    breaks: series.breaks.filter((pause) => pause.last >= first),
    place,
    call_link,
  };
}

export const chosenDays = (plan: Plan): Weekday[] => plan.days ?? (plan.first ? [weekdayOf(plan.first)] : []);
export const chosenNth = (plan: Plan): number => plan.nth ?? (plan.first ? nthOf(plan.first) : 1);
export const chosenDay = (plan: Plan): Weekday => plan.day ?? (plan.first ? weekdayOf(plan.first) : 'mo');

export type PlanWrongs = Partial<Record<'first' | 'time' | 'days' | 'count' | 'until' | 'breaks' | 'call_link', true>>;
export function wrongs(plan: Plan): PlanWrongs {
  const found: PlanWrongs = {};
  if (!plan.first) found.first = true;
  if (!plan.time) found.time = true;
  if (plan.frequency !== 'once') Object.assign(found, wrongsOfRule(plan));
  if (plan.call_link.trim() && !plan.call_link.trim().startsWith('https://')) found.call_link = true;
  return found;
}

function wrongsOfRule(plan: Plan): PlanWrongs {
  const found: PlanWrongs = {};
  if (plan.frequency === 'weekly' && plan.first && chosenDays(plan).length === 0) found.days = true;
  const count = Number(plan.count);
  if (plan.ends === 'count' && !(Number.isInteger(count) && count >= 1 && count <= most_sessions)) found.count = true;
  if (plan.ends === 'until' && (!plan.until || plan.until < plan.first)) found.until = true;
  if (plan.breaks.some(({ first, last }) => (last && !first) || (last && last < first))) found.breaks = true;
  return found;
}

/** Breaks that have been written, the first one first. */
export const breaksOf = (plan: Plan): DateRange[] =>
  plan.breaks
    .filter(({ first }) => first)
    .map(({ first, last }) => ({ first, last: last || first }))
    .sort((a, b) => (a.first < b.first ? -1 : 1));

export function recurrence(plan: Plan): Recurrence {
  const ends = { count: { count: Number(plan.count) }, until: { until: plan.until }, open: {} };
  const end = ends[plan.ends];
  switch (plan.frequency) {
    case 'once':
      return { frequency: 'weekly', interval: 1, days: [], count: 1 };
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

const where = (plan: Plan) => ({ place: plan.place.trim(), call_link: plan.call_link.trim() });
const when = (plan: Plan) => ({ starts: `${plan.first}T${plan.time}`, zone: plan.zone, minutes: plan.minutes });
const rule = (plan: Plan) => ({
  recurrence: recurrence(plan),
  breaks: plan.frequency === 'once' ? [] : breaksOf(plan),
});

export const series = (group: string, plan: Plan): SeriesCreate => ({
  group,
  ...rule(plan),
  ...when(plan),
  ...where(plan),
});
export const single = (group: string, plan: Plan): SessionAdd => ({ group, ...when(plan), ...where(plan) });
/** The chosen option of a poll becomes a session, or the first one of a series. */
export function choice(group: string, poll: string, option: string, plan: Plan): PollChoose {
  const { recurrence: own, breaks } = rule(plan);
  return { group, poll, option, ...(plan.frequency === 'once' ? {} : { recurrence: own }), breaks, ...where(plan) };
}
/** With `session` the change holds from that one on, otherwise for all that are to come. */
export const change = (group: string, id: string, session: string | undefined, plan: Plan): SeriesChange => ({
  ...series(group, plan),
  breaks: breaksOf(plan),
  series: id,
  ...(session ? { scope: 'following', session } : { scope: 'all' }),
});

/** "18:00" for "16:30" and 90 minutes. */
export function endOf(time: string, minutes: number): string {
  const all = (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes) % (24 * 60);
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
