// What the facilitator is offered before a session begins. Pure.
import type { Answer, Duty, DutyRole, Format, Presence } from '../protocol.gen.ts';

export type Coming = 'here' | 'back_soon' | 'late' | 'no' | 'not_yet';
/** How somebody stands to tonight, from their presence and their answer. */
export function comingOf(nearness: Presence['nearness'] | undefined, answer: Answer | undefined): Coming {
  if (nearness === 'here') return 'here';
  if (nearness === 'reconnecting') return 'back_soon';
  return answer === 'late' || answer === 'no' ? answer : 'not_yet';
}

/** Who is ticked: whoever has opened the session, unless the facilitator said otherwise by hand. */
export function ticked(all: string[], me: string, here: ReadonlySet<string>, byHand: ReadonlyMap<string, boolean>) {
  return all.filter((account) => byHand.get(account) ?? (account === me || here.has(account)));
}

/** How a session's day is called: 'then' unless it is today. */
export const dayPart = (ahead: number, hour: number): 'tonight' | 'today' | 'then' =>
  ahead !== 0 ? 'then' : hour < 17 ? 'today' : 'tonight';

export const planned = (duties: Duty[], role: DutyRole): string | undefined =>
  duties.find((duty) => duty.role === role)?.account;

/**
 * Who is offered as presenter: whoever handed the case in, else the rota's, if they are here and do not lead.
 * Undefined: somebody has to be picked.
 */
export function presenterOf(present: string[], leads: string, author: string | undefined, rota: string | undefined) {
  const fits = (account: string | undefined) =>
    account !== undefined && account !== leads && present.includes(account) ? account : undefined;
  return fits(author) ?? fits(rota);
}

/** Roles beside the two: as planned where they are here; nobody has two. */
export function helperOf(duties: Duty[], role: DutyRole, present: string[], busy: (string | undefined)[]) {
  const account = planned(duties, role);
  return account && present.includes(account) && !busy.includes(account) ? account : undefined;
}

/** Minutes of the slot that a format leaves over; below zero: it is too long. */
export function spare(format: Format, starts_at: string, ends_at: string): number {
  return Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000) - format.minutes;
}
