// What screens show of the server's state. A query loads, keeps showing what it has while it loads again, and loads
// again when an event says that it is out of date, or when the connection comes back and events were missed.
import { type Signal, signal, useSignalEffect } from '@preact/signals';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Methods } from '../protocol.gen.ts';
import type { RpcError } from '../wire/errors.ts';
import type { EventKind, FeedEvent } from '../wire/feeds.ts';
import { call, listen, onEnd, reconnects } from '../wire/socket.ts';
import { type Doing, useTask } from './task.ts';

type Params<M extends keyof Methods> = Methods[M]['params'];
type Result<M extends keyof Methods> = Methods[M]['result'];
type Feature = EventKind extends `${infer F}.${string}` ? F : never;
/** An event kind, or all of a feature: 'schedule.*'. */
export type On = EventKind | `${Feature}.*`;

export interface QueryOptions {
  /** Whose events make it out of date: a group, or an account for its own feed. */
  group?: string | string[];
  on?: On[];
  /** True: nothing outlives the screen (a case's text). */
  forget?: boolean;
  /** False: do not load yet. */
  when?: boolean;
}

interface Entry {
  value: Signal<{ data?: unknown; error?: RpcError; loading: boolean }>;
  users: number;
  load(): void;
  soon(): void;
}

const entries = new Map<string, Entry>();
const keep_ms = 5 * 60_000;
const gather_ms = 40;

function entryOf(key: string, method: keyof Methods, params: unknown): Entry {
  const found = entries.get(key);
  if (found) return found;
  const value = signal<{ data?: unknown; error?: RpcError; loading: boolean }>({ loading: false });
  let running = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const entry: Entry = {
    value,
    users: 0,
    load() {
      // What changes while a read is under way may not be in its answer.
      if (running) {
        again = true;
        return;
      }
      running = true;
      value.value = { ...value.peek(), loading: true };
      call(method, params as never)
        .then(
          (data) => (value.value = { data, loading: again }),
          (error: RpcError) => (value.value = { data: value.peek().data, error, loading: again }),
        )
        .finally(() => {
          running = false;
          if (again) {
            again = false;
            entry.load();
          }
        });
    },
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => entry.load(), gather_ms);
    },
  };
  entries.set(key, entry);
  return entry;
}

// Nothing is left of what somebody has read who signs out.
onEnd(() => entries.clear());

/** Marks what has been loaded by a method as out of date, for what no event tells. */
export function invalidate(method: keyof Methods): void {
  for (const [key, entry] of entries) {
    if (!key.startsWith(`${method} `)) continue;
    if (entry.users) entry.load();
    else entries.delete(key);
  }
}

export const concerns = (on: On[] | undefined, kind: string): boolean =>
  !on || on.some((wanted) => wanted === kind || (wanted.endsWith('.*') && kind.startsWith(wanted.slice(0, -1))));

export interface Query<T> {
  data: T | undefined;
  error: RpcError | undefined;
  loading: boolean;
  reload(): void;
}

export function useQuery<M extends keyof Methods>(
  method: M,
  params: Params<M>,
  { group, on, forget = false, when = true }: QueryOptions = {},
): Query<Result<M>> {
  const key = `${method} ${JSON.stringify(params)}`;
  const groups = (typeof group === 'string' ? [group] : (group ?? [])).join(' ');
  const entry = useMemo(() => entryOf(key, method, params), [key]);
  const wanted = useRef(on);
  wanted.current = on;

  useEffect(() => {
    if (!when) return;
    entries.set(key, entry);
    entry.users++;
    const listener = {
      event: (event: FeedEvent) => concerns(wanted.current, event.kind) && entry.soon(),
      reset: () => entry.soon(),
    };
    // Followed first, read second: nothing falls between.
    const stop = groups ? groups.split(' ').map((g) => listen(g, listener)) : [];
    entry.load();
    return () => {
      for (const end of stop) end();
      entry.users--;
      const drop = () => !entry.users && entries.get(key) === entry && entries.delete(key);
      if (forget) drop();
      else setTimeout(drop, keep_ms);
    };
  }, [key, groups, when, forget]);

  const back = useRef(reconnects.peek());
  useSignalEffect(() => {
    const now = reconnects.value;
    if (now === back.current) return;
    back.current = now;
    if (when && !groups) entry.load();
  });

  const { data, error, loading } = entry.value.value;
  return { data: data as Result<M> | undefined, error, loading, reload: entry.load };
}

export interface Mutation<M extends keyof Methods> extends Doing {
  run(params: Params<M>): Promise<Result<M> | undefined>;
}

/** Calls a writing method. Events bring the change back to all queries, the caller's own too. */
export function useMutation<M extends keyof Methods>(method: M): Mutation<M> {
  const task = useTask();
  return { ...task, run: useCallback((params: Params<M>) => task.run(() => call(method, params)), [method]) };
}

/** Hears a group's events themselves, for screens that move with them (the live session). */
export function useFeed(group: string | undefined, event: (event: FeedEvent) => void, reset: () => void): void {
  const latest = useRef({ event, reset });
  latest.current = { event, reset };
  useEffect(() => {
    if (!group) return;
    return listen(group, { event: (e) => latest.current.event(e), reset: () => latest.current.reset() });
  }, [group]);
}
