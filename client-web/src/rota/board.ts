// What the board shows: which roles have a column, what is still free, who is behind whom.
import type { Duty, DutyRole, RoleTime, Rota, RotaRules, Session } from '../protocol.gen.ts';

export const roles: DutyRole[] = ['facilitator', 'presenter', 'timekeeper', 'scribe', 'observer', 'host'];
/** What a group may do without; the other two every session has. */
export const helpers = roles.slice(2);

export function whenOf(rules: RotaRules, role: DutyRole): RoleTime {
  if (!helpers.includes(role)) return 'planned';
  const rule = rules.roles.find((each) => each.role === role);
  return rule?.when ?? (role === 'timekeeper' || role === 'scribe' ? 'planned' : 'off');
}

/** Roles that are planned, and those that somebody has all the same (given by hand, or before the rules changed). */
export const columns = ({ rules, duties }: Pick<Rota, 'rules' | 'duties'>): DutyRole[] =>
  roles.filter((role) => whenOf(rules, role) === 'planned' || duties.some((duty) => duty.role === role));

export const atArrival = (rules: RotaRules): DutyRole[] =>
  helpers.filter((role) => whenOf(rules, role) === 'at_arrival');

export const dutiesOf = (duties: Duty[], session: string, role: DutyRole): Duty[] =>
  duties.filter((duty) => duty.session === session && duty.role === role).sort((a, b) => a.slot - b.slot);

/** How many may have a role in one session. */
export const places = (rules: RotaRules, role: DutyRole): number => (role === 'presenter' ? rules.presenters : 1);

/** Which role does it as well where few are there. */
export const mergedInto = (rules: RotaRules, role: DutyRole): DutyRole | undefined =>
  rules.merges.find(({ from }) => from === role)?.into;

/** Who would lead in the facilitator's place, in order; not one who has said no since. */
export function deputies(rota: Pick<Rota, 'deputies'>, { session, answers }: Session): string[] {
  const all = rota.deputies.find((each) => each.session === session)?.accounts ?? [];
  return all.filter((account) => !answers.some((given) => given.account === account && given.answer === 'no'));
}
