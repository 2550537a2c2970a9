// Where the group is in the format, and when it will end.
import { time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Sr } from '../parts/basics.tsx';
import { Icon } from '../parts/icon.tsx';
import { useServerNow } from '../parts/ring.tsx';
import { outlook } from './run.ts';
import type { Scene } from './scene.ts';

export function PlanCard({ scene: { run, format } }: { scene: Scene }) {
  const { ends, behind } = outlook(run, format, useServerNow(Date.parse(run.deadline)));
  return (
    <section class="card pad panel phaselist" aria-labelledby="h-plan">
      <div class="head">
        <h2 id="h-plan">{t('consultation.phases')}</h2>
        <span>{t('consultation.number_of', { number: run.phase + 1, of: format.phases.length })}</span>
      </div>
      <ol class="phases">
        {format.phases.map((phase, i) => (
          <li
            key={phase.code}
            class={i < run.phase ? 'done' : undefined}
            aria-current={i === run.phase ? 'step' : undefined}
          >
            <span class="mark">{i < run.phase ? <Icon name="check" /> : i + 1}</span>
            <span>
              {phase.title}
              {i < run.phase && <Sr>{t('consultation.done')}</Sr>}
            </span>
            <time dateTime={`PT${phase.minutes}M`}>{t('consultation.min', { minutes: phase.minutes })}</time>
          </li>
        ))}
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
      </p>
    </section>
  );
}
