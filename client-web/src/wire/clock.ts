// The server's time, as this browser knows it. A sample says that the server's clock lay within half a round trip of
// an offset. The shortest round trip is the best sample, until a newer one excludes it: then a clock has been moved
// (the computer slept, somebody set the time) and the newer one counts.

export class ServerClock {
  #offset = 0;
  #reach = Number.POSITIVE_INFINITY;
  readonly #monotonic: () => number;
  constructor(monotonic: () => number = () => performance.timeOrigin + performance.now()) {
    this.#monotonic = monotonic;
  }

  get known(): boolean {
    return this.#reach !== Number.POSITIVE_INFINITY;
  }
  monotonic(): number {
    return this.#monotonic();
  }
  /** Milliseconds since 1970 on the server's clock. */
  now(): number {
    return this.#monotonic() + this.#offset;
  }
  /** `sent` and `received` from monotonic(), `at` the server's own time in between. True when the offset changed. */
  sample(sent: number, received: number, at: number): boolean {
    const reach = Math.max(0, received - sent) / 2;
    const offset = at - (sent + received) / 2;
    const excluded = Math.abs(offset - this.#offset) > reach + this.#reach;
    if (!excluded && reach >= this.#reach) return false;
    this.#offset = offset;
    this.#reach = reach;
    return true;
  }
  /** An event that the server dated `at` is here already, so its clock shows `at` or later. False: ours is behind. */
  agrees(at: number): boolean {
    return !this.known || at <= this.now() + this.#reach + 50;
  }
}
