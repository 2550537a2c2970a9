// Planning a series: the form at the left, the dates it makes at the right.
import { useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { useKeep } from '../app/keep.ts';
import { navigate } from '../app/router.ts';
import { t } from '../i18n/i18n.ts';
import { browserZone, zones } from '../i18n/zone.ts';
import { Button, ButtonLink, Card } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { Select, TextField } from '../parts/fields.tsx';
import { useForm } from '../parts/form.ts';
import { Title } from '../parts/title.tsx';
import { call } from '../wire/socket.ts';
import { lengths } from './lengths.ts';
import { most_sessions, newPlan, type Plan, series, wrongs } from './plan.ts';
import { Preview, usePreview } from './preview.tsx';
import { Rhythm } from './rhythm.tsx';

export function SeriesScreen({ group }: { group: string }) {
  const [plan, setPlan] = useState<Plan>(() => newPlan(browserZone));
  const [touched, setTouched] = useState(false);
  const preview = usePreview(group, plan);
  const leave = useKeep(touched, t('schedule.leave_edit'));
  const set = (change: Partial<Plan>) => {
    setTouched(true);
    setPlan((all) => ({ ...all, ...change }));
  };
  const found = wrongs(plan);
  const { wrong, busy, error, onSubmit } = useForm(
    {
      first: found.first && t('parts.needed'),
      time: found.time && t('parts.needed'),
      days: found.days && t('schedule.one_day'),
      count: found.count && t('schedule.number_between', { from: 1, to: most_sessions }),
      until: found.until && t('parts.needed'),
      call_link: found.call_link && t('schedule.bad_link'),
    },
    async () => {
      const made = await call('schedule.create_series', series(group, plan));
      tell(t('schedule.created', { count: made.sessions }));
      leave();
      navigate(`/g/${group}/schedule`, { replace: true });
    },
  );
  const count = preview.starts?.length ?? 0;
  return (
    <Page>
      <Title
        hint={t('schedule.series_hint')}
        end={
          <ButtonLink look="quiet" href={`/g/${group}/schedule`}>
            {t('schedule.back')}
          </ButtonLink>
        }
      >
        {t('schedule.series_title')}
      </Title>
      <form class="split" noValidate onSubmit={onSubmit}>
        <div class="col">
          <Card roomy class="col" title={t('schedule.series_when')}>
            <div class="pair">
              <TextField
                label={t('schedule.first_day')}
                type="date"
                value={plan.first}
                onChange={(value) => set({ first: value })}
                error={wrong.first}
              />
              <TextField
                label={t('schedule.begins_at')}
                type="time"
                value={plan.time}
                onChange={(time) => set({ time })}
                error={wrong.time}
              />
            </div>
            <Rhythm plan={plan} set={set} error={wrong.days} />
            <div class="pair">
              <Select
                label={t('schedule.length')}
                value={String(plan.minutes)}
                onChange={(minutes) => set({ minutes: Number(minutes) })}
                options={lengths(90)}
              />
              <Select
                label={t('schedule.zone')}
                hint={t('schedule.zone_hint')}
                value={plan.zone}
                onChange={(zone) => set({ zone })}
                options={zones(plan.zone)}
              />
            </div>
            <Segmented
              legend={t('schedule.ends')}
              value={plan.ends}
              onChange={(ends) => set({ ends })}
              options={[
                { value: 'count', text: t('schedule.by_count') },
                { value: 'until', text: t('schedule.by_date') },
              ]}
            />
            {plan.ends === 'count' ? (
              <TextField
                label={t('schedule.how_many')}
                type="number"
                class="few"
                min={1}
                max={most_sessions}
                value={plan.count}
                onChange={(value) => set({ count: value })}
                error={wrong.count}
              />
            ) : (
              <TextField
                label={t('schedule.last_day')}
                type="date"
                class="few"
                value={plan.until}
                onChange={(until) => set({ until })}
                error={wrong.until}
              />
            )}
          </Card>
          <Card roomy class="col" title={t('schedule.where')}>
            <TextField
              label={t('schedule.place')}
              hint={t('schedule.place_hint')}
              maxLength={200}
              value={plan.place}
              onChange={(place) => set({ place })}
            />
            <TextField
              label={t('schedule.call_link')}
              hint={t('schedule.call_link_hint')}
              type="url"
              maxLength={500}
              value={plan.call_link}
              onChange={(call_link) => set({ call_link })}
              error={wrong.call_link}
            />
          </Card>
        </div>
        <div class="col">
          <Preview plan={plan} preview={preview} />
          <ErrorNote error={error} />
          <Button look="go" full type="submit" busy={busy}>
            {count ? t('schedule.create', { count }) : t('schedule.create_none')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
