// The next sessions, who takes which role in them, who comes. With #plan: a new series.
import '../style/screens/schedule.css';
import { Page } from '../app/frame.tsx';
import { groups } from '../app/me.ts';
import { type On, useQuery } from '../data/query.ts';
import { peopleOf, useGroup } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { ButtonLink, Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { useMinute } from '../parts/minute.ts';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { Rota, Session } from '../protocol.gen.ts';
import { RotaTable } from '../rota/rota_table.tsx';
import { RulesCard } from '../rota/rules_card.tsx';
import { SwapCards } from '../rota/swap_cards.tsx';
import type { ScreenProps } from '../screens.ts';
import { Agenda } from './agenda.tsx';
import { MonthCard } from './month_card.tsx';
import { Past } from './past.tsx';
import { SeriesScreen } from './series_screen.tsx';

export default function ScheduleScreen({ params: { group } }: ScreenProps<'group'>) {
  return location.hash === '#plan' ? <SeriesScreen group={group} /> : <Overview group={group} />;
}

/** Whether a session has begun counts too. */
const moves: On[] = ['schedule.*', 'consultation.changed'];

function Overview({ group }: { group: string }) {
  const view = useGroup(group);
  const rota = useQuery('rota.show', { group }, { group, on: [...moves, 'rota.*', 'groups.*'] });
  const coming = useQuery('schedule.list', { group, limit: 200 }, { group, on: moves });
  const known = groups.value.find((each) => each.group === group);
  const organises = (view.data?.role ?? known?.role) === 'organiser';
  const planned = rota.data?.sessions.filter((session) => session.state === 'planned').length ?? 0;
  const hint = t('planning.times_in', { group: view.data?.name ?? known?.name ?? '', zone: zonePlace() });
  return (
    <Page width="wide">
      <Title
        hint={hint}
        end={
          organises &&
          planned > 0 && (
            <ButtonLink icon="plus" href={`/g/${group}/schedule#plan`}>
              {t('planning.plan_more')}
            </ButtonLink>
          )
        }
      >
        {planned > 1 ? t('turns.title', { count: planned }) : t('planning.title')}
      </Title>
      <Stale query={rota.error ? rota : coming} />
      <Loaded query={rota}>
        {(board) => (
          <Loaded query={coming}>
            {({ sessions }) =>
              board.sessions.length || sessions.length ? (
                <Content {...{ group, organises, sessions }} rota={board} view={view.data} />
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

type ContentProps = {
  group: string;
  rota: Rota;
  sessions: Session[];
  organises: boolean;
  view: Parameters<typeof peopleOf>[0];
};
function Content({ group, rota, sessions, organises, view }: ContentProps) {
  const now = useMinute();
  const people = peopleOf(view, t('rota.former'));
  return (
    <>
      <SwapCards {...{ group, rota, people }} />
      <div class="split roomy">
        <div class="col">
          {rota.sessions.length > 0 && <RotaTable {...{ group, rota, people, organises, now }} />}
          <Agenda {...{ group, sessions, people, organises, now }} />
          <Past group={group} />
        </div>
        <div class="col">
          <MonthCard group={group} now={now} first={sessions.find((each) => each.state === 'planned')} />
          <RulesCard group={group} rules={rota.rules} organises={organises} />
        </div>
      </div>
    </>
  );
}

function Nothing({ group, organises }: { group: string; organises: boolean }) {
  return (
    <>
      <Card roomy raised class="col" title={t('planning.nothing')}>
        <p class="muted">{t(organises ? 'planning.nothing_organiser' : 'planning.nothing_member')}</p>
        {organises && (
          <p>
            <ButtonLink look="go" icon="plus" href={`/g/${group}/schedule#plan`}>
              {t('planning.plan')}
            </ButtonLink>
          </p>
        )}
      </Card>
      <Past group={group} />
    </>
  );
}
