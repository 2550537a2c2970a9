// Facts about a session that several parts of the screens show.
import { daysAhead, shortDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zone, zonePlace } from '../i18n/zone.ts';
import type { Answer, Answered, Session } from '../protocol.gen.ts';
import { offset } from './clocks.ts';

const opens_before_ms = 60 * 60_000;

/** While it runs, and from an hour before its start to an hour after its end, one can go in. */
export const isOpen = ({ state, begun, starts_at, ends_at }: Session, now: number): boolean =>
  state === 'planned' &&
  (begun || (Date.parse(starts_at) - now <= opens_before_ms && now < Date.parse(ends_at) + opens_before_ms));

/** Nobody has begun it, not even before its time: it can be moved, and its turns given up and swapped. */
export const isAhead = ({ begun, starts_at }: Session, now: number): boolean => !begun && Date.parse(starts_at) > now;

/** "18:30 to 20:00" */
export const hours = (session: Session): string =>
  t('schedule.when', { from: time(session.starts_at), to: time(session.ends_at) });

/** "Session 14, tomorrow" */
export function numbered(session: Session, now: number): string {
  const ahead = daysAhead(session.starts_at, now);
  const { number } = session;
  if (ahead === 0) return t('planning.number_today', { number });
  if (ahead === 1) return t('planning.number_tomorrow', { number });
  return t('planning.number', { number });
}

/** The time the group agreed on, where the reader's clock shows another. */
export function agreedTime(session: Session): string | undefined {
  const at = Date.parse(session.starts_at);
  if (offset(session.zone, at) === offset(zone.value, at)) return undefined;
  return t('planning.agreed_time', { time: session.local_start.slice(11, 16), zone: zonePlace(session.zone) });
}

/** "10 Nov": where the weekday would only take room. */
export const dayAndMonth = (when: string): string => shortDay(when).replace(/^\S+\s/, '');
export const dayOf = (session: Session): string => shortDay(session.starts_at);
export const givenBy = (session: Session, account: string): Answered | undefined =>
  session.answers.find((given) => given.account === account);
export const answerOf = (session: Session, account: string): Answer | undefined => givenBy(session, account)?.answer;
/** Online says something only where the others meet at a place. */
export const answersOffered = ({ place }: Session, given: Answer | undefined): Answer[] =>
  place || given === 'online' ? ['yes', 'online', 'late', 'no'] : ['yes', 'late', 'no'];
/** Only what a browser may open as a link. */
export const callLink = ({ call_link }: Session): string | undefined =>
  call_link.startsWith('https://') ? call_link : undefined;
