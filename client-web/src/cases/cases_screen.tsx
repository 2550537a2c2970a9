// The group's cases: my turns to bring one, those that come, those that are past.
import '../style/screens/case.css';
import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { currentGroup, me } from '../app/me.ts';
import { useQuery } from '../data/query.ts';
import { type People, peopleOf, useGroup } from '../groups/people.ts';
import { longDay, shortDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card, Chip, Tile } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { CaseSummary, Session } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { clock } from '../wire/socket.ts';
import { ConflictQuestion } from './conflict.tsx';
import { type Draft, load } from './drafts.ts';
import { useCaseSessions } from './sessions.ts';

type Sessions = Map<string, Session> | undefined;

export default function CasesScreen({ params: { group } }: ScreenProps<'group'>) {
  const account = me.value?.account.account ?? '';
  const cases = useQuery(
    'cases.list',
    { group },
    { group: [account, group], on: ['cases.*', 'schedule.*', 'groups.*'] },
  );
  const people = peopleOf(useGroup(group).data, t('cases.former'));
  const sessions = useCaseSessions(group);
  return (
    <Page>
      <Title
        hint={currentGroup.value?.name}
        end={
          <ButtonLink look="go" icon="plus" href={`/g/${group}/case/new`}>
            {t('cases.prepare')}
          </ButtonLink>
        }
      >
        {t('cases.title')}
      </Title>
      <Stale query={cases} />
      <Loaded query={cases}>
        {({ cases: all }) => <Content group={group} all={all} people={people} sessions={sessions} />}
      </Loaded>
    </Page>
  );
}

type ContentProps = { group: string; all: CaseSummary[]; people: People; sessions: Sessions };
function Content({ group, all, people, sessions }: ContentProps) {
  const starts = (one: CaseSummary) => Date.parse(sessions?.get(one.session)?.starts_at ?? one.submitted_at);
  const coming = all.filter(({ state }) => state === 'submitted').sort((a, b) => starts(a) - starts(b));
  const past = all.filter(({ state }) => state !== 'submitted').sort((a, b) => starts(b) - starts(a));
  const shared = { group, people, sessions };
  return (
    <div class="split cases">
      <div class="col">
        <h2 class="sr">{t('cases.coming')}</h2>
        {coming.length === 0 && (
          <Card roomy title={t('cases.none_coming')}>
            <p class="muted">{t('cases.none_coming_hint')}</p>
          </Card>
        )}
        {coming.map((one) => (
          <Coming key={one.case_id} one={one} {...shared} />
        ))}
        {past.length > 0 && (
          <Card roomy title={t('cases.past')} fact={t('cases.past_hint')}>
            <ul class="rows lined">
              {past.map((one) => (
                <Past key={one.case_id} one={one} {...shared} />
              ))}
            </ul>
          </Card>
        )}
      </div>
      <Mine group={group} all={all} />
    </div>
  );
}

type RowProps = { one: CaseSummary; group: string; people: People; sessions: Sessions };
const brought = (one: CaseSummary, people: People): string =>
  people.isMe(one.presenter) ? t('cases.brought_by_you') : t('cases.brought_by', { name: people.name(one.presenter) });

function Coming({ one, group, people, sessions }: RowProps) {
  const session = sessions?.get(one.session);
  const asks = one.closed === 'answer_first';
  const begun = session !== undefined && Date.parse(session.starts_at) <= clock.now();
  const title = one.title ?? t('cases.case_of', { name: people.first(one.presenter) });
  const href = `/g/${group}/case/${one.case_id}`;
  return (
    <Card
      roomy
      raised={asks}
      class="coming"
      title={<span translate={false}>{title}</span>}
      fact={
        session &&
        t('cases.session_at', {
          number: session.number,
          day: longDay(session.starts_at),
          time: time(session.starts_at),
        })
      }
    >
      <p class="by">{brought(one, people)}</p>
      {asks ? (
        <ConflictQuestion group={group} summary={one} begun={begun} />
      ) : (
        <>
          {one.closed && <p class="muted">{closedShort(one)}</p>}
          <p class="btns">
            <ButtonLink href={href} label={`${t(one.closed ? 'cases.look' : 'cases.open')}: ${title}`}>
              {t(one.closed ? 'cases.look' : 'cases.open')}
            </ButtonLink>
          </p>
        </>
      )}
    </Card>
  );
}
const closedShort = ({ closed }: CaseSummary): string => (closed ? t(`cases.closed_${closed}`) : '');

function Past({ one, group, people, sessions }: RowProps) {
  const session = sessions?.get(one.session);
  const gone = one.state === 'shredded' || one.closed === 'shredded';
  const when = session && t('cases.session_on', { number: session.number, day: shortDay(session.starts_at) });
  const title = one.title ?? t('cases.case_of', { name: people.first(one.presenter) });
  return (
    <li class={gone ? 'away' : undefined}>
      <p>
        {gone ? title : <a href={`/g/${group}/case/${one.case_id}`}>{title}</a>}
        <small>{[when, brought(one, people)].filter(Boolean).join(' · ')}</small>
      </p>
      {gone ? (
        <Chip>{t('cases.shredded')}</Chip>
      ) : one.closed === 'away' ? (
        <Chip>{t('cases.away_chip')}</Chip>
      ) : (
        <span class="small muted">{t('cases.until', { day: shortDay(one.shred_at) })}</span>
      )}
    </li>
  );
}

/** My turns to present, and what I have begun to write. */
function Mine({ group, all }: { group: string; all: CaseSummary[] }) {
  const account = me.value?.account.account ?? '';
  const rota = useQuery('rota.show', { group }, { group, on: ['rota.*', 'schedule.*', 'groups.*'] });
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    let here = true;
    load(account, group).then((found) => here && setDraft(found));
    return () => {
      here = false;
    };
  }, [account, group]);
  const mine = rota.data?.duties.filter((duty) => duty.role === 'presenter' && duty.account === account) ?? [];
  const turns = (rota.data?.sessions ?? []).filter(({ session }) => mine.some((duty) => duty.session === session));
  return (
    <Card title={t('cases.my_turns')} class="turns">
      {draft && (
        <div class="draft">
          <p>
            <b translate={false}>{draft.texts.title.trim() || t('cases.untitled')}</b>
            <br />
            <span class="small muted">{t('cases.unfinished')}</span>
          </p>
          <ButtonLink small look="soft" icon="edit" href={`/g/${group}/case/new`}>
            {t('cases.go_on')}
          </ButtonLink>
        </div>
      )}
      {rota.data && turns.length === 0 && <p class="muted small">{t('cases.no_turns')}</p>}
      <ul class="rows lined">
        {turns.map((session) => {
          const case_of = all.find(
            (one) => one.session === session.session && one.presenter === account && one.state !== 'shredded',
          );
          const day = shortDay(session.starts_at);
          return (
            <li key={session.session}>
              <Tile tone="warm" icon="file" />
              <p>
                {day}
                <small>{t('cases.session_number', { number: session.number })}</small>
              </p>
              {case_of ? (
                <ButtonLink
                  small
                  href={`/g/${group}/case/${case_of.case_id}`}
                  label={`${t('cases.handed_in')}: ${day}`}
                >
                  {t('cases.handed_in')}
                </ButtonLink>
              ) : (
                <ButtonLink
                  small
                  href={`/g/${group}/case/new?session=${session.session}`}
                  label={`${t('cases.prepare')}: ${day}`}
                >
                  {t('cases.prepare_short')}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
