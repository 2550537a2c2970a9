// One case: closed with its reason, or open on demand, since each look at it is recorded.
import '../style/screens/case.css';
import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { me } from '../app/me.ts';
import { navigate } from '../app/router.ts';
import { useMutation, useQuery } from '../data/query.ts';
import { type People, peopleOf, useGroup } from '../groups/people.ts';
import { longDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Card, Chip, QuietLink } from '../parts/basics.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote, Loaded, Loading, tell } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { CaseSummary, CaseView, Session } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { clock } from '../wire/socket.ts';
import { BlurFacts, CaseCard } from './case_card.tsx';
import { ConflictQuestion } from './conflict.tsx';
import { useCaseSessions } from './sessions.ts';
import { revise } from './writing.ts';

export default function CaseScreen({ params: { group, case: id } }: ScreenProps<'group' | 'case'>) {
  const account = me.value?.account.account ?? '';
  const cases = useQuery(
    'cases.list',
    { group },
    { group: [account, group], on: ['cases.*', 'schedule.*', 'groups.*'] },
  );
  const people = peopleOf(useGroup(group).data, t('cases.former'));
  const session = useCaseSessions(group)?.get(cases.data?.cases.find((one) => one.case_id === id)?.session ?? '');
  return (
    <Page width="narrow" class="one-case">
      <Loaded query={cases}>
        {({ cases: all }) => {
          const summary = all.find((one) => one.case_id === id);
          if (summary) return <One key={id} group={group} summary={summary} people={people} session={session} />;
          if (cases.loading) return <Loading />;
          return (
            <>
              <Title hint={t('cases.gone_hint')}>{t('cases.gone')}</Title>
              <p>
                <ButtonLink href={`/g/${group}/cases`}>{t('cases.to_cases')}</ButtonLink>
              </p>
            </>
          );
        }}
      </Loaded>
      <Stale query={cases} />
    </Page>
  );
}

type OneProps = { group: string; summary: CaseSummary; people: People; session: Session | undefined };
function One(props: OneProps) {
  const { group, summary, people, session } = props;
  const look = useMutation('cases.show');
  const [view, setView] = useState<CaseView>();
  const mine = people.isMe(summary.presenter);
  const by = mine ? undefined : people.name(summary.presenter);
  const open = !summary.closed;
  // What is not open any more does not stay on the screen.
  useEffect(() => {
    if (!open) setView(undefined);
  }, [open]);
  const show = async () => {
    const found = await look.run({ group, case_id: summary.case_id });
    if (found) setView(found);
  };
  const begun = session !== undefined && Date.parse(session.starts_at) <= clock.now();
  const when = session
    ? t('cases.session_at', { number: session.number, day: longDay(session.starts_at), time: time(session.starts_at) })
    : undefined;
  const name = people.first(summary.presenter);
  return (
    <>
      <Title hint={when} end={<State summary={summary} />}>
        {mine ? t('cases.your_case') : t('cases.case_of', { name })}
      </Title>
      {summary.closed ? (
        <Closed {...props} begun={begun} />
      ) : view ? (
        <CaseCard
          view={view}
          by={by}
          foot={
            <>
              <span>{t('cases.shredded_on', { day: longDay(summary.shred_at) })}</span>
              {!mine && <MayKnow group={group} summary={summary} />}
            </>
          }
        />
      ) : (
        <Card
          roomy
          raised
          title={summary.title && <span translate={false}>{summary.title}</span>}
          label={t('cases.one')}
        >
          <div class="col">
            <p class="by">{by ? t('cases.brought_by', { name: by }) : t('cases.brought_by_you')}</p>
            {summary.blur && <BlurFacts blur={summary.blur} wanted={t(`cases.wanted_${summary.wanted}`)} />}
            <ErrorNote error={look.error} />
            <p class="btns">
              <Button look="go" icon="eye" busy={look.busy} onClick={show}>
                {t('cases.open_text')}
              </Button>
            </p>
            <p class="hint">{t('cases.looks_recorded')}</p>
          </div>
          <div class="foot">
            <span>{t('cases.shredded_on', { day: longDay(summary.shred_at) })}</span>
            {!mine && <MayKnow group={group} summary={summary} />}
          </div>
        </Card>
      )}
      {mine && summary.state === 'submitted' && <Withdraw group={group} summary={summary} />}
    </>
  );
}

