// The server takes 300 calls of one person at once and ten a second after those. Somebody who types calmly pauses after
// each key, and each pause is a check: these take a part of it, and leave the rest to all else.

const at_once = 200;
const a_second = 8;

export class Pace {
  #left = at_once;
  #at: number;
  constructor(now: number) {
    this.#at = now;
  }
  /** Milliseconds until the next check may go. */
  wait(now: number): number {
    this.#left = Math.min(at_once, this.#left + ((now - this.#at) / 1000) * a_second);
    this.#at = now;
    return this.#left >= 1 ? 0 : ((1 - this.#left) / a_second) * 1000;
  }
  sent(now: number): void {
    this.wait(now);
    this.#left = Math.max(0, this.#left - 1);
  }
}
