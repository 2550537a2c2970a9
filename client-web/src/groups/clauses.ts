// What differs between two versions of the agreement, and its points while somebody edits them.
import type { Clause } from '../protocol.gen.ts';

export const own_key = 'own';

export interface ChangedClause {
  kind: 'new' | 'reworded' | 'gone';
  clause: Clause;
  before?: Clause;
}

const same = (a: Clause, b: Clause): boolean => a.title === b.title && a.text === b.text;

/** Own points have no key of their own: the same title makes them the same point. */
function partner(clause: Clause, among: readonly Clause[]): Clause | undefined {
  if (clause.key !== own_key) return among.find((each) => each.key === clause.key);
  return among.find((each) => each.key === own_key && each.title === clause.title);
}

/** In the order of `after`, then what was taken out. */
export function changedClauses(before: readonly Clause[], after: readonly Clause[]): ChangedClause[] {
  const found: ChangedClause[] = [];
  for (const clause of after) {
    const old = partner(clause, before);
    if (!old) found.push({ kind: 'new', clause });
    else if (!same(old, clause)) found.push({ kind: 'reworded', clause, before: old });
  }
  for (const clause of before) if (!partner(clause, after)) found.push({ kind: 'gone', clause });
  return found;
}

/** A point with an id for the screen, since own points share a key. */
export interface Draft extends Clause {
  id: number;
}

let ids = 0;
export const draftOf = (clause: Clause): Draft => ({ ...clause, id: ++ids });
export const clauseOf = ({ key, title, text }: Draft): Clause => ({ key, title: title.trim(), text: text.trim() });
/** Points without any words are left out. */
export const finished = (drafts: readonly Draft[]): Clause[] =>
  drafts.filter(({ title, text }) => title.trim() || text.trim()).map(clauseOf);
/** What keeps the drafts from being an agreement. */
export const lacking = (drafts: readonly Draft[]): 'no_clauses' | 'unfinished' | undefined => {
  if (finished(drafts).length === 0) return 'no_clauses';
  return drafts.some(({ title, text }) => !title.trim() && text.trim()) ? 'unfinished' : undefined;
};
export const clausesDiffer = (drafts: readonly Draft[], from: readonly Clause[]): boolean =>
  JSON.stringify(finished(drafts)) !== JSON.stringify(from.map(({ key, title, text }) => ({ key, title, text })));
