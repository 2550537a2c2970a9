// "Client A" for one person, all through a case. The check sees single fields as they stand, so after a name has become
// Client A it may propose Client A for the next one; here every person keeps one code and no code stands for two.

export interface Named {
  /** Within one field the same proposal means the same person. */
  field: string;
  words: string;
  proposals: readonly string[];
}

/** Behind a title the letter alone: "Frau A". */
const code = /^(?:(\p{L}[\p{L}-]*) )?([A-Z])$/u;
const codes_in = /(?<![\p{L}\p{N}])(\p{L}[\p{L}-]*) ([A-Z])(?![\p{L}\p{N}])/gu;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Whose code is whose: for a role and somebody's words, the code that was taken for them. */
export class Codes {
  readonly #of = new Map<string, string>();
  static #key = (role: string, words: string) => `${role} ${words.toLocaleLowerCase()}`;

  took(words: string, replacement: string): void {
    const found = code.exec(replacement);
    if (found) this.#of.set(Codes.#key(found[1] ?? '', words), replacement);
  }

  /** Proposals for each, in order; those that are no codes stay as they are. */
  settle(named: readonly Named[], texts: readonly string[]): string[][] {
    const standing = new Set(texts.flatMap((text) => text.match(codes_in) ?? []));
    const used_letters = new Set([...standing].map((one) => one.slice(-1)));
    const given = new Map<string, string>();
    const taken = new Set<string>();
    return named.map(({ field, words, proposals }) =>
      proposals.map((proposal) => {
        const found = code.exec(proposal);
        if (!found) return proposal;
        const role = found[1] ?? '';
        const mine = Codes.#key(role, words);
        const group = `${field} ${proposal}`;
        const free = (one: string) => !taken.has(one) && !(role ? standing : used_letters).has(one);
        const settled =
          this.#of.get(mine) ??
          given.get(mine) ??
          given.get(group) ??
          [proposal, ...[...letters].map((letter) => (role ? `${role} ${letter}` : letter))].find(free) ??
          proposal;
        given.set(mine, settled);
        given.set(group, settled);
        taken.add(settled);
        return settled;
      }),
    );
  }
}
