// Whose turn it is where one speaks at a time. What the server's floor.hpp keeps, told again for the screen. Pure, so
// that it is tested alone.
import type { FormatPhase, Run } from '../protocol.gen.ts';
import { type Floor, floorOf, partOf, roleOf } from './run.ts';

export interface Turns {
  /** free: who wants to speak does. */
  kind: 'free' | 'round' | 'queue';
  /** Whether whoever leads may open a queue in this phase. */
  opens: boolean;
  speaker: string | undefined;
  waiting: readonly string[];
  /** The reader may ask. */
  asks: boolean;
}

const inTurn: readonly Floor[] = ['open', 'in_turn'];

export function turnsOf(run: Run, phase: FormatPhase, me: string): Turns {
  const { queue, speaker, waiting } = run.turns;
  const round = phase.in_turns || phase.speakers === 'in_turn';
  const opens = !round && ['all', 'consultants'].includes(phase.speakers);
  const kind = round ? 'round' : opens && queue ? 'queue' : 'free';
  if (kind === 'free') return { kind, opens, speaker: undefined, waiting: [], asks: false };
  const mine = floorOf(run, phase, partOf(roleOf(run, me)));
  const asks = inTurn.includes(mine) && speaker !== me && !waiting.includes(me);
  return { kind, opens, speaker, waiting, asks };
}

/** Where somebody is in the round or the queue, if anywhere. */
export function placeOf({ speaker, waiting }: Turns, who: string): 'speaks' | 'next' | 'waits' | undefined {
  if (speaker === who) return 'speaks';
  const at = waiting.indexOf(who);
  return at < 0 ? undefined : at === 0 ? 'next' : 'waits';
}

/** Those who wait, with this one a place further to the front. */
export function forward(waiting: readonly string[], who: string): string[] {
  const order = [...waiting];
  const at = order.indexOf(who);
  if (at > 0) order.splice(at - 1, 2, who, order[at - 1] as string);
  return order;
}
