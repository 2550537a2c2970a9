// Planning a series or a session of its own: the form at the left, the dates it makes at the right.
import type { ComponentChildren } from 'preact';
import { Page } from '../app/frame.tsx';
import { useQuery } from '../data/query.ts';
import { longDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { browserZone } from '../i18n/zone.ts';
import { Button, ButtonLink } from '../parts/basics.tsx';
import { ErrorNote, Loaded } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { Poll, PollOption } from '../protocol.gen.ts';
import { call } from '../wire/socket.ts';
import { choice, newPlan, series, single } from './plan.ts';
import { PlanFields } from './plan_fields.tsx';
import { Preview, usePreview } from './preview.tsx';
import { type PlanForm, usePlan } from './use_plan.ts';

type FrameProps = {
  group: string;
  title: string;
  hint: string;
  form: PlanForm;
  fields: ComponentChildren;
  button: string;
  children: ComponentChildren;
};
/** Fields at the left; what they make, and the button, at the right. */
export function PlanFrame({ group, title, hint, form, fields, button, children }: FrameProps) {
  return (
    <Page>
      <Title
        hint={hint}
        end={
          <ButtonLink look="quiet" href={`/g/${group}/schedule`}>
            {t('planning.back')}
          </ButtonLink>
        }
      >
        {title}
      </Title>
      <form class="split" noValidate onSubmit={form.onSubmit}>
        {fields}
        <div class="col">
          {children}
          <ErrorNote error={form.error} />
          <Button look="go" full type="submit" busy={form.busy}>
            {button}
          </Button>
        </div>
      </form>
    </Page>
  );
}

export function SeriesScreen({ group }: { group: string }) {
  const form = usePlan(
    group,
    () => newPlan(browserZone),
    async (plan) => {
      if (plan.frequency === 'once') {
        await call('schedule.add_session', single(group, plan));
        return t('planning.added_one');
      }
      const { sessions } = await call('schedule.create_series', series(group, plan));
      return t('planning.created', { count: sessions });
    },
  );
  const preview = usePreview(group, form.plan);
  return (
    <PlanFrame
      group={group}
      title={t('planning.series_title')}
      hint={t('planning.series_hint')}
      form={form}
      fields={<PlanFields {...form} />}
      button={buttonOf(form, preview.starts?.length ?? 0, preview.open)}
    >
      <Preview plan={form.plan} preview={preview} />
    </PlanFrame>
  );
}

function buttonOf({ plan }: PlanForm, count: number, open: boolean): string {
  if (plan.frequency === 'once') return t('planning.plan_one');
  if (open) return t('planning.plan_open');
  return count ? t('planning.create', { count }) : t('planning.create_none');
}

/** A poll's option becomes a session or the first one of a series. */
export function ChooseScreen({ group, poll: id, option: chosen }: { group: string; poll: string; option: string }) {
  const polls = useQuery('schedule.polls', { group }, { group, on: ['schedule.poll_changed'] });
  return (
    <Loaded query={polls}>
      {(data) => {
        const poll = data.polls.find((each) => each.poll === id);
        const option = poll?.options.find((each) => each.option === chosen);
        if (!poll || !option) return <Page>{t('polls.gone')}</Page>;
        return <Choose group={group} poll={poll} option={option} />;
      }}
    </Loaded>
  );
}

function Choose({ group, poll, option }: { group: string; poll: Poll; option: PollOption }) {
  const [first, time] = [option.local_start.slice(0, 10), option.local_start.slice(11, 16)];
  const form = usePlan(
    group,
    () => ({ ...newPlan(poll.zone), frequency: 'once', first, time, minutes: poll.minutes }),
    async (plan) => {
      await call('schedule.choose_poll', choice(group, poll.poll, option.option, plan));
      return t(plan.frequency === 'once' ? 'planning.added_one' : 'planning.added_series');
    },
  );
  const preview = usePreview(group, form.plan);
  return (
    <PlanFrame
      group={group}
      title={t('polls.choose_title', { day: longDay(option.starts_at) })}
      hint={t('polls.choose_hint')}
      form={form}
      fields={<PlanFields {...form} settled />}
      button={buttonOf(form, preview.starts?.length ?? 0, preview.open)}
    >
      <Preview plan={form.plan} preview={preview} />
    </PlanFrame>
  );
}
