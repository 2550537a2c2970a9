// What follows from a run: how much is left, who has the floor, when it will end. Pure, so that it is tested alone. The
// floor is the server's who_may_speak, told again for the screen; the server decides nothing by it.
import type { AgendaItem, DutyRole, Format, FormatPhase, Run } from '../protocol.gen.ts';

const minute = 60_000;

/** Milliseconds left of the phase at `now`; below zero: its time is up. */
export const left = (run: Run, now: number): number =>
  run.state === 'running' ? Date.parse(run.deadline) - now : (run.paused_remaining_ms ?? 0);

/** The newer of what was read and what an event brought. */
export const newer = (a: Run | undefined, b: Run | undefined): Run | undefined =>
  !a || (b && (b.version - a.version || b.turns.version - a.turns.version) > 0) ? b : a;

export const holder = (run: Run, role: DutyRole): string | undefined =>
  run.roles.find((each) => each.role === role)?.account;

export const roleOf = (run: Run, account: string): DutyRole | undefined =>
  run.roles.find((each) => each.account === account)?.role;

export const canUndo = (run: Run, now: number): boolean =>
  run.undo_until !== undefined && now < Date.parse(run.undo_until);

export type Part = 'facilitator' | 'presenter' | 'consultant';
export const partOf = (role: DutyRole | undefined): Part =>
  role === 'facilitator' || role === 'presenter' ? role : 'consultant';

export type Floor = 'open' | 'in_turn' | 'answers' | 'leads' | 'listens';
export function floorOf(run: Run, phase: FormatPhase, part: Part): Floor {
  if (run.state === 'ended') return 'open';
  if (run.state === 'paused') {
    if (!run.stopped_by_presenter) return 'open';
    return part === 'consultant' ? 'listens' : part === 'presenter' ? 'open' : 'leads';
  }
  if (part === 'presenter') {
    if (phase.presenter === 'silent') return 'listens';
    return phase.presenter === 'answers' ? 'answers' : 'open';
  }
  if (part === 'facilitator') {
    if (phase.speakers === 'in_turn' && !holder(run, 'presenter')) return 'in_turn';
    return phase.speakers === 'all' ? 'open' : 'leads';
  }
  switch (phase.speakers) {
    case 'all':
      return 'open';
    case 'consultants':
      return phase.in_turns ? 'in_turn' : 'open';
    case 'in_turn':
      return 'in_turn';
    default:
      return 'listens';
  }
}

/** Where the group is in its agenda. */
export const itemOf = (run: Run): AgendaItem | undefined => run.agenda[run.item];

/** A format as an item has it: in its version, and with its minutes where it is one phase. */
export function formatOfItem(item: AgendaItem, ...known: Format[][]): Format | undefined {
  const all = known.flat().filter((each) => each.code === item.format);
  const format = all.find((each) => each.version === item.version) ?? all[0];
  const [only, second] = format?.phases ?? [];
  if (!format || !only || second || !item.minutes) return format;
  return { ...format, minutes: item.minutes, phases: [{ ...only, minutes: item.minutes }] };
}

export const wholeAgenda = (run: Run): number => run.agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0);

/** The place a step onward leads to; undefined: this is the last one. */
export function onward(run: Run, format: Format, next: Format | undefined): FormatPhase | undefined {
  return format.phases[run.phase + 1] ?? next?.phases[0];
}

export interface Outlook {
  /** When the last phase's time is up, if each that follows takes its usual time. */
  ends: number;
  /** Whole minutes behind what the agenda takes; below zero: ahead. */
  behind: number;
}
export function outlook(run: Run, format: Format, now: number): Outlook {
  const phases = format.phases.slice(run.phase + 1).reduce((sum, phase) => sum + phase.minutes, 0);
  const later = run.agenda.slice(run.item + 1).reduce((sum, item) => sum + (item.minutes ?? 0), phases);
  const ends = now + Math.max(0, left(run, now)) + later * minute;
  const behind = Math.round((ends - Date.parse(run.begun_at)) / minute) - wholeAgenda(run);
  return { ends, behind };
}

/** The phase's length as the ring shows it: its usual one, longer where time was added. */
export const wholeOf = (phase: FormatPhase, remaining: number): number =>
  Math.max(phase.minutes * minute, Math.ceil(remaining / minute) * minute);

/** Whether a label is short enough for the facilitator's first button: longer ones would push the time buttons down. */
export const fits = (label: string): boolean => [...label].length <= 16;
