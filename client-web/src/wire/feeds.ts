// The feeds this browser follows: their place (epoch, seq), and who listens. Sends nothing itself, so that a test can
// drive it without a socket.
import type { Events, Following } from '../protocol.gen.ts';

export type EventKind = keyof Events;
export type FeedEvent = {
  [K in EventKind]: { group: string; seq: number; at: string; kind: K; data: Events[K] };
}[EventKind];

export interface FeedListener {
  /** One event that this viewer may see. */
  event(event: FeedEvent): void;
  /** What was missed is not to be had: load everything anew. */
  reset(): void;
}

interface Feed {
  epoch?: string;
  seq?: number;
  /** A gap was seen; nothing counts until follow has answered again. */
  waiting: boolean;
  listeners: Set<FeedListener>;
}

export class Feeds {
  readonly #feeds = new Map<string, Feed>();
  readonly #follow: (group: string) => void;
  readonly #unfollow: (group: string) => void;
  constructor(follow: (group: string) => void, unfollow: (group: string) => void) {
    this.#follow = follow;
    this.#unfollow = unfollow;
  }

  listen(group: string, listener: FeedListener): () => void {
    let feed = this.#feeds.get(group);
    if (!feed) {
      feed = { waiting: true, listeners: new Set() };
      this.#feeds.set(group, feed);
      this.#follow(group);
    }
    feed.listeners.add(listener);
    return () => {
      feed.listeners.delete(listener);
      // The next screen often follows the same group: keep it a moment.
      if (!feed.listeners.size) setTimeout(() => this.#drop(group, feed), 10_000);
    };
  }

  #drop(group: string, feed: Feed): void {
    if (feed.listeners.size || this.#feeds.get(group) !== feed) return;
    this.#feeds.delete(group);
    this.#unfollow(group);
  }

  groups(): string[] {
    return [...this.#feeds.keys()];
  }
  clear(): void {
    this.#feeds.clear();
  }
  /** Where to go on: what feed.follow is asked with. */
  place(group: string): { epoch?: string; since?: number } {
    const feed = this.#feeds.get(group);
    return feed?.epoch === undefined ? {} : { epoch: feed.epoch, since: feed.seq };
  }

  followed(group: string, answer: Following): void {
    const feed = this.#feeds.get(group);
    if (!feed) return;
    const first = feed.epoch === undefined;
    const resumed = !first && !answer.reset;
    feed.waiting = false;
    feed.epoch = answer.epoch;
    // Resumed: the missed events follow, one by one. Otherwise we stand where the answer says.
    if (!resumed) feed.seq = answer.seq;
    if (!resumed && !first) for (const listener of [...feed.listeners]) listener.reset();
  }

  apply(event: { group: string; seq: number; kind?: string }): void {
    const feed = this.#feeds.get(event.group);
    if (!feed || feed.waiting || feed.seq === undefined || event.seq <= feed.seq) return;
    if (event.seq > feed.seq + 1) {
      feed.waiting = true;
      this.#follow(event.group);
      return;
    }
    feed.seq = event.seq;
    if (event.kind === undefined) return;
    for (const listener of [...feed.listeners]) listener.event(event as FeedEvent);
  }
}
