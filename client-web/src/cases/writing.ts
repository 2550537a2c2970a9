// An unfinished case while this tab is open: it outlives the screen, and (see drafts.ts) the tab.
import { effect, signal } from '@preact/signals';
import { me } from '../app/me.ts';
import type { CaseView, Wanted } from '../protocol.gen.ts';
import { checkOf } from './ask.ts';
import { Checker } from './checker.ts';
import { type Draft, discard, keeping, load, save } from './drafts.ts';
import { type Field, fields, usual_days } from './form.ts';

const save_ms = 300;

export class Writing {
  readonly account: string;
  readonly group: string;
  readonly checker: Checker<Field>;
  readonly wanted = signal<Wanted | undefined>(undefined);
  readonly session = signal<string | undefined>(undefined);
  readonly keep_days = signal(usual_days);
  readonly attested = signal(false);
  /** The presenter will tell it; nothing written is handed in. */
  readonly told = signal(false);
  readonly ready = signal(false);
  readonly saved = signal(false);
  /** Whether it has been said that a paste may be a whole record. */
  readonly pasted = { said: false };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: () => void = () => {};

  constructor(account: string, group: string) {
    this.account = account;
    this.group = group;
    this.checker = new Checker<Field>({
      fields,
      lines: fields.filter((field) => field !== 'question' && field !== 'text'),
      ask: checkOf<Field>(group),
    });
    load(account, group).then((draft) => {
      if (draft && !this.ready.peek()) this.take(draft);
      this.saved.value = !!draft;
      this.begin();
    });
  }

  take({ texts, kept, wanted, session, keep_days, told }: Draft): void {
    this.checker.load(texts, kept);
    this.wanted.value = wanted;
    this.session.value = session;
    this.keep_days.value = keep_days;
    this.tell(told);
  }
  tell(told: boolean): void {
    this.told.value = told;
    this.checker.left_out.value = told ? ['text'] : [];
  }
  get draft(): Draft {
    return {
      texts: this.checker.texts.value,
      kept: this.checker.kept.value,
      wanted: this.wanted.value,
      session: this.session.value,
      keep_days: this.keep_days.value,
      told: this.told.value,
    };
  }
  get empty(): boolean {
    return Object.values(this.checker.texts.value).every((text) => !text.trim());
  }

  /** From now on each change is kept on this device. */
  begin(): void {
    if (this.ready.peek()) return;
    this.ready.value = true;
    let first = true;
    const stop = effect(() => {
      void this.draft;
      const on = keeping.value;
      if (!on) this.saved.value = false;
      if (!first && on) {
        this.saved.value = false;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(this.#save, save_ms);
      }
      first = false;
    });
    const hide = () => document.visibilityState === 'hidden' && this.#timer && this.#save();
    document.addEventListener('visibilitychange', hide);
    this.#stop = () => {
      stop();
      document.removeEventListener('visibilitychange', hide);
    };
  }
  #save = async (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const kept = this.empty
      ? await discard(this.account, this.group).then(() => true)
      : await save(this.account, this.group, this.draft);
    if (!this.#timer) this.saved.value = kept && !this.empty;
  };
  end(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.checker.end();
  }
}

const writings = new Map<string, Writing>();
const place = (account: string, group: string) => `${account} ${group}`;

export function writingOf(account: string, group: string): Writing {
  const key = place(account, group);
  const found = writings.get(key) ?? new Writing(account, group);
  writings.set(key, found);
  return found;
}
/** Handed in, or given up: gone from memory and from this device. */
export async function forget(account: string, group: string): Promise<void> {
  writings.get(place(account, group))?.end();
  writings.delete(place(account, group));
  await discard(account, group);
}
/** Goes on with a case that was taken back. */
export async function revise(
  account: string,
  group: string,
  { summary, title, question, blur, text }: CaseView,
): Promise<void> {
  await forget(account, group);
  const writing = writingOf(account, group);
  writing.begin();
  writing.take({
    texts: { title, question, ...blur, text },
    kept: [],
    wanted: summary.wanted,
    session: summary.session,
    keep_days: usual_days,
    told: !text.trim(),
  });
}

// Whoever signs out leaves nothing in this tab.
effect(() => {
  if (me.value) return;
  for (const writing of writings.values()) writing.end();
  writings.clear();
});
