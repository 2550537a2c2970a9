// The check for identifiers while somebody writes: what stands in which field, which places were found, what was decided.
// Knows no screen and no socket, so that any screen can use it (see checked_field.tsx) and a test can drive it. The texts
// go to `ask` and nowhere else.
import { computed, signal } from '@preact/signals';
import { fromUtf16, toUtf16 } from '../data/code_points.ts';
import type { Finding } from '../protocol.gen.ts';
import { Codes } from './codes.ts';
import { clean, type Edit, editBetween, moved, type Span, touches } from './spans.ts';

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

export type Asked<F extends string> = { field: F; text: string }[];
export type Answered<F extends string> = { field: F; findings: Finding[] }[];
type Texts<F extends string> = Record<F, string>;
type Snapshot<F extends string> = { texts: Texts<F>; kept: KeptPlace<F>[] };
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
  /** Milliseconds without typing that count as a pause. */
  pause?: number;
  now?: () => number;
}

const most_steps = 200;
const together_ms = 900;
/** More checks than this in a row, and then two a second: the server takes 300 calls a minute of one person. */
const at_once = 120;

export class Checker<F extends string> {
  readonly fields: readonly F[];
  readonly texts;
  readonly kept = signal<KeptPlace<F>[]>([]);
  /** The place that one looks at now. */
  readonly at = signal<number | undefined>(undefined);
  /** waiting: what is typed has not been looked at yet. failed: it could not be. */
  readonly state = signal<'idle' | 'waiting' | 'failed'>('idle');
  readonly can_undo = signal(false);
  /** Fields that do not count at the moment. */
  readonly left_out = signal<readonly F[]>([]);
  readonly views = new Map<F, View>();
  readonly #found = signal<Place<F>[]>([]);
  readonly #codes = new Codes();
  readonly #options: Options<F>;
  readonly #now: () => number;
  #past: Snapshot<F>[] = [];
  #future: Snapshot<F>[] = [];
  #typed: { field: F; at: number } | undefined;
  #unchecked = new Set<F>();
  #flight: Map<F, Edit[]> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settled: (() => void)[] = [];
  #ids = 0;
  #budget = at_once;
  #edited = 0;
  #filled: number;

  constructor(options: Options<F>) {
    this.#options = options;
    this.fields = options.fields;
    this.texts = signal(Object.fromEntries(options.fields.map((field) => [field, ''])) as Texts<F>);
    this.#now = options.now ?? (() => performance.now());
    this.#filled = this.#now();
  }

