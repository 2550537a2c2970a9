// The next sessions, who takes which role in them, who comes; or the month. Behind # are the ways to plan and to change.
import '../style/screens/schedule.css';
import '../style/screens/schedule_month.css';
import '../style/screens/schedule_plan.css';
import { Page } from '../app/frame.tsx';
import { groups } from '../app/me.ts';
import { type On, useQuery } from '../data/query.ts';
import { peopleOf, useGroup } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { ButtonLink, Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { Poll, SeriesView } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { Later } from './later.tsx';
import { Past } from './past.tsx';
import { PollCards } from './poll_cards.tsx';
import { Views } from './views.tsx';

export default function ScheduleScreen({ params: { group } }: ScreenProps<'group'>) {
  const { hash } = location;
  const [, what, subject = ''] = hash.match(/^#(\w+)(?:=(.*))?$/) ?? [];
  const [first = '', second] = subject.split(/\/|&from=/);
  switch (what) {
    case 'plan':
      return <Later load={plan} props={{ group }} />;
    case 'find':
      return <Later load={find} props={{ group }} />;
    case 'poll':
      return <Later key={hash} load={poll} props={{ group, poll: first }} />;
    case 'choose':
      return <Later key={hash} load={choose} props={{ group, poll: first, option: second ?? '' }} />;
    case 'series':
      return <Later key={hash} load={series} props={{ group, series: first, from: second }} />;
    default:
      return <Overview group={group} />;
  }
}

// Most who look at the schedule neither plan nor ask.
const plan = async () => (await import('./series_screen.tsx')).SeriesScreen;
const find = async () => (await import('./find_screen.tsx')).FindScreen;
const poll = async () => (await import('./poll_screen.tsx')).PollScreen;
const choose = async () => (await import('./series_screen.tsx')).ChooseScreen;
const series = async () => (await import('./change_screen.tsx')).ChangeScreen;

/** Whether a session has begun counts too. */
const moves: On[] = ['schedule.*', 'consultation.changed'];
const no_series: SeriesView[] = [];
const no_polls: Poll[] = [];

function Overview({ group }: { group: string }) {
  const view = useGroup(group);
  const rota = useQuery('rota.show', { group }, { group, on: [...moves, 'rota.*', 'groups.*'] });
  const coming = useQuery('schedule.list', { group, limit: 200 }, { group, on: [...moves, 'groups.*'] });
  const series = useQuery('schedule.series', { group }, { group, on: ['schedule.*'] }).data?.series ?? no_series;
  const polls = useQuery('schedule.polls', { group }, { group, on: ['schedule.poll_changed', 'groups.*'] });
  const known = groups.value.find((each) => each.group === group);
  const organises = (view.data?.role ?? known?.role) === 'organiser';
  const people = peopleOf(view.data, t('rota.former'));
  const planned = rota.data?.sessions.filter((session) => session.state === 'planned').length ?? 0;
  const hint = t('planning.times_in', { group: view.data?.name ?? known?.name ?? '', zone: zonePlace() });
  return (
    <Page width="wide">
      <Title hint={hint} end={planned > 0 && <Ways group={group} organises={organises} />}>
        {planned > 1 ? t('turns.title', { count: planned }) : t('planning.title')}
      </Title>
      <Stale query={rota.error ? rota : coming} />
      <PollCards {...{ group, people }} polls={polls.data?.polls ?? no_polls} />
      <Loaded query={rota}>
        {(board) => (
          <Loaded query={coming}>
            {({ sessions }) =>
              board.sessions.length || sessions.length ? (
                <Views
                  {...{ group, organises, sessions, series, people }}
                  polls={polls.data?.polls ?? no_polls}
                  rota={board}
                />
              ) : (
                <Nothing group={group} organises={organises} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Ways({ group, organises }: { group: string; organises: boolean }) {
  return (
    <div class="btns">
      <ButtonLink look="quiet" href={`/g/${group}/schedule#find`}>
        {t('polls.find')}
      </ButtonLink>
      {organises && (
        <ButtonLink icon="plus" href={`/g/${group}/schedule#plan`}>
          {t('planning.plan_more')}
        </ButtonLink>
      )}
    </div>
  );
}

function Nothing({ group, organises }: { group: string; organises: boolean }) {
  return (
    <>
      <Card roomy raised class="col" title={t('planning.nothing')}>
        <p class="muted">{t(organises ? 'planning.nothing_organiser' : 'planning.nothing_member')}</p>
        <div class="btns">
          {organises && (
            <ButtonLink look="go" icon="plus" href={`/g/${group}/schedule#plan`}>
              {t('planning.plan')}
            </ButtonLink>
          )}
          <ButtonLink href={`/g/${group}/schedule#find`}>{t('polls.find')}</ButtonLink>
        </div>
      </Card>
      <Past group={group} />
    </>
  );
}
