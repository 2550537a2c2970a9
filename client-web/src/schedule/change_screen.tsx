// A series is changed, from one session on or for all to come; what it does to the dates is shown before it is saved.
import { useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { useQuery } from '../data/query.ts';
import { dayKey, shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote, Loaded } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { SeriesChanged, SeriesView, Session } from '../protocol.gen.ts';
import { call, clock } from '../wire/socket.ts';
import { daysText, stopped } from './date_text.ts';
import { change, type Plan, planOf, ruledDay } from './plan.ts';
import { PlanFields } from './plan_fields.tsx';
import { askable, Dates, type Mark, marksFor, Rule, useSettled } from './preview.tsx';
import { PlanFrame } from './series_screen.tsx';
import { isAhead } from './sessions.ts';
import { usePlan } from './use_plan.ts';

type ScreenProps = { group: string; series: string; from: string | undefined };
export function ChangeScreen({ group, series, from }: ScreenProps) {
  const list = useQuery('schedule.series', { group }, { group, on: ['schedule.*'] });
  const coming = useQuery('schedule.list', { group, limit: 200 }, { group, on: ['schedule.*'] });
  return (
    <Loaded query={list}>
      {(all) => (
        <Loaded query={coming}>
          {({ sessions }) => {
            const view = all.series.find((each) => each.series === series);
            const own = sessions.filter((each) => each.series === series && each.state === 'planned');
            const ahead = own.filter((each) => isAhead(each, clock.now()));
            if (!view || !ahead.length) return <Gone group={group} />;
            return <Changing key={series} {...{ group, view, ahead, from }} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Gone({ group }: { group: string }) {
  return (
    <Page>
      <Title
        end={
          <ButtonLink look="quiet" href={`/g/${group}/schedule`}>
            {t('planning.back')}
          </ButtonLink>
        }
      >
        {t('planning.series_gone')}
      </Title>
    </Page>
  );
}

type Props = { group: string; view: SeriesView; ahead: Session[]; from: string | undefined };
function Changing({ group, view, ahead, from }: Props) {
  const chosen = ahead.find((each) => each.session === from);
  const next = ahead[0]!;
  const [following, setFollowing] = useState(chosen !== undefined);
  const start = following && chosen ? chosen : next;
  const session = following ? chosen?.session : undefined;
  const form = usePlan(
    group,
    () => planOf(view, ruledDay(start)),
    async (plan) => {
      await call('schedule.change_series', change(group, view.series, session, plan));
      return t('planning.series_saved');
    },
  );
  const choose = (scope: 'following' | 'all') => {
    setFollowing(scope === 'following');
    // The day moves along as long as nobody has set another.
    if (form.plan.first === ruledDay(start)) {
      form.set({ first: ruledDay(scope === 'following' && chosen ? chosen : next) });
    }
  };
  const preview = useChange(group, view.series, session, form.plan);
  const counted = preview.changed;
  const count = counted ? counted.shifted + counted.added + counted.removed : 0;
  return (
    <PlanFrame
      group={group}
      title={t('planning.series_change')}
      hint={t('planning.series_change_hint')}
      form={form}
      fields={
        <PlanFields {...form} once={false}>
          {chosen && (
            <Segmented
              legend={t('planning.series_from')}
              value={following ? 'following' : 'all'}
              onChange={choose}
              options={[
                { value: 'following', text: t('planning.series_following', { day: shortDay(chosen.starts_at) }) },
                { value: 'all', text: t('planning.change_all') },
              ]}
            />
          )}
        </PlanFields>
      }
      button={count ? t('planning.series_save', { count }) : t('planning.series_save_none')}
    >
      <Changes {...{ plan: form.plan, ahead, preview }} />
    </PlanFrame>
  );
}

interface ChangePreview {
  changed: SeriesChanged | undefined;
  error: ReturnType<typeof useQuery>['error'];
  stale: boolean;
}
function useChange(group: string, series: string, session: string | undefined, plan: Plan): ChangePreview {
  // The dates do not depend on the place.
  const wanted = askable(plan)
    ? JSON.stringify(change(group, series, session, { ...plan, place: '', call_link: '' }))
    : '';
  const asked = useSettled(wanted);
  const query = useQuery('schedule.preview_change', asked ? JSON.parse(asked) : undefined, { when: asked !== '' });
  const current = asked !== '' && asked === wanted;
  return {
    changed: asked && !query.error ? query.data : undefined,
    error: current ? query.error : undefined,
    stale: !current || query.loading,
  };
}

function Changes({ plan, ahead, preview }: { plan: Plan; ahead: Session[]; preview: ChangePreview }) {
  const { changed, error, stale } = preview;
  return (
    <Card title={t('planning.what_changes')}>
      <Rule plan={plan} />
      <ErrorNote error={error} />
      {!changed && !error && <p class="muted small">{t('planning.preview_wait')}</p>}
      {changed && !error && (
        <>
          <Summary changed={changed} ahead={ahead} />
          <Dates
            plan={plan}
            starts={changed.starts}
            marks={marksOf(changed, ahead)}
            stale={stale}
            open={plan.ends === 'open'}
          />
        </>
      )}
    </Card>
  );
}

/** Dates at which no session stands yet are those that are new, or have another time. */
const freshOf = ({ starts }: SeriesChanged, ahead: Session[]): string[] => {
  const there = new Set(ahead.map((each) => each.starts_at));
  return starts.filter((at) => !there.has(at));
};
function marksOf(changed: SeriesChanged, ahead: Session[]): Map<string, Mark> {
  // Where some are new and some have another time, nobody can tell which is which.
  const mark = !changed.shifted ? 'fresh' : !changed.added ? 'shifted' : 'other';
  return new Map([...marksFor(mark, freshOf(changed, ahead)), ...marksFor('gone', changed.removed_starts)]);
}

function Summary({ changed, ahead }: { changed: SeriesChanged; ahead: Session[] }) {
  const { kept, shifted, added, removed } = changed;
  if (!shifted && !added && !removed) return <p class="muted small">{t('planning.nothing_changes')}</p>;
  const gone = daysText(changed.removed_starts.map((at) => shortDay(at)));
  const days = new Set(ahead.map((each) => dayKey(each.starts_at)));
  // Where some only get another time nobody can tell which ones are new; then the dates below say it.
  const fresh = shifted ? [] : freshOf(changed, ahead).filter((at) => !days.has(dayKey(at)));
  return (
    <ul class="sums" aria-live="polite">
      {kept > 0 && <li>{t('planning.kept', { count: kept })}</li>}
      {shifted > 0 && <li>{t('planning.shifted', { count: shifted })}</li>}
      {added > 0 && (
        <li>
          {fresh.length
            ? stopped(t('planning.added', { count: added, days: daysText(fresh.map((at) => shortDay(at))) }))
            : t('planning.added_some', { count: added })}
        </li>
      )}
      {removed > 0 && (
        <li>
          {stopped(t('planning.removed', { count: removed, days: gone }))} <small>{t('planning.removed_hint')}</small>
        </li>
      )}
    </ul>
  );
}
