// The agenda: where the group is in it, and when it will end, against the session's slot.
import { time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Sr } from '../parts/basics.tsx';
import { Icon } from '../parts/icon.tsx';
import { useServerNow } from '../parts/ring.tsx';
import { outlook } from './run.ts';
import type { Scene } from './scene.ts';

type StepProps = { title: string; minutes: number; number: number; state: 'done' | 'now' | 'later'; part?: boolean };
function Step({ title, minutes, number, state, part }: StepProps) {
  return (
    <>
      <span class="mark">{state === 'done' ? <Icon name="check" /> : !part && number}</span>
      <span class="what">
        <span>
          {title}
          {state === 'done' && <Sr>{t('consultation.done')}</Sr>}
        </span>
        <time dateTime={`PT${minutes}M`}>{t('consultation.min', { minutes })}</time>
      </span>
    </>
  );
}
const stateOf = (i: number, now: number) => (i < now ? 'done' : i === now ? 'now' : 'later');

/** The phases of the consultation that the group is at. */
function Phases({ scene: { run, format } }: { scene: Scene }) {
  return (
    <ol class="phases inner">
      {format.phases.map((phase, i) => (
        <li
          key={phase.code}
          class={i < run.phase ? 'done' : undefined}
          aria-current={i === run.phase ? 'step' : undefined}
        >
          <Step title={phase.title} minutes={phase.minutes} number={i + 1} state={stateOf(i, run.phase)} part />
        </li>
      ))}
    </ol>
  );
}

export function PlanCard({ scene }: { scene: Scene }) {
  const { run, format, formats, session } = scene;
  const { ends, behind } = outlook(run, format, useServerNow(Date.parse(run.deadline)));
  const over = Math.round((ends - Date.parse(session.ends_at)) / 60_000);
  return (
    <section class="card pad panel phaselist" aria-labelledby="h-plan">
      <div class="head">
        <h2 id="h-plan">{t('consultation.agenda')}</h2>
        <span>{t('consultation.number_of', { number: run.item + 1, of: run.agenda.length })}</span>
      </div>
      <ol class="phases">
        {run.agenda.map((item, i) => {
          const now = i === run.item;
          const inside = now && format.phases.length > 1;
          return (
            <li
              key={`${i} ${item.format}`}
              class={i < run.item ? 'done' : inside ? 'open' : undefined}
              aria-current={now && !inside ? 'step' : undefined}
            >
              <Step
                title={formats[i]?.name ?? item.format}
                minutes={item.minutes ?? 0}
                number={i + 1}
                state={stateOf(i, run.item)}
              />
              {inside && <Phases scene={scene} />}
            </li>
          );
        })}
      </ol>
      <p class="foot">
        <span>
          {behind === 0
            ? t('consultation.on_time')
            : behind > 0
              ? t('consultation.behind', { count: behind })
              : t('consultation.ahead', { count: -behind })}
        </span>
        <span>{t('consultation.ends_at', { time: time(ends) })}</span>
        {over > 0 && <span>{t('consultation.past_slot', { count: over, time: time(session.ends_at) })}</span>}
      </p>
    </section>
  );
}
