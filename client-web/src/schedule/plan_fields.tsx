// The fields of a plan: when, how often, until when, with which breaks, and where.
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/i18n.ts';
import { zonePlace, zones } from '../i18n/zone.ts';
import { Card } from '../parts/basics.tsx';
import { Pick } from '../parts/choices.tsx';
import { Select, TextField } from '../parts/fields.tsx';
import { Breaks } from './breaks.tsx';
import { dateText } from './date_text.ts';
import { lengths } from './lengths.ts';
import type { Plan } from './plan.ts';
import { Rhythm } from './rhythm.tsx';
import type { PlanForm } from './use_plan.ts';

type Props = Pick<PlanForm, 'plan' | 'set' | 'wrong'> & {
  /** A series that is changed stays one. */
  once?: boolean;
  /** Day, time, zone and length are settled. */
  settled?: boolean;
  children?: ComponentChildren;
};
export function PlanFields({ plan, set, wrong, once = true, settled, children }: Props) {
  const single = plan.frequency === 'once';
  return (
    <div class="col">
      <Card roomy class="col" title={t('planning.series_when')}>
        {children}
        {settled ? <Settled plan={plan} /> : <FirstDay {...{ plan, set, wrong }} />}
        <Rhythm plan={plan} set={set} once={once} error={wrong.days} />
        {!settled && (
          <div class="pair">
            <Select
              label={t('planning.length')}
              value={String(plan.minutes)}
              onChange={(minutes) => set({ minutes: Number(minutes) })}
              options={lengths(plan.minutes)}
            />
            <Select
              label={t('planning.zone')}
              hint={single ? undefined : t('planning.zone_hint')}
              value={plan.zone}
              onChange={(zone) => set({ zone })}
              options={zones(plan.zone)}
            />
          </div>
        )}
        {!single && <End {...{ plan, set, wrong }} />}
        {!single && <Breaks breaks={plan.breaks} set={(breaks) => set({ breaks })} error={wrong.breaks} />}
      </Card>
      <Card roomy class="col" title={t('planning.where')}>
        <WhereFields value={plan} set={set} error={wrong.call_link} />
      </Card>
    </div>
  );
}

function Settled({ plan }: { plan: Plan }) {
  return (
    <p class="rule">
      {t('planning.settled', { day: dateText(plan.first), time: plan.time, zone: zonePlace(plan.zone) })}
    </p>
  );
}

function FirstDay({ plan, set, wrong }: Pick<Props, 'plan' | 'set' | 'wrong'>) {
  return (
    <div class="pair">
      <TextField
        label={t(plan.frequency === 'once' ? 'planning.day' : 'planning.first_day')}
        type="date"
        value={plan.first}
        onChange={(first) => set({ first })}
        error={wrong.first}
      />
      <TextField
        label={t('planning.begins_at')}
        type="time"
        value={plan.time}
        onChange={(time) => set({ time })}
        error={wrong.time}
      />
    </div>
  );
}

function End({ plan, set, wrong }: Pick<Props, 'plan' | 'set' | 'wrong'>) {
  return (
    <>
      <Pick
        legend={t('planning.ends')}
        value={plan.ends}
        onChange={(ends) => set({ ends })}
        hint={plan.ends === 'open' ? t('planning.open_hint') : undefined}
        options={[
          { value: 'count', text: t('planning.by_count') },
          { value: 'until', text: t('planning.by_date') },
          { value: 'open', text: t('planning.open') },
        ]}
      />
      {plan.ends === 'count' && (
        <TextField
          label={t('planning.how_many')}
          type="number"
          class="few"
          min={1}
          value={plan.count}
          onChange={(count) => set({ count })}
          error={wrong.count}
        />
      )}
      {plan.ends === 'until' && (
        <TextField
          label={t('planning.last_day')}
          type="date"
          class="few"
          value={plan.until}
          onChange={(until) => set({ until })}
          error={wrong.until}
        />
      )}
    </>
  );
}

type Where = { place: string; call_link: string };
type WhereProps = { value: Where; set(change: Partial<Where>): void; error: string | undefined };
export function WhereFields({ value, set, error }: WhereProps) {
  return (
    <>
      <TextField
        label={t('planning.place')}
        hint={t('planning.place_hint')}
        maxLength={200}
        value={value.place}
        onChange={(place) => set({ place })}
      />
      <TextField
        label={t('planning.call_link')}
        hint={t('planning.call_link_hint')}
        type="url"
        maxLength={500}
        value={value.call_link}
        onChange={(call_link) => set({ call_link })}
        error={error}
      />
    </>
  );
}
