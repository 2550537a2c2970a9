// Places in a text while the text changes. All positions are UTF-16 units; the wire's code points end at checker.ts.

export interface Span {
  start: number;
  end: number;
}
export interface Edit {
  from: number;
  removed: number;
  inserted: number;
}

/** The one stretch in which two texts differ; nothing when they are the same. */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, removed: before.length - from - tail, inserted: after.length - from - tail };
}

/** Where a span stands after an edit. One that was touched grows and shrinks with it; what was cut out is gone. */
export function moved<S extends Span>(span: S, { from, removed, inserted }: Edit): S | undefined {
  const to = from + removed;
  const by = inserted - removed;
  if (span.end <= from) return span;
  if (span.start >= to) return { ...span, start: span.start + by, end: span.end + by };
  if (from <= span.start && to >= span.end) return undefined;
  if (from >= span.start && to <= span.end) return { ...span, end: span.end + by };
  // Half cut off: what is left of it.
  return from < span.start ? { ...span, start: from + inserted, end: span.end + by } : { ...span, end: from };
}

/** Whether an edit changed what a span holds. */
export const touches = (span: Span, { from, removed, inserted }: Edit): boolean =>
  removed > 0 ? from < span.end && from + removed > span.start : inserted > 0 && from > span.start && from < span.end;

/** Where a caret stands after an edit: behind what came in, when it stood inside. */
export function caretAfter(at: number, { from, removed, inserted }: Edit): number {
  if (at <= from) return at;
  return at >= from + removed ? at + inserted - removed : from + inserted;
}

/** What the server takes as text: one normal form, whole characters, no control characters but line ends and tabs. */
export function clean(text: string, oneLine = false): string {
  const lines = text.replace(/\r\n?|\u0085/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
  return (oneLine ? lines.replace(/[\n\t]+/g, ' ') : lines).toWellFormed().normalize('NFC');
}

export const words = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** Where these words stand by themselves in a text, letter for letter. */
export function sameWords(text: string, wanted: string): Span[] {
  const found: Span[] = [];
  if (!wanted) return found;
  const letter = /[\p{L}\p{N}\p{M}]/u;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    const before = letter.test(text[at - 1] ?? '') && letter.test(wanted[0]!);
    const after = letter.test(text[end] ?? '') && letter.test(wanted.at(-1)!);
    if (!before && !after) found.push({ start: at, end });
  }
  return found;
}
