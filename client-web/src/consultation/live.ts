// One session as this screen knows it: read once, then moved by events. Commands carry the version that was seen.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { me } from '../app/me.ts';
import { type Query, useFeed, useMutation, useQuery } from '../data/query.ts';
import { type Doing, together, useTask } from '../data/task.ts';
import { language } from '../i18n/i18n.ts';
import type { CaseView, FloorMove, Format, LiveView, Run, Step } from '../protocol.gen.ts';
import type { RpcError } from '../wire/errors.ts';
import { call } from '../wire/socket.ts';
import { inTurn } from './in_turn.ts';
import { newer } from './run.ts';

export interface Live {
  query: Query<LiveView>;
  run: Run | undefined;
  /** What was read is about the part of the agenda that the run is at. */
  fresh: boolean;
}

export function useLive(group: string, session: string): Live {
  const account = me.value?.account.account ?? '';
  const query = useQuery(
    'consultation.show',
    { group, session, language: language() },
    // An own answer to the conflict question comes through the account's own feed.
    {
      group: [group, account],
      on: ['cases.*', 'schedule.*', 'rota.changed', 'groups.*', 'consultation.format_changed'],
      forget: true,
    },
  );
  const [pushed, setPushed] = useState<Run>();
  useFeed(
    group,
    (event) => {
      if (event.kind !== 'consultation.changed' || event.data.session !== session) return;
      // That it has begun changes more than the run: which case is meant, whom a conflict concerns.
      if (query.data && !query.data.run) query.reload();
      setPushed((had) => newer(had, event.data));
    },
    // A restored backup may have an older run.
    () => setPushed(undefined),
  );
  const run = newer(query.data?.run, pushed);
  const fresh = query.data?.run?.item === run?.item;
  const { reload } = query;
  // Which case it is and whether it is open to the reader follow the agenda.
  useEffect(() => {
    if (!fresh) reload();
  }, [run?.item]);
  return { query, run, fresh };
}

/** All formats in the reader's language: as the group has them, or as they come with Covision. */
export const useFormats = (group?: string): Query<{ formats: Format[] }> =>
  useQuery('consultation.formats', { language: language(), group }, { group, on: ['consultation.format_changed'] });

export interface Commands extends Doing {
  step(step: Step): void;
  adjust(minutes: number): void;
  close(present: string[]): Promise<boolean>;
  handOver(to: string): Promise<boolean>;
  nameDeputy(deputy: string): void;
  takeOver(): void;
  floor(move: FloorMove, who?: string): void;
  orderFloor(waiting: string[]): void;
  /** Somebody has come since the beginning, or has gone. */
  setHere(who: string, here: boolean): void;
}

/** Somebody else was quicker: their change is on the screen already, or is read. */
const quiet = (error: RpcError | undefined) => (error?.code === 'stale' ? undefined : error);

export function useCommands(group: string, session: string, version: number, reload: () => void): Commands {
  const stepping = useMutation('consultation.step');
  const adjusting = useMutation('consultation.adjust');
  const closing = useMutation('consultation.close');
  const handing = useMutation('consultation.hand_over');
  const naming = useMutation('consultation.name_deputy');
  const taking = useMutation('consultation.take_over');
  const moving = useMutation('consultation.floor');
  const ordering = useMutation('consultation.order_floor');
  const ticking = useMutation('consultation.set_here');
  const all = together(stepping, adjusting, closing, handing, naming, taking, moving, ordering, ticking);
  const { clear } = all;
  useEffect(() => {
    if (all.error) reload();
  }, [all.error]);
  const [led] = useState(inTurn);
  const at = { group, session };
  return {
    ...all,
    error: quiet(all.error),
    step: (step) => {
      clear();
      // To halt waits for nothing.
      if (step === 'stop_please' || step === 'rest') stepping.run({ ...at, version, step });
      else led(step, version, (seen) => stepping.run({ ...at, version: seen, step }));
    },
    adjust: (minutes) => {
      clear();
      led(undefined, version, (seen) => adjusting.run({ ...at, version: seen, minutes }));
    },
    close: async (present) => {
      clear();
      return (await led('close', version, (seen) => closing.run({ ...at, version: seen, present }))) !== undefined;
    },
    handOver: async (to) => {
      clear();
      return (await led('hand', version, (seen) => handing.run({ ...at, version: seen, to }))) !== undefined;
    },
    nameDeputy: (deputy) => {
      clear();
      led(deputy, version, (seen) => naming.run({ ...at, version: seen, deputy }));
    },
    takeOver: () => {
      clear();
      led('take', version, (seen) => taking.run({ ...at, version: seen }));
    },
    floor: (move, who) => {
      clear();
      moving.run({ ...at, move, who });
    },
    orderFloor: (waiting) => {
      clear();
      ordering.run({ ...at, waiting });
    },
    setHere: (who, here) => {
      clear();
      ticking.run({ ...at, who, here });
    },
  };
}

export interface OpenedCase extends Doing {
  view: CaseView | undefined;
  open(): void;
}

/** The case's text: asked for once, when somebody wants it, since each look is recorded. Lives as long as the screen. */
export function useCase(group: string, case_id: string | undefined, allowed: boolean): OpenedCase {
  const { run, ...doing } = useTask();
  const [shown, setShown] = useState<{ of: string; view: CaseView }>();
  const open = useCallback(() => {
    if (case_id) run(async () => setShown({ of: case_id, view: await call('cases.show', { group, case_id }) }));
  }, [group, case_id]);
  return { ...doing, view: allowed && shown?.of === case_id ? shown?.view : undefined, open };
}
