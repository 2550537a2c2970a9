// The rule in plain words: every n weeks on some days, each month on a date or on a weekday.
import { t } from '../i18n/i18n.ts';
import { classes, useId } from '../parts/basics.tsx';
import { Pick } from '../parts/choices.tsx';
import { Select, Wrong } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Weekday } from '../protocol.gen.ts';
import { chosenDay, chosenDays, chosenNth, type Plan } from './plan.ts';
import { nthName, weekdayName, weekdays } from './rule.ts';

type Props = { plan: Plan; set(change: Partial<Plan>): void; error: string | undefined };
export function Rhythm({ plan, set, once, error }: Props & { once: boolean }) {
  const single = plan.frequency === 'once';
  const weekly = plan.frequency === 'weekly';
  const every = weekly ? plan.weeks : plan.months;
  const counts = among(weekly ? [1, 2, 3, 4, 5, 6, 8, 10, 12] : [1, 2, 3, 4, 6, 12], every);
  const one = weekly ? 'planning.weeks_1' : 'planning.months_1';
  const many = weekly ? 'planning.weeks_n' : 'planning.months_n';
  return (
    <>
      <Pick
        legend={t('planning.rhythm')}
        value={plan.frequency}
        onChange={(frequency) => set({ frequency })}
        options={[
          ...(once ? [{ value: 'once', text: t('planning.once') } as const] : []),
          ...(['weekly', 'monthly_by_date', 'monthly_by_weekday'] as const).map((value) => ({
            value,
            text: t(`planning.${value}`),
          })),
        ]}
      />
      {!single && (
        <Select
          label={t(weekly ? 'planning.every_weeks' : 'planning.every_months')}
          value={String(every)}
          onChange={(value) => set(weekly ? { weeks: Number(value) } : { months: Number(value) })}
          options={counts.map((count) => ({
            value: String(count),
            text: count === 1 ? t(one) : t(many, { count }),
          }))}
        />
      )}
      {weekly && <Days plan={plan} set={set} error={error} />}
      {plan.frequency === 'monthly_by_weekday' && (
        <div class="pair">
          <Select
            label={t('planning.which')}
            value={String(chosenNth(plan))}
            onChange={(nth) => set({ nth: Number(nth) })}
            options={among([1, 2, 3, 4, -1], chosenNth(plan)).map((nth) => ({
              value: String(nth),
              text: nthName(nth),
            }))}
          />
          <Select
            label={t('planning.on_day')}
            value={chosenDay(plan)}
            onChange={(day) => set({ day })}
            options={weekdays.map((day) => ({ value: day, text: weekdayName(day) }))}
          />
        </div>
      )}
    </>
  );
}

/** What a series has is offered, whoever made it. */
const among = (usual: number[], own: number): number[] => (usual.includes(own) ? usual : [...usual, own]);

function Days({ plan, set, error }: Props) {
  const id = useId('days');
  const chosen = chosenDays(plan);
  const toggle = (day: Weekday, on: boolean) =>
    set({ days: weekdays.filter((each) => (each === day ? on : chosen.includes(each))) });
  return (
    <fieldset class="field" aria-describedby={error ? `${id}-e` : undefined}>
      <legend class="label">{t('planning.on_days')}</legend>
      <div class={classes('pick', 'days')}>
        {weekdays.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={chosen.includes(day)}
              aria-invalid={error ? true : undefined}
              onChange={(event) => toggle(day, event.currentTarget.checked)}
            />
            <Icon name="check" />
            <span>{weekdayName(day)}</span>
          </label>
        ))}
      </div>
      {error && <Wrong id={`${id}-e`}>{error}</Wrong>}
    </fieldset>
  );
}
