// Leading is lent: what a screen offers when whoever leads is gone. The server's may_take_over decides; this says
// beforehand what it will say. Pure, so that it is tested alone.
import type { Run } from '../protocol.gen.ts';
import { holder } from './run.ts';

/** After so many milliseconds somebody else may lead. */
const lent = 60_000;

export interface LeadFacts {
  run: Run;
  me: string;
  /** By account: who is in the room, also one who has lost the line a moment ago. */
  near: ReadonlyMap<string, unknown>;
  /** By account: since when somebody who was here is not. */
  gone: ReadonlyMap<string, number>;
  now: number;
}
export interface Lead {
  /** Who leads and is not here; '': nobody leads. */
  missing?: string;
  /** Whole seconds until the reader may take over; 0: now; undefined: somebody else does it. */
  wait?: number;
  /** The reader has led, and may take it back from this account. */
  from?: string;
  /** The reader presents, nobody leads, and nobody is there who could. */
  alone?: boolean;
}

export function leadOf({ run, me, near, gone, now }: LeadFacts): Lead {
  const leader = holder(run, 'facilitator');
  if (leader === me || run.state === 'ended') return {};
  if (leader && run.led_before === me && holder(run, 'presenter') !== me) return { from: leader };
  if (leader && near.has(leader)) return {};
  const mine = run.deputy === me || !run.deputy || !near.has(run.deputy);
  const missing = leader ?? '';
  if (holder(run, 'presenter') === me)
    return leader || [...near.keys()].some((each) => canLead(run, each, near)) ? { missing } : { missing, alone: true };
  if (!mine) return { missing };
  const since = (leader && gone.get(leader)) || now - lent;
  return { missing, wait: Math.max(0, Math.ceil((since + lent - now) / 1000)) };
}

/** Whom a facilitator may give the lead to: here, and without the first two parts. */
export const canLead = (run: Run, account: string, near: ReadonlyMap<string, unknown>): boolean =>
  near.has(account) && holder(run, 'facilitator') !== account && holder(run, 'presenter') !== account;
