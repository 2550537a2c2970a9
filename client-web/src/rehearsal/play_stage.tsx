// The stage of a live session with a group that is invented: the same parts, moved by play.ts instead of a server.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Announcer } from '../consultation/announcer.tsx';
import type { Commands } from '../consultation/live.ts';
import { roleOf } from '../consultation/run.ts';
import type { Scene } from '../consultation/scene.ts';
import { Stage } from '../consultation/stage.tsx';
import { peopleOf } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { Time } from '../parts/time.ts';
import type { AgendaItem, FloorMove, Format, GroupView, Session } from '../protocol.gen.ts';
import { clock } from '../wire/socket.ts';
import {
  acted,
  adjusted,
  asks,
  begun,
  type Cast,
  handedOn,
  led,
  lived,
  ordered,
  type Play,
  phaseOf,
  queued,
  rateOf,
  stepped,
} from './play.ts';

type Props = {
  group: GroupView;
  session: Session;
  formats: Format[];
  agenda: AgendaItem[];
  cast: Cast;
  back: string;
  onEnd(): void;
};
export function PlayStage({ group, session, formats, agenda, cast, back, onEnd }: Props) {
  const start = useRef(clock.now()).current;
  const [play, setPlay] = useState(() => begun(agenda, formats, cast, session.session, start));
  const [text, change] = useState('');
  const rate = useRef(rateOf(play)).current;
  const time = useMemo(() => ({ now: () => start + (clock.now() - start) * rate, rate }), []);
  useEffect(() => {
    const life = setInterval(() => setPlay((had) => lived(had, cast, time.now())), 200);
    const acts = setInterval(() => setPlay((had) => acted(had, cast)), 2500);
    return () => {
      clearInterval(life);
      clearInterval(acts);
    };
  }, []);

  const people = peopleOf(group, '');
  const { run } = play;
  const format = play.formats[run.item];
  const phase = phaseOf(play);
  const role = roleOf(run, cast.me);
  if (!format || !phase) return null;
  const near = new Map<string, 'here' | 'reconnecting'>(run.present.map((each) => [each, 'here']));
  if (play.lost) near.set(play.lost, 'reconnecting');
  const scene: Scene = {
    group,
    session,
    run,
    format,
    formats: play.formats,
    phase,
    people,
    near,
    gone: new Map(),
    seen: new Set(run.present),
    role,
    lead: role === 'facilitator',
    onLead: undefined,
    notes: { text, change },
    kase: { view: undefined, busy: false, error: undefined, clear: () => {}, open: () => {} },
    commands: commandsOf(cast, time.now, setPlay, onEnd),
    rehearsal: { leave: back, coach: coachOf(play, (account) => people.first(account), cast, rate) },
  };
  return (
    <Time.Provider value={time}>
      <Stage scene={scene} />
      <Announcer scene={scene} />
    </Time.Provider>
  );
}

function coachOf(play: Play, first: (account: string) => string, cast: Cast, rate: number): string {
  const met = t(`rehearsal.met_${play.met.at(-1) ?? 'begin'}`, {
    presenter: first(cast.presenter),
    name: first(cast.others.at(-1) ?? ''),
  });
  return `${t('rehearsal.speed', { seconds: Math.round(600 / rate) / 10 })} ${met}`;
}

function commandsOf(
  cast: Cast,
  now: () => number,
  change: (by: (play: Play) => Play) => void,
  onEnd: () => void,
): Commands {
  const floor = (move: FloorMove, who = cast.me) =>
    change((play) => {
      if (move === 'open_queue' || move === 'close_queue') return queued(play, move === 'open_queue');
      if (move === 'ask') return asks(play, who);
      if (play.run.turns.speaker === who) return handedOn(play);
      return ordered(
        play,
        play.run.turns.waiting.filter((each) => each !== who),
      );
    });
  return {
    busy: false,
    error: undefined,
    clear: () => {},
    step: (step) => change((play) => stepped(play, cast, step, now())),
    adjust: (minutes) => change((play) => adjusted(play, minutes, now())),
    close: async () => {
      onEnd();
      return true;
    },
    handOver: async (to) => {
      change((play) => led(play, to, cast.me));
      return true;
    },
    nameDeputy: (deputy) =>
      change((play) => ({ ...play, run: { ...play.run, deputy, version: play.run.version + 1 } })),
    takeOver: () => change((play) => led(play, cast.me)),
    floor,
    orderFloor: (waiting) => change((play) => ordered(play, waiting)),
    setHere: () => {}, // the invented ones are all there
  };
}
