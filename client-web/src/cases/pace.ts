// The server takes 300 calls a minute of one person. A pause after each word is more than that: many checks may follow
// each other at once, and after those two a second.

const at_once = 120;
const a_second = 2;
/** How long to wait where checks come too fast. */
export const slow_ms = 600;

export class Pace {
  #left = at_once;
  #at: number;
  constructor(now: number) {
    this.#at = now;
  }
  calm(now: number): boolean {
    this.#left = Math.min(at_once, this.#left + ((now - this.#at) / 1000) * a_second);
    this.#at = now;
    return this.#left >= 1;
  }
  sent(now: number): void {
    this.calm(now);
    this.#left = Math.max(0, this.#left - 1);
  }
}
