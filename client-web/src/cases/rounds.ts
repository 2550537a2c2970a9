// When to look at fields that have changed: after a pause, one question at a time, and not too many a minute.
import { signal } from '@preact/signals';
import { Pace } from './pace.ts';

const pause_ms = 90;

export interface Timing {
  /** Milliseconds without typing that count as a pause. */
  pause?: number | undefined;
  now: () => number;
}

export class Rounds<F extends string> {
  /** waiting: what is typed has not been looked at yet. failed: it could not be. */
  readonly state = signal<'idle' | 'waiting' | 'failed'>('idle');
  readonly #look: (fields: F[]) => Promise<F[]>;
  readonly #timing: Timing;
  readonly #pace: Pace;
  readonly #waiting = new Set<F>();
  #running = false;
  #edited = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settled: (() => void)[] = [];

  /** `look` returns the fields that it could not look at yet. When it throws they all wait for the next change. */
  constructor(look: (fields: F[]) => Promise<F[]>, timing: Timing) {
    this.#look = look;
    this.#timing = timing;
    this.#pace = new Pace(timing.now());
  }

  add(field: F): void {
    this.#waiting.add(field);
  }
  /** Something has been edited just now. */
  edited(): void {
    this.#edited = this.#timing.now();
    this.#schedule();
  }
  /** Looks at all that waits, now. Resolves when that is done, or has failed. */
  settle(): Promise<void> {
    if (this.#waiting.size === 0 && !this.#running) return Promise.resolve();
    const done = new Promise<void>((resolve) => this.#settled.push(resolve));
    if (!this.#running) this.#round();
    return done;
  }
  end(): void {
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (!this.#waiting.size) return;
    this.state.value = 'waiting';
    if (this.#running) return;
    clearTimeout(this.#timer);
    const now = this.#timing.now();
    const pause = (this.#timing.pause ?? pause_ms) - (now - this.#edited);
    this.#timer = setTimeout(() => this.#round(), Math.max(0, pause, this.#pace.wait(now)));
  }

  async #round(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pace.sent(this.#timing.now());
    const fields = [...this.#waiting];
    this.#waiting.clear();
    this.#running = true;
    try {
      const later = await this.#look(fields);
      const came_meanwhile = this.#waiting.size > 0;
      for (const field of later) this.#waiting.add(field);
      this.#running = false;
      this.state.value = this.#waiting.size ? 'waiting' : 'idle';
      if (came_meanwhile && this.#settled.length) return void this.#round();
      if (came_meanwhile) this.#schedule();
    } catch {
      this.#running = false;
      for (const field of fields) this.#waiting.add(field);
      this.state.value = 'failed';
    }
    for (const done of this.#settled.splice(0)) done();
  }
}
