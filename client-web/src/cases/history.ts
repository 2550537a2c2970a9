// Steps that can be taken back, over all fields of a screen at once: a browser's own undo knows one field, and forgets
// when a program changes it.

const most_steps = 200;

export class History<S> {
  #past: S[] = [];
  #future: S[] = [];

  get can_undo(): boolean {
    return this.#past.length > 0;
  }
  clear(): void {
    this.#past = [];
    this.#future = [];
  }
  /** Before a change. */
  remember(now: S): void {
    this.#past.push(now);
    if (this.#past.length > most_steps) this.#past.shift();
    this.#future = [];
  }
  undo(now: S): S | undefined {
    return this.#go(this.#past, this.#future, now);
  }
  redo(now: S): S | undefined {
    return this.#go(this.#future, this.#past, now);
  }
  #go(from: S[], to: S[], now: S): S | undefined {
    const found = from.pop();
    if (found !== undefined) to.push(now);
    return found;
  }
}
