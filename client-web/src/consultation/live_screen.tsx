// A session from the first arrival to the end: waiting, starting, running, over. Which of them is the server's matter.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import '../style/screens/session.css';
import '../style/screens/start.css';
import { Page, TopBar } from '../app/frame.tsx';
import { me } from '../app/me.ts';
import type { Query } from '../data/query.ts';
import { useRoom } from '../data/room.ts';
import { type People, peopleOf, useGroup } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink } from '../parts/basics.tsx';
import { Loaded, tell } from '../parts/feedback.tsx';
import { useMinute } from '../parts/minute.ts';
import { Title } from '../parts/title.tsx';
import type { Format, GroupView, LiveView, Run } from '../protocol.gen.ts';
import { isOpen } from '../schedule/sessions.ts';
import type { ScreenProps } from '../screens.ts';
import { After } from './after.tsx';
import { Announcer } from './announcer.tsx';
import { AnswerFirst, Away } from './conflict.tsx';
import { Hush } from './hush.tsx';
import { useCase, useCommands, useFormats, useLive } from './live.ts';
import { useNotes } from './notes.ts';
import { formatOfItem, holder, roleOf } from './run.ts';
import type { Scene } from './scene.ts';
import { Stage } from './stage.tsx';
import { planned } from './start.ts';
import { StartScreen } from './start_screen.tsx';
import { Table } from './table.tsx';
import { WaitingScreen } from './waiting_screen.tsx';
import { useAwake } from './wake.ts';

type LiveProps = ScreenProps<'group' | 'session'> & {
  /** What stands on the one screen that all look at, around one table. */
  table?: boolean;
};
export default function LiveScreen({ params: { group, session }, table }: LiveProps) {
  const live = useLive(group, session);
  const members = useGroup(group);
  const formats = useFormats(group);
  if (live.query.data && members.data && formats.data) {
    const all = formats.data.formats;
    return (
      <Session
        group={members.data}
        view={live.query.data}
        run={live.run}
        fresh={live.fresh}
        formats={all}
        reload={live.query.reload}
        table={table ?? false}
      />
    );
  }
  const missing: Query<unknown> = live.query.data ? (members.data ? formats : members) : live.query;
  return (
    <Plain>
      {missing.error && !missing.loading && <Title>{t('rota.session')}</Title>}
      <Loaded query={missing}>{() => null}</Loaded>
    </Plain>
  );
}

function Plain({ children }: { children: ComponentChildren }) {
  return (
    <>
      <TopBar nav="home" />
      <Page width="narrow">{children}</Page>
    </>
  );
}

