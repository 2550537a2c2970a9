// Commands of one hand, one after the other: each carries the version that the one before it led to. Without it "go on"
// and "next", pressed in one breath, would be refused as if somebody else had been quicker.

interface Led {
  version: number;
}
export type InTurn = <R extends Led>(
  /** Pressed again while it is under way, it is not done again; undefined: each press counts. */
  what: string | undefined,
  seen: number,
  work: (version: number) => Promise<R | undefined>,
) => Promise<R | undefined>;

export function inTurn(): InTurn {
  let own = 0;
  let last: Promise<unknown> = Promise.resolve();
  const underway = new Set<string>();
  return (what, seen, work) => {
    if (what !== undefined && underway.has(what)) return Promise.resolve(undefined);
    if (what !== undefined) underway.add(what);
    const done = last.then(async () => {
      try {
        const led = await work(Math.max(seen, own));
        if (led) own = Math.max(own, led.version);
        return led;
      } finally {
        if (what !== undefined) underway.delete(what);
      }
    });
    last = done.catch(() => {});
    return done;
  };
}
