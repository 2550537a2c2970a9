// The check for identifiers while somebody writes: what stands in which field, which places were found, what was decided.
// Knows no screen and no socket, so that any screen can use it (see checked_field.tsx) and a test can drive it. The texts
// go to `ask` and nowhere else.
import { computed, signal } from '@preact/signals';
import { fromUtf16, toUtf16 } from '../data/code_points.ts';
import type { Finding } from '../protocol.gen.ts';
import { Codes, type Named } from './codes.ts';
import { History } from './history.ts';
import { apart, inOrder, type KeptPlace, nextOf, type Place, placesIn, type Row, rowsOf, withCodes } from './places.ts';
import { Rounds } from './rounds.ts';
import { clean, type Edit, editBetween, moved, type Span, sameWords, touches } from './spans.ts';

export type Asked<F extends string> = { field: F; text: string }[];
export type Answered<F extends string> = { field: F; findings: Finding[] }[];
type Texts<F extends string> = Record<F, string>;
type Snapshot<F extends string> = { texts: Texts<F>; kept: KeptPlace<F>[]; found: Place<F>[] };
/** How a field on the screen shows a place. */
export interface View {
  show(span: Span, id?: number): void;
}

export interface Options<F extends string> {
  /** In the order in which they are read. */
  fields: readonly F[];
  /** Fields without line ends. */
  lines?: readonly F[];
  ask(asked: Asked<F>): Promise<Answered<F>>;
  /** See rounds.ts. */
  pause?: number;
  now?: () => number;
}

const together_ms = 900;
export class Checker<F extends string> {
  readonly fields: readonly F[];
  readonly texts;
  readonly kept = signal<KeptPlace<F>[]>([]);
  /** The place that one looks at now. */
  readonly at = signal<number | undefined>(undefined);
  readonly can_undo = signal(false);
  /** Fields that do not count at the moment. */
  readonly left_out = signal<readonly F[]>([]);
  readonly views = new Map<F, View>();
  readonly #found = signal<Place<F>[]>([]);
  readonly #codes = new Codes();
  readonly #options: Options<F>;
  readonly #now: () => number;
  readonly #history = new History<Snapshot<F>>();
  #typed: { field: F; at: number } | undefined;
  readonly #rounds: Rounds<F>;
  #flight: Map<F, Edit[]> | undefined;
  #ids = 0;

  constructor(options: Options<F>) {
    this.#options = options;
    this.fields = options.fields;
    this.texts = signal(Object.fromEntries(options.fields.map((field) => [field, ''])) as Texts<F>);
    this.#now = options.now ?? (() => performance.now());
    this.#rounds = new Rounds((fields) => this.#look(fields), { pause: options.pause, now: this.#now });
  }

  /** All places in reading order, with codes that mean one person each. */
  readonly places = computed(() => {
    const counting = this.#found.value.filter(({ field }) => !this.left_out.value.includes(field));
    const settle = (named: Named[]) => this.#codes.settle(named, Object.values(this.texts.value));
    return withCodes(inOrder(counting, this.fields), this.fields, this.texts.value, settle);
  });
  /** Places that still have to be replaced or decided. */
  readonly open = computed(() => this.places.value.filter((place) => !this.keptAs(place)));
  readonly rows = computed(() =>
    rowsOf(
      this.places.value,
      (place) => this.words(place),
      (place) => this.keptAs(place)?.because,
    ),
  );

  get state(): Rounds<F>['state'] {
    return this.#rounds.state;
  }
  words({ field, start, end }: Span & { field: F }): string {
    return this.texts.value[field].slice(start, end);
  }
  keptAs(place: Place<F>): KeptPlace<F> | undefined {
    if (place.certain) return undefined;
    const covers = (one: KeptPlace<F>) => one.field === place.field && one.start <= place.start && one.end >= place.end;
    return this.kept.value.find(covers);
  }
  /** What submitting wants to know, in code points. */
  keptSpans(): { field: F; start: number; end: number }[] {
    const text = this.texts.value;
    return this.places.value
      .filter((place) => this.keptAs(place))
      .map(({ field, start, end }) => ({
        field,
        start: fromUtf16(text[field], start),
        end: fromUtf16(text[field], end),
      }));
  }