type SessionProps = {
  group: GroupView;
  view: LiveView;
  run: Run | undefined;
  fresh: boolean;
  formats: Format[];
  table: boolean;
  reload(): void;
};
function Session({ group, view, run, fresh, formats, table, reload }: SessionProps) {
  const { session } = view;
  const now = useMinute();
  const people = peopleOf(group, t('rota.former'));
  const account = me.value?.account.account ?? '';
  const over = session.state === 'held' || run?.state === 'ended';
  const running = run !== undefined && !over;
  // In a consultation without the case nobody is away for it.
  const closed = fresh && (run ? run.case_id !== undefined : view.case_id !== undefined);
  const away = useLast(view.away && closed, fresh);
  const answer_first = view.answer_first && closed;
  useKeptFocus(over ? 'over' : `${running} ${away} ${answer_first}`);
  useCaseOver(running && away, running);
  useLeadTold(run, people, account);
  const signed = group.has_signed;
  const open = running || isOpen(session, now);
  const room = useRoom(group.group, session.session, signed && open && !over && !(running && away));
  const near = new Map(
    room?.people.filter((each) => each.nearness !== 'left').map((each) => [each.account, each.nearness]),
  );
  const gone = new Map(
    room?.people.flatMap((each) => (each.gone_at ? [[each.account, Date.parse(each.gone_at)]] : [])),
  );
  if (signed && open && !away) near.set(account, 'here');
  const seen = useRef(new Set<string>());
  useEffect(() => {
    for (const each of near.keys()) seen.current.add(each);
  }, [room, away]);

  const notes = useNotes(account, session.session);
  const commands = useCommands(group.group, session.session, run?.version ?? 0, reload);
  const kase = useCase(group.group, run?.case_id ?? view.case_id, fresh && !away && !view.answer_first);
  // An organiser steps in before the start.
  const [starts, setStarts] = useState(false);
  useAwake(running);

  if (session.state === 'cancelled') return <Message title={t('consultation.cancelled')} />;
  if (!signed) return <SignFirst group={group} />;
  const inAgenda = run?.agenda.map((item) => formatOfItem(item, view.formats, formats)) ?? [];
  if (over) return <After group={group} session={session} notes={notes} formats={inAgenda} shared={table} />;
  if (!run) {
    const leader = planned(view.duties, 'facilitator');
    const props = { group, view, people, near, formats, open };
    if (starts || leader === account || leader === undefined) return <StartScreen {...props} planned={leader} />;
    const may = group.role === 'organiser';
    return <WaitingScreen {...props} leader={leader} onLead={may ? () => setStarts(true) : undefined} />;
  }
  const format = inAgenda[run.item];
  const phase = format?.phases[run.phase];
  if (!format || !phase) return <Message title={t('consultation.error_unknown_format')} />;

  const role = roleOf(run, account);
  const scene: Scene = {
    group,
    session,
    run,
    format,
    formats: inAgenda,
    phase,
    people,
    near,
    gone,
    seen: seen.current,
    role,
    lead: role === 'facilitator',
    onLead:
      group.role === 'organiser' && role !== 'facilitator' && role !== 'presenter'
        ? () => commands.handOver(account)
        : undefined,
    notes,
    kase,
    commands,
  };
  return (
    <>
      {away ? (
        <Away scene={scene} />
      ) : table && role !== 'presenter' ? (
        <Table scene={scene} />
      ) : answer_first ? (
        <AnswerFirst scene={scene} />
      ) : role === 'presenter' && phase.presenter === 'silent' ? (
        <Hush scene={scene} />
      ) : (
        <Stage scene={scene} />
      )}
      <Announcer scene={scene} />
    </>
  );
}

/** The button that was pressed goes with the face it was on: the new one's heading takes the focus then. */
function useKeptFocus(face: string): void {
  const last = useRef(face);
  useLayoutEffect(() => {
    if (last.current === face) return;
    last.current = face;
    if (document.activeElement && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [face]);
}

/** What was known last, until it is known anew: nobody who is away stands in the room for a blink. */
function useLast<T>(value: T, known: boolean): T {
  const last = useRef(value);
  if (known) last.current = value;
  return last.current;
}

/** The lead goes from hand to hand with the parts of the agenda: both are told. */
function useLeadTold(run: Run | undefined, people: People, account: string): void {
  const leader = run && holder(run, 'facilitator');
  const last = useRef({ leader, item: run?.item });
  useEffect(() => {
    const before = last.current;
    last.current = { leader, item: run?.item };
    if (before.item === run?.item || before.item === undefined || before.leader === leader || !leader) return;
    if (leader === account) tell(t('consultation.you_lead_now'));
    else if (before.leader === account) tell(t('consultation.leads_now', { name: people.first(leader) }));
  }, [leader, run?.item]);
}

/** Who was away for a case is told when the group has done with it. */
function useCaseOver(away: boolean, running: boolean): void {
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !away && running) tell(t('consultation.case_over'));
    was.current = away;
  }, [away]);
}

function Message({ title }: { title: string }) {
  return (
    <Plain>
      <Title>{title}</Title>
      <p>
        <ButtonLink href="/">{t('app.to_home')}</ButtonLink>
      </p>
    </Plain>
  );
}

function SignFirst({ group }: { group: GroupView }) {
  return (
    <Plain>
      <Title hint={t('consultation.sign_first_hint')}>{t('consultation.sign_first')}</Title>
      <p>
        <ButtonLink look="go" href={`/g/${group.group}/agreement`}>
          {t('consultation.to_agreement')}
        </ButtonLink>
      </p>
    </Plain>
  );
}