function State({ summary: { state } }: { summary: CaseSummary }) {
  if (state === 'submitted') return null;
  return <Chip>{t(state === 'closed' ? 'cases.was_held' : 'cases.shredded')}</Chip>;
}

/** Rare and grave: said quietly, and at once. */
function MayKnow({ group, summary }: { group: string; summary: CaseSummary }) {
  const send = useMutation('cases.answer_conflict');
  const [sure, setSure] = useState(false);
  const say = async () => {
    if (await send.run({ group, case_id: summary.case_id, answer: 'maybe' })) setSure(false);
  };
  return (
    <>
      <QuietLink onClick={() => setSure(true)}>{t('cases.may_know')}</QuietLink>
      <Dialog
        title={t('cases.may_know')}
        open={sure}
        onClose={() => setSure(false)}
        actions={
          <Button look="go" busy={send.busy} onClick={say}>
            {t('cases.may_know_yes')}
          </Button>
        }
      >
        <p>
          {t('cases.know_away')} {t('cases.know_who_sees')}
        </p>
        <ErrorNote error={send.error} />
      </Dialog>
    </>
  );
}

function Closed({ group, summary, session, begun }: OneProps & { begun: boolean }) {
  const why = summary.closed!;
  if (why === 'answer_first') {
    return (
      <Card roomy raised title={t('cases.know_title')}>
        <ConflictQuestion group={group} summary={summary} begun={begun} />
      </Card>
    );
  }
  return (
    <Card roomy label={t('cases.one')}>
      <div class="col">
        <p>{t(`cases.closed_${why}`)}</p>
        {why === 'sign_first' && (
          <p>
            <ButtonLink look="go" icon="sign" href={`/g/${group}/agreement`}>
              {t('cases.to_agreement')}
            </ButtonLink>
          </p>
        )}
        {why === 'away' && (
          <>
            <p class="muted">{t('cases.away_unsaid')}</p>
            {!begun && session && summary.state === 'submitted' && (
              <ConflictQuestion group={group} summary={summary} begun={begun} />
            )}
          </>
        )}
        <p>
          <a href={`/g/${group}/cases`}>{t('cases.to_cases')}</a>
        </p>
      </div>
    </Card>
  );
}

/** One's own case: taken back, or taken back to write on. */
function Withdraw({ group, summary }: { group: string; summary: CaseSummary }) {
  const account = me.value?.account.account ?? '';
  const withdraw = useMutation('cases.withdraw');
  const show = useMutation('cases.show');
  const [asked, setAsked] = useState<'back' | 'revise'>();
  const ref = { group, case_id: summary.case_id };
  const go = async () => {
    const view = asked === 'revise' ? await show.run(ref) : undefined;
    if (asked === 'revise' && !view) return;
    if (!(await withdraw.run(ref))) return;
    if (view) await revise(account, group, view);
    tell(t('cases.withdrawn'));
    navigate(view ? `/g/${group}/case/new` : `/g/${group}/cases`);
  };
  return (
    <div class="btns own">
      <Button look="line" icon="edit" onClick={() => setAsked('revise')}>
        {t('cases.revise')}
      </Button>
      <Button look="quiet" onClick={() => setAsked('back')}>
        {t('cases.withdraw')}
      </Button>
      <Dialog
        title={t(asked === 'revise' ? 'cases.revise_ask' : 'cases.withdraw_ask')}
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        actions={
          <Button look={asked === 'revise' ? 'go' : 'stop'} busy={withdraw.busy || show.busy} onClick={go}>
            {t(asked === 'revise' ? 'cases.revise' : 'cases.withdraw')}
          </Button>
        }
      >
        <p>{t(asked === 'revise' ? 'cases.revise_hint' : 'cases.withdraw_hint')}</p>
        <ErrorNote error={withdraw.error ?? show.error} />
      </Dialog>
    </div>
  );
}
