// What a change of the clocks does to sessions. Offsets come from Intl, so every zone that the browser knows will do.

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
const made = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  const found =
    made.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  made.set(zone, found);
  return found;
}

/** Minutes that a zone's clocks are ahead of UTC. */
export function offset(zone: string, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(at)) part[type] = Number(value);
  const shown = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  return Math.round((shown - at) / minute);
}

export interface Change {
  /** The instant from which the clocks show another time. */
  at: number;
  /** +60: forward by an hour. */
  by: number;
}

/** Changes after `from`, up to and with `to`. */
export function changes(zone: string, from: number, to: number): Change[] {
  const found: Change[] = [];
  for (let start = from; start < to; start += week) {
    const end = Math.min(start + week, to);
    const before = offset(zone, start);
    const by = offset(zone, end) - before;
    if (by === 0) continue;
    let low = start;
    let high = end;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2);
      if (offset(zone, middle) === before) low = middle;
      else high = middle;
    }
    // Clocks change on a full minute.
    found.push({ at: Math.round(high / minute) * minute, by });
  }
  return found;
}

export interface ClockNote {
  at: number;
  forward: boolean;
  /** Whose clocks change; nothing where it goes without saying, because the reader's do. */
  zone?: string;
  /** Minutes after midnight at which the reader's clock shows the session; the same when nothing changes for them. */
  before: number;
  after: number;
}

interface Dated {
  session: string;
  starts_at: string;
  local_start: string;
  zone: string;
}

const day = 24 * 60;
/** "16:30" of "2026-11-24T16:30" in minutes. */
const minutesOf = (local: string): number => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
const wrap = (minutes: number): number => ((minutes % day) + day) % day;

/**
 * For sessions in order of time: what is to be said with those before which clocks change, by session. The first one is
 * compared with `now`, where that is given.
 */
export function clockNotes(sessions: readonly Dated[], reader: string, now?: number): Map<string, ClockNote> {
  const notes = new Map<string, ClockNote>();
  let before = now;
  for (const session of sessions) {
    const from = before;
    const to = Date.parse(session.starts_at);
    before = to;
    if (from === undefined) continue;
    const mine = changes(reader, from, to).at(-1);
    const theirs = changes(session.zone, from, to).at(-1);
    const change = mine ?? theirs;
    if (!change) continue;
    const ahead = (at: number) => offset(reader, at) - offset(session.zone, at);
    const local = minutesOf(session.local_start);
    notes.set(session.session, {
      at: change.at,
      forward: change.by > 0,
      ...(mine ? {} : { zone: session.zone }),
      before: wrap(local + ahead(from)),
      after: wrap(local + ahead(to)),
    });
  }
  return notes;
}

/** "16:30" for 990. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
