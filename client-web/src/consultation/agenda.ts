// A session as an agenda: what is proposed before it begins, how long it takes, where to save. Pure.
import type { AgendaItem, Duty, Format } from '../protocol.gen.ts';

export const nobody = 'nobody';

/** One part while the agenda is being made. */
export interface Part {
  key: number;
  format: string;
  /** Of a frame: how long; absent: as usual. */
  minutes?: number;
  /** An account, or nobody; absent: still to be chosen. */
  presenter?: string;
}

/** At most so many parts have room in a session. */
export const most_parts = 12;

/** Who is planned to present, in order, then whoever handed a case in beside them; all of them here. */
export function presentersOf(duties: Duty[], authors: string[], present: string[]): string[] {
  const planned = duties.filter((duty) => duty.role === 'presenter').sort((a, b) => a.slot - b.slot);
  const all = [...planned.map((duty) => duty.account), ...authors];
  return [...new Set(all)].filter((account) => present.includes(account));
}

/** Arrival, five minutes for a first step, a consultation for each presenter, a break in their middle, closing. */
export function proposal(presenters: (string | undefined)[], format: string, echo = false): Part[] {
  const all = presenters.length ? presenters : [undefined];
  const half = Math.ceil(all.length / 2);
  const parts: Omit<Part, 'key'>[] = [{ format: 'arrival' }, ...(echo ? [{ format: 'echo' }] : [])];
  for (const [i, presenter] of all.entries()) {
    if (i === half) parts.push({ format: 'break' });
    parts.push({ format, presenter });
  }
  return [...parts, { format: 'closing' }].map((part, key) => ({ ...part, key }));
}

export const formatOf = (formats: Format[], code: string): Format | undefined =>
  formats.find((format) => format.code === code);

export const minutesOf = (part: Part, formats: Format[]): number =>
  part.minutes ?? formatOf(formats, part.format)?.minutes ?? 0;

export const total = (parts: Part[], formats: Format[]): number =>
  parts.reduce((sum, part) => sum + minutesOf(part, formats), 0);

export const slotOf = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }): number =>
  Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000);

/** Somebody presents in it. */
export const presents = (part: Part, formats: Format[]): boolean => formatOf(formats, part.format)?.has_case ?? false;

/** A consultation for which nobody has been chosen yet. */
export const isOpen = (part: Part, formats: Format[]): boolean =>
  presents(part, formats) && part.presenter === undefined;

/** Moves the part at `at` by `by` places; what lies at the end stays. */
export function moved(parts: Part[], at: number, by: -1 | 1): Part[] {
  const to = at + by;
  const [one, other] = [parts[at], parts[to]];
  if (!one || !other) return parts;
  return parts.map((part, i) => (i === at ? other : i === to ? one : part));
}

/** A new part stands before the closing. */
export function added(parts: Part[], format: string): Part[] {
  const part = { format, key: Math.max(-1, ...parts.map((each) => each.key)) + 1 };
  const at = parts.at(-1)?.format === 'closing' && format !== 'closing' ? parts.length - 1 : parts.length;
  return format === 'arrival' ? [part, ...parts] : [...parts.slice(0, at), part, ...parts.slice(at)];
}

export interface Saving {
  part: Part;
  minutes: number;
}
/** Where `over` minutes can be taken from: what stands around the consultations, breaks first. The rest stays over. */
export function savings(parts: Part[], formats: Format[], over: number): { take: Saving[]; rest: number } {
  const take: Saving[] = [];
  let rest = over;
  for (const code of ['break', 'closing', 'arrival', 'quiet'])
    for (const part of parts) {
      const least = formatOf(formats, code)?.phases[0]?.min_minutes ?? 0;
      const minutes = Math.min(rest, minutesOf(part, formats) - least);
      if (part.format !== code || minutes <= 0) continue;
      take.push({ part, minutes });
      rest -= minutes;
    }
  return { take, rest };
}

/** What is asked of the server. `cases`: by account, what was handed in for this session. */
export function asked(parts: Part[], formats: Format[], cases: ReadonlyMap<string, string>): AgendaItem[] {
  return parts.map((part) => {
    const presenter = presents(part, formats) && part.presenter !== nobody ? part.presenter : undefined;
    return {
      format: part.format,
      version: formatOf(formats, part.format)?.version ?? 0,
      minutes: part.minutes,
      presenter,
      case_id: presenter && cases.get(presenter),
    };
  });
}
