// What follows from a run: how much is left, who has the floor, when it will end. Pure, so that it is tested alone. The
// floor is the server's who_may_speak, told again for the screen; the server decides nothing by it.
import type { DutyRole, Format, FormatPhase, Run } from '../protocol.gen.ts';

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
  if (part === 'facilitator') return phase.speakers === 'all' ? 'open' : 'leads';
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

export interface Outlook {
  /** When the last phase's time is up, if each that follows takes its usual time. */
  ends: number;
  /** Whole minutes behind the format's own length; below zero: ahead. */
  behind: number;
}
export function outlook(run: Run, format: Format, now: number): Outlook {
  const later = format.phases.slice(run.phase + 1).reduce((sum, phase) => sum + phase.minutes, 0);
  const ends = now + Math.max(0, left(run, now)) + later * minute;
  const behind = Math.round((ends - Date.parse(run.begun_at)) / minute) - format.minutes;
  return { ends, behind };
}

/** The phase's length as the ring shows it: its usual one, longer where time was added. */
export const wholeOf = (phase: FormatPhase, remaining: number): number =>
  Math.max(phase.minutes * minute, Math.ceil(remaining / minute) * minute);

/** Whether a label is short enough for the facilitator's first button: longer ones would push the time buttons down. */
export const fits = (label: string): boolean => [...label].length <= 16;