  // ---- writing ----

  /** Starts anew with these. */
  load(texts: Partial<Texts<F>>, kept: KeptPlace<F>[] = []): void {
    this.#history.clear();
    this.can_undo.value = false;
    this.#apply({ ...this.texts.value, ...texts });
    this.kept.value = kept;
  }

  /** What somebody has typed. While a character is being composed the text stays as it is; a paste is a step of its own. */
  type(field: F, text: string, { composing = false, pasted = false } = {}): void {
    const wanted = composing ? text : clean(text, this.#options.lines?.includes(field));
    if (wanted === this.texts.value[field]) return;
    const now = this.#now();
    const goes_on = !pasted && this.#typed?.field === field && now - this.#typed.at < together_ms;
    if (!goes_on) this.#remember();
    this.#typed = pasted ? undefined : { field, at: now };
    this.#apply({ ...this.texts.value, [field]: wanted });
  }

  /** Puts a word in each place; with `word` as a function another one for each. */
  replace(places: readonly Place<F>[], word: string | ((place: Place<F>) => string)): void {
    if (!places.length) return;
    this.#remember();
    const texts = { ...this.texts.value };
    for (const place of places.toSorted((a, b) => b.start - a.start)) {
      const { field, start, end } = place;
      const own = clean(typeof word === 'string' ? word : word(place), this.#options.lines?.includes(field));
      if (place.type === 'NAME') this.#codes.took(this.words(place), own);
      const next = texts[field].slice(0, start) + own + texts[field].slice(end);
      this.#follow(field, { from: start, removed: end - start, inserted: own.length });
      texts[field] = next;
    }
    this.#changed(texts);
  }
  /** Where a row's words stand, in all fields: its places, and the same words where nothing was found in them. */
  everywhere(row: Row<F>): Place<F>[] {
    const others = this.fields
      .filter((field) => !this.left_out.value.includes(field))
      .flatMap((field) =>
        sameWords(this.texts.value[field], row.words).map((span) => ({ ...row.places[0]!, field, ...span })),
      )
      .filter(
        (one) =>
          !this.places.value.some(
            (place) => place.field === one.field && place.start < one.end && place.end > one.start,
          ),
      );
    return inOrder([...row.places, ...others], this.fields);
  }
  /** All that has to go, wherever the same words stand. */
  certain(): Place<F>[] {
    const rows = this.rows.value.filter((row) => row.certain);
    return apart(rows.flatMap((row) => this.everywhere(row))).filter(({ proposals }) => proposals.length);
  }
  /** One button for them. Returns how many there were. */
  replaceCertain(): number {
    const certain = this.certain();
    this.replace(certain, (place) => place.proposals[0]!);
    return certain.length;
  }

  keep(places: readonly Place<F>[], because: string): void {
    this.#remember();
    const added = places
      .filter((place) => !place.certain)
      .map(({ field, start, end }) => ({ field, start, end, because }));
    this.kept.value = [...this.kept.value, ...added];
  }
  /** Asks again. */
  unkeep(places: readonly Place<F>[]): void {
    this.#remember();
    const gone = places.map((place) => this.keptAs(place));
    this.kept.value = this.kept.value.filter((one) => !gone.includes(one));
  }

  undo(): void {
    this.#restore(this.#history.undo(this.#standing()));
  }
  redo(): void {
    this.#restore(this.#history.redo(this.#standing()));
  }
  #standing(): Snapshot<F> {
    return { texts: this.texts.value, kept: this.kept.value, found: this.#found.value };
  }
  #restore(snapshot: Snapshot<F> | undefined): void {
    if (!snapshot) return;
    this.#typed = undefined;
    this.#apply(snapshot.texts);
    this.kept.value = snapshot.kept;
    // As far apart as two states lie, no place would be followed from one to the other.
    this.#found.value = snapshot.found;
    this.can_undo.value = this.#history.can_undo;
  }
  #remember(): void {
    this.#history.remember(this.#standing());
    this.#typed = undefined;
    this.can_undo.value = true;
  }

