// A rehearsal: the run of tonight's agenda with invented colleagues, moved by whoever rehearses. It follows the rules
// of the server's run, with nothing kept and nothing sent. Pure: every move takes the play and `now` and returns the
// next one. What happens by itself are a few moments that a facilitator will meet.
import { formatOfItem, left } from '../consultation/run.ts';
import { turnsOf } from '../consultation/turns.ts';
import type { AgendaItem, Format, FormatPhase, Run, RunRole, Step } from '../protocol.gen.ts';

const minute = 60_000;
/** The whole agenda takes this long. */
export const whole = 120_000;

export type Moment = 'begin' | 'time_up' | 'silent' | 'stop' | 'round' | 'lost' | 'closing';

export interface Play {
  run: Run;
  formats: Format[];
  /** Brought back by undo. */
  before: Run | undefined;
  /** What has come up so far, the latest last. */
  met: Moment[];
  /** Who has lost the line at the moment. */
  lost: string | undefined;
}

/** The cast: the reader leads, one presents, the others help. */
export interface Cast {
  me: string;
  presenter: string;
  others: string[];
}

const iso = (at: number): string => new Date(at).toISOString();
export const phaseOf = ({ run, formats }: Play): FormatPhase | undefined => formats[run.item]?.phases[run.phase];

const rolesOf = (cast: Cast, format: Format | undefined): RunRole[] => [
  { role: 'facilitator', account: cast.me },
  ...(format?.has_case ? [{ role: 'presenter' as const, account: cast.presenter }] : []),
  ...cast.others.slice(0, 1).map((account) => ({ role: 'scribe' as const, account })),
];

/** The run in another phase, from its beginning. */
function entered(play: Play, cast: Cast, item: number, phase: number, now: number): Play {
  const format = play.formats[item];
  const next = format?.phases[phase];
  if (!format || !next) return play;
  const run: Run = {
    ...play.run,
    version: play.run.version + 1,
    item,
    phase,
    format: format.code,
    state: 'running',
    started_at: iso(now),
    deadline: iso(now + next.minutes * minute),
    paused_remaining_ms: undefined,
    stopped_by_presenter: false,
    roles: rolesOf(cast, format),
    turns: { version: play.run.turns.version + 1, queue: play.run.turns.queue, waiting: [] },
  };
  const [speaker, ...waiting] = turnsOf(run, next, cast.me).kind === 'round' ? cast.others : [];
  run.turns = { ...run.turns, speaker, waiting };
  return { ...play, run, lost: undefined };
}

export function begun(agenda: AgendaItem[], all: Format[], cast: Cast, session: string, now: number): Play {
  const run: Run = {
    session,
    version: 0,
    agenda,
    item: 0,
    phase: 0,
    format: '',
    state: 'running',
    started_at: iso(now),
    deadline: iso(now),
    stopped_by_presenter: false,
    roles: [],
    turns: { version: 0, queue: false, waiting: [] },
    deputy: cast.others[0],
    present: [cast.me, cast.presenter, ...cast.others],
    begun_at: iso(now),
  };
  const formats = agenda.flatMap((item) => formatOfItem(item, all) ?? []);
  return entered({ run, formats, before: undefined, met: ['begin'], lost: undefined }, cast, 0, 0, now);
}

/** So many times as fast as a watch, so that all of it takes two minutes. */
export const rateOf = ({ run }: Play): number =>
  Math.max(1, (run.agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0) * minute) / whole);

function rests(run: Run, now: number): Run {
  if (run.state !== 'running') return run;
  return {
    ...run,
    version: run.version + 1,
    state: 'paused',
    paused_remaining_ms: left(run, now),
    undo_until: undefined,
  };
}

function moved(play: Play, cast: Cast, item: number, phase: number, now: number): Play {
  const next = entered(play, cast, item, phase, now);
  if (next === play) return play;
  const undo_until = iso(now + 10_000 * rateOf(play));
  return { ...next, before: play.run, run: { ...next.run, undo_until } };
}

