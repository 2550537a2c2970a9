// Messages are strings with {places}; one that depends on a number has forms by plural category, chosen by {count}.

export type Plural = { one?: string; two?: string; few?: string; many?: string; zero?: string; other: string };
export type Message = string | Plural;

type PlacesIn<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? P | PlacesIn<Rest> : never;
/** The names that a message wants filled. */
export type Places<M> = M extends string
  ? PlacesIn<M>
  : M extends { other: infer O extends string }
    ? PlacesIn<O> | 'count'
    : never;

const rules = new Map<string, Intl.PluralRules>();

function form(message: Message, language: string, count: unknown): string {
  if (typeof message === 'string') return message;
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return message[rule.select(Number(count))] ?? message.other;
}

/** Text and fillings in order, so that a filling can be markup as well as text. */
export function pieces<V>(message: Message, language: string, values: Record<string, V>): (string | V)[] {
  const out: (string | V)[] = [];
  const text = form(message, language, values.count);
  let from = 0;
  for (const match of text.matchAll(/\{(\w+)\}/g)) {
    if (match.index > from) out.push(text.slice(from, match.index));
    const value = values[match[1]!];
    if (value !== undefined) out.push(value);
    from = match.index + match[0].length;
  }
  if (from < text.length) out.push(text.slice(from));
  return out;
}

export function fill(message: Message, language: string, values: Record<string, string | number>): string {
  return pieces(message, language, values)
    .map((piece) => (typeof piece === 'number' ? piece.toLocaleString(language) : piece))
    .join('');
}
