// The places that the check has found, as the browser counts them.
import { toUtf16 } from '../data/code_points.ts';
import type { Finding } from '../protocol.gen.ts';
import type { Named } from './codes.ts';
import { type Edit, moved, type Span } from './spans.ts';

export interface Place<F extends string> extends Span {
  id: number;
  field: F;
  certain: boolean;
  type: string;
  reason: string;
  proposals: string[];
}
/** A doubtful place that its author decided to keep. */
export interface KeptPlace<F extends string> extends Span {
  field: F;
  because: string;
}
/** Places with the same words, decided together. */
export interface Row<F extends string> {
  words: string;
  places: Place<F>[];
  certain: boolean;
  reason: string;
  proposals: string[];
  because?: string;
}

/** Findings in a text as it was sent, moved by what has been typed since. `id` tells a place's number. */
export function placesIn<F extends string>(
  field: F,
  sent: string,
  findings: readonly Finding[],
  edits: readonly Edit[],
  id: (span: Span) => number,
): Place<F>[] {
  // Findings come in order: each is counted on from the one before, not from the beginning.
  let [point, unit] = [0, 0];
  const unitAt = (wanted: number) => {
    if (wanted < point) [point, unit] = [0, 0];
    unit += toUtf16(sent.slice(unit), wanted - point);
    point = wanted;
    return unit;
  };
  return findings.flatMap(({ start, end, type, level, reason, proposals }) => {
    let span: Span | undefined = { start: unitAt(start), end: unitAt(end) };
    for (const edit of edits) span = span && moved(span, edit);
    if (!span || span.end <= span.start) return [];
    return { id: id(span), field, ...span, certain: level === 'must_replace', type, reason, proposals };
  });
}

/** Places with the same words, the same level and the same decision stand in one row. */
export function rowsOf<F extends string>(
  places: readonly Place<F>[],
  words: (place: Place<F>) => string,
  kept: (place: Place<F>) => string | undefined,
): Row<F>[] {
  const rows = new Map<string, Row<F>>();
  for (const place of places) {
    const because = kept(place);
    const key = `${place.certain} ${because === undefined} ${words(place)}`;
    const row = rows.get(key);
    if (row) {
      row.places.push(place);
      continue;
    }
    const { certain, reason, proposals } = place;
    const decided = because === undefined ? {} : { because };
    rows.set(key, { words: words(place), certain, reason, proposals, places: [place], ...decided });
  }
  return [...rows.values()];
}

export const inOrder = <F extends string>(places: readonly Place<F>[], fields: readonly F[]): Place<F>[] =>
  places.toSorted((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field) || a.start - b.start);

/** Of places that lie over one another only the longest. */
export function apart<F extends string>(places: readonly Place<F>[]): Place<F>[] {
  const taken: Place<F>[] = [];
  for (const one of places.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!taken.some((other) => other.field === one.field && other.start < one.end && other.end > one.start))
      taken.push(one);
  return taken;
}

/** The places with proposals in which every person has one code, the same in all fields. */
export function withCodes<F extends string>(
  places: readonly Place<F>[],
  fields: readonly F[],
  texts: Record<F, string>,
  settle: (named: Named[]) => string[][],
): Place<F>[] {
  // The longest field knows the people best.
  const by_length = fields.toSorted((a, b) => texts[b].length - texts[a].length);
  const names = inOrder(
    places.filter(({ type }) => type === 'NAME'),
    by_length,
  );
  const named = names.map(({ field, start, end, proposals }) => ({
    field,
    words: texts[field].slice(start, end),
    proposals,
  }));
  const settled = settle(named);
  const own = new Map(names.map((place, i) => [place.id, settled[i]!]));
  return places.map((place) => ({ ...place, proposals: own.get(place.id) ?? place.proposals }));
}

/** The next of the open places, or with -1 the one before; after the last the first. Seen from the caret, else from the
 * place one looks at. */
export function nextOf<F extends string>(
  open: readonly Place<F>[],
  fields: readonly F[],
  by: 1 | -1,
  current: Place<F> | undefined,
  caret: { field: F; at: number } | undefined,
): Place<F> {
  const order = (field: F, at: number) => fields.indexOf(field) * 1e6 + at;
  const stands_on_it = current && caret?.field === current.field && caret.at === current.start;
  let here = current ? order(current.field, current.start) : -1;
  // A place that begins at the caret is the next one, unless one comes from it.
  if (caret && !stands_on_it) here = order(caret.field, caret.at) - (by > 0 ? 0.5 : 0);
  const places = by > 0 ? open : open.toReversed();
  return places.find((place) => (order(place.field, place.start) - here) * by > 0) ?? places[0]!;
}

/** "text:12-17,title:0-4" of a refusal, in code points. */
export function namedPlaces<F extends string>(
  list: string,
  fields: readonly F[],
): { field: F; start: number; end: number }[] {
  return [...list.matchAll(/(\w+):(\d+)-(\d+)/g)].flatMap(([, named, start, end]) => {
    const field = fields.find((one) => one === named);
    return field ? [{ field, start: Number(start), end: Number(end) }] : [];
  });
}