export function stepped(play: Play, cast: Cast, step: Step, now: number): Play {
  const { run, formats, before } = play;
  const last = (item: number) => (formats[item]?.phases.length ?? 1) - 1;
  switch (step) {
    case 'next':
      return run.phase < last(run.item)
        ? moved(play, cast, run.item, run.phase + 1, now)
        : moved(play, cast, run.item + 1, 0, now);
    case 'back':
      return run.phase > 0
        ? moved(play, cast, run.item, run.phase - 1, now)
        : moved(play, cast, run.item - 1, last(run.item - 1), now);
    case 'skip':
      return moved(play, cast, run.item + 1, 0, now);
    case 'undo':
      return before
        ? { ...play, run: { ...before, version: run.version + 1, undo_until: undefined }, before: undefined }
        : play;
    case 'resume': {
      const deadline = iso(now + (run.paused_remaining_ms ?? 0));
      const on: Run = { ...run, version: run.version + 1, state: 'running', deadline, stopped_by_presenter: false };
      return run.state === 'paused' ? { ...play, run: { ...on, paused_remaining_ms: undefined } } : play;
    }
    case 'stop_please':
      return { ...play, run: { ...rests(run, now), stopped_by_presenter: true } };
    default:
      return { ...play, run: rests(run, now) };
  }
}

export function adjusted(play: Play, minutes: number, now: number): Play {
  const { run } = play;
  const rest = Math.max(0, Math.max(0, left(run, now)) + minutes * minute);
  const time = run.state === 'running' ? { deadline: iso(now + rest) } : { paused_remaining_ms: rest };
  return { ...play, run: { ...run, ...time, version: run.version + 1 } };
}

/** Somebody else leads for a while, and the reader may take it back; or has. */
export function led(play: Play, by: string, before?: string): Play {
  const roles = play.run.roles.filter(({ role, account }) => role !== 'facilitator' && account !== by);
  const run: Run = { ...play.run, led_before: before, roles: [{ role: 'facilitator', account: by }, ...roles] };
  return { ...play, run: { ...run, version: run.version + 1 } };
}

/** Free phases have a queue, or none. */
export function queued(play: Play, queue: boolean): Play {
  const turns = { version: play.run.turns.version + 1, queue, waiting: [] };
  return { ...play, run: { ...play.run, turns } };
}

export function ordered(play: Play, waiting: string[]): Play {
  const { turns } = play.run;
  return { ...play, run: { ...play.run, turns: { ...turns, version: turns.version + 1, waiting } } };
}

/** Who spoke has finished, or passes: the next one has the floor. */
export function handedOn(play: Play): Play {
  const [speaker, ...waiting] = play.run.turns.waiting;
  const { version, queue } = play.run.turns;
  return { ...play, run: { ...play.run, turns: { version: version + 1, queue, speaker, waiting } } };
}

export function asks(play: Play, who: string): Play {
  const { version, queue, speaker, waiting } = play.run.turns;
  if (speaker === who || waiting.includes(who)) return play;
  const turns = speaker ? { speaker, waiting: [...waiting, who] } : { speaker: who, waiting };
  return { ...play, run: { ...play.run, turns: { version: version + 1, queue, ...turns } } };
}

/** What the invented ones do of their own accord, every other second: hand on in a round, ask where there is a queue. */
export function acted(play: Play, cast: Cast): Play {
  const phase = phaseOf(play);
  if (!phase || play.run.state !== 'running') return play;
  const { kind, speaker, waiting } = turnsOf(play.run, phase, cast.me);
  if (kind === 'round') return speaker && speaker !== cast.me ? handedOn(play) : play;
  if (kind !== 'queue') return play;
  const next = cast.others.find((each) => each !== speaker && !waiting.includes(each));
  return next ? asks(play, next) : speaker === cast.me ? play : handedOn(play);
}

/** What happens by itself at `now`: each moment comes up once. */
export function lived(play: Play, cast: Cast, now: number): Play {
  const { run, met } = play;
  const phase = phaseOf(play);
  if (!phase || run.state !== 'running') return play;
  const isNew = (moment: Moment) => !met.includes(moment);
  const meets = (moment: Moment, next: Partial<Play> = {}): Play => ({ ...play, ...next, met: [...met, moment] });
  const passed = 1 - left(run, now) / (phase.minutes * minute);
  if (left(run, now) <= 0 && isNew('time_up')) return meets('time_up');
  if (phase.presenter === 'silent' && play.formats[run.item]?.has_case && isNew('silent')) return meets('silent');
  if (phase.presenter === 'silent' && passed > 0.5 && isNew('stop') && !isNew('silent'))
    return { ...meets('stop'), run: stepped(play, cast, 'stop_please', now).run };
  if (turnsOf(run, phase, cast.me).kind === 'round' && run.turns.speaker && isNew('round')) return meets('round');
  if (run.item === run.agenda.length - 1 && isNew('closing')) return meets('closing');
  if (phase.speakers === 'presenter' && passed > 0.4 && isNew('lost'))
    return meets('lost', { lost: cast.others.at(-1) });
  return play;
}
