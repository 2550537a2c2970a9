// What the facilitator is offered before a session begins. Pure.
import type { Answer, Duty, DutyRole, Presence } from '../protocol.gen.ts';

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

/** Roles beside the two: as planned where they are here; nobody has two. */
export function helperOf(duties: Duty[], role: DutyRole, present: string[], busy: (string | undefined)[]) {
  const account = planned(duties, role);
  return account && present.includes(account) && !busy.includes(account) ? account : undefined;
}