  #apply(texts: Texts<F>): void {
    for (const field of this.fields) {
      const edit = editBetween(this.texts.value[field], texts[field]);
      if (edit) this.#follow(field, edit);
    }
    this.#changed(texts);
  }
  /** Places move with an edit until the next answer comes. A decision holds for the words that it was made about. */
  #follow(field: F, edit: Edit): void {
    this.#flight?.get(field)?.push(edit);
    this.#found.value = this.#found.value.flatMap((place) =>
      place.field === field ? (moved(place, edit) ?? []) : place,
    );
    this.kept.value = this.kept.value.flatMap((one) => {
      if (one.field !== field) return one;
      return touches(one, edit) ? [] : (moved(one, edit) ?? []);
    });
    this.#rounds.add(field);
  }
  #changed(texts: Texts<F>): void {
    this.texts.value = texts;
    this.#rounds.edited();
  }

  // ---- checking ----

  /** Looks at all that has not been looked at, now. Resolves when that is done, or has failed. */
  settle(): Promise<void> {
    return this.#rounds.settle();
  }
  /** Looks at everything again: what is asked for has changed. */
  again(): void {
    for (const field of this.fields) this.#rounds.add(field);
    this.#rounds.edited();
  }

  async #look(fields: F[]): Promise<F[]> {
    // What is just being composed may not be in its normal form; it is looked at when it is finished.
    const now = fields.filter((field) => this.texts.value[field].isWellFormed());
    const blank = now.filter((field) => !this.texts.value[field].trim());
    const asked = now
      .filter((field) => !blank.includes(field))
      .map((field) => ({ field, text: this.texts.value[field].normalize('NFC') }));
    if (blank.length) this.#found.value = this.#found.value.filter(({ field }) => !blank.includes(field));
    const flight = new Map<F, Edit[]>(asked.map(({ field }) => [field, []]));
    this.#flight = flight;
    try {
      const answer = asked.length ? await this.#options.ask(asked) : [];
      for (const { field, findings } of answer) {
        const sent = asked.find((one) => one.field === field)?.text;
        if (sent !== undefined) this.#take(field, sent, findings, flight.get(field) ?? []);
      }
    } finally {
      this.#flight = undefined;
    }
    return fields.filter((field) => !now.includes(field));
  }

  #take(field: F, sent: string, findings: readonly Finding[], edits: readonly Edit[]): void {
    const others = this.#found.value.filter((place) => place.field !== field);
    const before = this.#found.value.filter((place) => place.field === field);
    const id = (span: Span) =>
      before.find((place) => place.start === span.start && place.end === span.end)?.id ?? ++this.#ids;
    this.#found.value = [...others, ...placesIn(field, sent, findings, edits, id)];
  }

  /** A place that the server named though the check has not; in code points. Returns the place that covers it. */
  named(field: F, start: number, end: number, reason: string): Place<F> | undefined {
    const text = this.texts.value[field];
    const span = { start: toUtf16(text, start), end: toUtf16(text, end) };
    const overlaps = (one: Place<F>) => one.field === field && one.start < span.end && one.end > span.start;
    const known = this.places.value.find(overlaps);
    if (known || span.end <= span.start) return known;
    const place = { id: ++this.#ids, field, ...span, certain: true, type: '', reason, proposals: [] };
    this.#found.value = [...this.#found.value, place];
    return place;
  }

  // ---- looking ----

  /** The next place (or with -1 the one before) that is still open, seen from where one stands; after the last the first. */
  step(by: 1 | -1, from?: { field: F; at: number }): Place<F> | undefined {
    const open = this.open.value;
    if (!open.length) return undefined;
    const current = this.places.value.find((place) => place.id === this.at.value);
    const found = nextOf(open, this.fields, by, current, from);
    this.at.value = found.id;
    return found;
  }
  show(place: Place<F>): void {
    this.at.value = place.id;
    this.views.get(place.field)?.show(place, place.id);
  }

  end(): void {
    this.#rounds.end();
  }
}
