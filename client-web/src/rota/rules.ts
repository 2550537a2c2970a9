// The rules as the dialog changes them: each gives new rules.
import type { DutyRole, RoleRule, RoleTime, RotaRules } from '../protocol.gen.ts';
import { helpers, whenOf } from './board.ts';

export const ruleOf = (rules: RotaRules, role: DutyRole): RoleRule =>
  rules.roles.find((each) => each.role === role) ?? { role, when: whenOf(rules, role), excused: [] };

function withRule(rules: RotaRules, rule: RoleRule): RotaRules {
  return { ...rules, roles: [...rules.roles.filter((each) => each.role !== rule.role), rule] };
}

/** A role that nobody has any more is merged with none. */
export function setWhen(rules: RotaRules, role: DutyRole, when: RoleTime): RotaRules {
  const changed = withRule(rules, { ...ruleOf(rules, role), when });
  const off = (each: DutyRole) => whenOf(changed, each) === 'off';
  return { ...changed, merges: changed.merges.filter(({ into, from }) => !off(into) && !off(from)) };
}

export function setServes(rules: RotaRules, role: DutyRole, account: string, serves: boolean): RotaRules {
  const rule = ruleOf(rules, role);
  const others = rule.excused.filter((each) => each !== account);
  return withRule(rules, { ...rule, excused: serves ? others : [...others, account] });
}

/** Who is done without first where few are there: who only looks on, then who need not be there alone. */
const dispensable: DutyRole[] = ['observer', 'host', 'scribe', 'timekeeper'];

/** Into which roles one can be merged: helping ones that there are, and not round in a circle. */
export function mergeable(rules: RotaRules, from: DutyRole): DutyRole[] {
  const leadsTo = (role: DutyRole): DutyRole | undefined => rules.merges.find((each) => each.from === role)?.into;
  const circles = (into: DutyRole): boolean => {
    for (let at: DutyRole | undefined = into, i = 0; at && i < helpers.length; at = leadsTo(at), i++) {
      if (at === from) return true;
    }
    return false;
  };
  return helpers.filter((into) => into !== from && whenOf(rules, into) !== 'off' && !circles(into));
}

/** `into` undefined: it stays a role of its own. What is merged already keeps its place in the order. */
export function setMerge(rules: RotaRules, from: DutyRole, into: DutyRole | undefined): RotaRules {
  const at = rules.merges.findIndex((each) => each.from === from);
  if (into && at >= 0) return { ...rules, merges: rules.merges.with(at, { into, from }) };
  const rest = rules.merges.filter((each) => each.from !== from);
  if (!into) return { ...rules, merges: rest };
  const rank = (role: DutyRole) => dispensable.indexOf(role);
  const before = rest.findIndex((each) => rank(each.from) > rank(from));
  return { ...rules, merges: rest.toSpliced(before < 0 ? rest.length : before, 0, { into, from }) };
}