  /** All places in reading order, with codes that mean one person each. */
  readonly places = computed(() => {
    const order = (place: Place<F>) => this.fields.indexOf(place.field);
    const sorted = this.#found.value
      .filter(({ field }) => !this.left_out.value.includes(field))
      .sort((a, b) => order(a) - order(b) || a.start - b.start);
    // The longest field knows the people best.
    const by_length = this.fields.toSorted((a, b) => this.texts.value[b].length - this.texts.value[a].length);
    const names = sorted
      .filter(({ type }) => type === 'NAME')
      .sort((a, b) => by_length.indexOf(a.field) - by_length.indexOf(b.field) || a.start - b.start);
    const settled = this.#codes.settle(
      names.map((place) => ({ field: place.field, words: this.words(place), proposals: place.proposals })),
      Object.values(this.texts.value),
    );
    const own = new Map(names.map((place, i) => [place.id, settled[i]!]));
    return sorted.map((place) => ({ ...place, proposals: own.get(place.id) ?? place.proposals }));
  });
  /** Places that still have to be replaced or decided. */
  readonly open = computed(() => this.places.value.filter((place) => !this.keptAs(place)));
  readonly rows = computed(() => {
    const rows = new Map<string, Row<F>>();
    for (const place of this.places.value) {
      const because = this.keptAs(place)?.because;
      const words = this.words(place);
      const key = `${place.certain} ${because === undefined} ${words}`;
      const row = rows.get(key);
      if (row) row.places.push(place);
      else {
        const { certain, reason, proposals } = place;
        rows.set(key, {
          words,
          certain,
          reason,
          proposals,
          places: [place],
          ...(because === undefined ? {} : { because }),
        });
      }
    }
    return [...rows.values()];
  });

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
    this.#past = [];
    this.#future = [];
    this.can_undo.value = false;
    this.#apply({ texts: { ...this.texts.value, ...texts }, kept });
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
    this.#apply({ texts: { ...this.texts.value, [field]: wanted }, kept: this.kept.value });
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
  /** One button for all that has to go. Returns how many there were. */
  replaceCertain(): number {
    const certain = this.open.value.filter((place) => place.certain && place.proposals.length);
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
    this.#step(this.#past, this.#future);
  }
  redo(): void {
    this.#step(this.#future, this.#past);
  }
  #step(from: Snapshot<F>[], to: Snapshot<F>[]): void {
    const snapshot = from.pop();
    if (!snapshot) return;
    to.push({ texts: this.texts.value, kept: this.kept.value });
    this.#typed = undefined;
    this.#apply(snapshot);
    this.kept.value = snapshot.kept;
    this.can_undo.value = this.#past.length > 0;
  }
  #remember(): void {
    this.#past.push({ texts: this.texts.value, kept: this.kept.value });
    if (this.#past.length > most_steps) this.#past.shift();
    this.#future = [];
    this.#typed = undefined;
    this.can_undo.value = true;
  }

  #apply({ texts }: Snapshot<F>): void {
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
    this.#unchecked.add(field);
  }
  #changed(texts: Texts<F>): void {
    this.texts.value = texts;
    this.#edited = this.#now();
    this.#schedule();
  }

  // ---- checking ----

  #schedule(): void {
    if (!this.#unchecked.size) return;
    this.state.value = 'waiting';
    if (this.#flight) return;
    clearTimeout(this.#timer);
    const now = this.#now();
    this.#budget = Math.min(at_once, this.#budget + (now - this.#filled) / 500);
    this.#filled = now;
    const pause = Math.max(0, (this.#options.pause ?? 90) - (now - this.#edited));
    this.#timer = setTimeout(() => this.#send(), this.#budget >= 1 ? pause : 600);
  }

  /** Looks at all that has not been looked at, now. Resolves when that is done, or has failed. */
  settle(): Promise<void> {
    if (this.#unchecked.size === 0 && !this.#flight) return Promise.resolve();
    const done = new Promise<void>((resolve) => this.#settled.push(resolve));
    if (!this.#flight) this.#send();
    return done;
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#budget--;
    const fields = [...this.#unchecked];
    // What is just being composed may not be in its normal form; it is looked at when it is finished.
    const now = fields.filter((field) => this.texts.value[field].isWellFormed());
    const blank = now.filter((field) => !this.texts.value[field].trim());
    const asked = now
      .filter((field) => !blank.includes(field))
      .map((field) => ({ field, text: this.texts.value[field].normalize('NFC') }));
    for (const field of now) this.#unchecked.delete(field);
    if (blank.length) this.#found.value = this.#found.value.filter(({ field }) => !blank.includes(field));
    const flight = new Map<F, Edit[]>(asked.map(({ field }) => [field, []]));
    this.#flight = flight;
    try {
      const answer = asked.length ? await this.#options.ask(asked) : [];
      for (const { field, findings } of answer) {
        const sent = asked.find((one) => one.field === field)?.text;
        if (sent !== undefined) this.#take(field, sent, findings, flight.get(field) ?? []);
      }
      this.#flight = undefined;
      this.state.value = this.#unchecked.size ? 'waiting' : 'idle';
      if (this.#unchecked.size && this.#settled.length) return void this.#send();
      this.#schedule();
    } catch {
      this.#flight = undefined;
      for (const { field } of asked) this.#unchecked.add(field);
      this.state.value = 'failed';
    }
    for (const done of this.#settled.splice(0)) done();
  }

  #take(field: F, sent: string, findings: readonly Finding[], edits: readonly Edit[]): void {
    const before = this.#found.value.filter((place) => place.field === field);
    const fresh: Place<F>[] = [];
    // Findings come in order: each is counted on from the one before, not from the beginning.
    let [point, unit] = [0, 0];
    const unitAt = (wanted: number) => {
      if (wanted < point) [point, unit] = [0, 0];
      unit += toUtf16(sent.slice(unit), wanted - point);
      point = wanted;
      return unit;
    };
    for (const { start, end, type, level, reason, proposals } of findings) {
      let span: Span | undefined = { start: unitAt(start), end: unitAt(end) };
      for (const edit of edits) span = span && moved(span, edit);
      if (!span || span.end <= span.start) continue;
      // The same place as before keeps its id, so that nothing on the screen is made anew.
      const same = before.find((place) => place.start === span.start && place.end === span.end);
      const id = same?.id ?? ++this.#ids;
      fresh.push({ id, field, ...span, certain: level === 'must_replace', type, reason, proposals });
    }
    this.#found.value = [...this.#found.value.filter((place) => place.field !== field), ...fresh];
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
    const order = (field: F, at: number) => this.fields.indexOf(field) * 1e6 + at;
    const current = this.places.value.find((place) => place.id === this.at.value);
    const stands_on_it = current && from?.field === current.field && from.at === current.start;
    const here =
      from && !stands_on_it
        ? order(from.field, from.at) - (by > 0 ? 0.5 : 0)
        : current
          ? order(current.field, current.start)
          : -1;
    const places = by > 0 ? open : open.toReversed();
    const found = places.find((place) => (order(place.field, place.start) - here) * by > 0) ?? places[0]!;
    this.at.value = found.id;
    return found;
  }
  show(place: Place<F>): void {
    this.at.value = place.id;
    this.views.get(place.field)?.show(place, place.id);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
