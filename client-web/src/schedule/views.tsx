// The schedule in two views: as an agenda with the turns, and as a month.
import { useState } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Note, useId } from '../parts/basics.tsx';
import { useMinute } from '../parts/minute.ts';
import { Tabs } from '../parts/tabs.tsx';
import type { Poll, Rota, SeriesView, Session } from '../protocol.gen.ts';
import { QueueCard } from '../rota/queue_card.tsx';
import { RotaTable } from '../rota/rota_table.tsx';
import { RulesCard } from '../rota/rules_card.tsx';
import { StandIns } from '../rota/stand_in.tsx';
import { SwapCards } from '../rota/swap_cards.tsx';
import { Agenda, SessionRows } from './agenda.tsx';
import type { DayThings } from './days.ts';
import { MonthCard } from './month_card.tsx';
import { MonthView } from './month_view.tsx';
import { Past } from './past.tsx';
import { RunsOut } from './runs_out.tsx';
import { SeriesCard } from './series_card.tsx';

type View = 'agenda' | 'month';
const kept = 'covision.schedule';
function keptView(): View {
  try {
    return localStorage.getItem(kept) === 'month' ? 'month' : 'agenda';
  } catch {
    return 'agenda';
  }
}
function keep(view: View): void {
  try {
    localStorage.setItem(kept, view);
  } catch {}
}

type Props = {
  group: string;
  rota: Rota;
  sessions: Session[];
  series: SeriesView[];
  polls: Poll[];
  organises: boolean;
  people: People;
};
export function Views(props: Props) {
  const { group, rota, series, organises, people } = props;
  const now = useMinute();
  const [view, setView] = useState(keptView);
  const id = useId('view');
  const quorum = useQuery('schedule.settings', { group }, { group, on: ['schedule.settings_changed'] }).data?.quorum;
  const shared = { ...props, now, quorum };
  const choose = (wanted: View) => {
    setView(wanted);
    keep(wanted);
  };
  return (
    <>
      <RunsOut {...{ group, series, organises }} />
      <StandIns {...{ group, rota, people }} />
      <SwapCards {...{ group, rota, people }} />
      <Tabs
        class="views"
        label={t('planning.view')}
        value={view}
        onChange={choose}
        tabs={(['agenda', 'month'] as const).map((value) => ({
          value,
          text: t(`planning.view_${value}`),
          panel: `${id}-${value}`,
        }))}
      />
      <div role="tabpanel" id={`${id}-agenda`} aria-label={t('planning.view_agenda')} hidden={view !== 'agenda'}>
        {view === 'agenda' && <AsAgenda {...shared} />}
      </div>
      <div role="tabpanel" id={`${id}-month`} aria-label={t('planning.view_month')} hidden={view !== 'month'}>
        {view === 'month' && <AsMonth {...shared} />}
      </div>
    </>
  );
}

type ViewProps = Props & { now: number; quorum: number | undefined };
const idsOf = (series: SeriesView[]): string[] => series.map((each) => each.series);
const breaksOf = (series: SeriesView[]) => series.flatMap((each) => each.breaks);

function AsAgenda({ group, rota, sessions, series, polls, organises, people, now, quorum }: ViewProps) {
  return (
    <div class="split roomy">
      <div class="col">
        {rota.sessions.length > 0 && <RotaTable {...{ group, rota, people, organises, now }} />}
        <Agenda {...{ group, sessions, people, organises, quorum, now }} series={idsOf(series)} />
        <Past group={group} />
      </div>
      <div class="col">
        <MonthCard
          {...{ group, polls, now }}
          breaks={breaksOf(series)}
          first={sessions.find((each) => each.state === 'planned')}
        />
        <SeriesCard {...{ group, series, sessions, organises, quorum, now }} />
        <QueueCard {...{ group, rota, people }} />
        <RulesCard {...{ group, rules: rota.rules, organises, people }} />
      </div>
    </div>
  );
}

function AsMonth({ group, series, polls, organises, people, now, quorum }: ViewProps) {
  return (
    <MonthView {...{ group, polls, now }} breaks={breaksOf(series)}>
      {(_, things) => <OneDay {...{ group, things, people, organises, quorum, now }} series={idsOf(series)} />}
    </MonthView>
  );
}

type DayProps = Omit<Parameters<typeof SessionRows>[0], 'sessions'> & { things: DayThings | undefined };
function OneDay({ things, ...rest }: DayProps) {
  const { sessions = [], options = [], pause } = things ?? {};
  if (!sessions.length && !options.length && !pause) return <p class="muted small">{t('planning.day_nothing')}</p>;
  return (
    <div class="col">
      {pause && <Note icon="pause">{t('planning.day_break')}</Note>}
      {sessions.length > 0 && <SessionRows {...rest} sessions={sessions} dated />}
      {options.map(({ poll, option }) => (
        <p key={option.option} class="small">
          <a href={`/g/${rest.group}/schedule#poll=${poll.poll}`}>
            {poll.title
              ? t('planning.day_option', { title: poll.title, time: time(option.starts_at) })
              : t('planning.day_option_untitled', { time: time(option.starts_at) })}
          </a>
        </p>
      ))}
    </div>
  );
}
