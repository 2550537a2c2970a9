// Whose word it is in this phase.
import { t } from '../i18n/i18n.ts';
import { initials } from '../parts/basics.tsx';
import { Icon } from '../parts/icon.tsx';
import { floorOf, holder, partOf } from './run.ts';
import type { Scene } from './scene.ts';

export function FloorCard({ scene }: { scene: Scene }) {
  const { run, phase, people, role } = scene;
  const presenter = holder(run, 'presenter');
  const stopped = run.state === 'paused' && run.stopped_by_presenter;
  const open = run.state === 'paused' && !stopped;
  const one = presenter && (stopped || (!open && phase.speakers.startsWith('presenter')));
  const [title, hint] = one
    ? [
        people.isMe(presenter) ? t('parts.you') : people.name(presenter),
        t(
          !stopped && phase.speakers === 'presenter_and_facilitator'
            ? 'consultation.has_floor_asked'
            : 'consultation.has_floor',
        ),
      ]
    : open || phase.speakers === 'all' || !presenter
      ? [t('consultation.everybody'), t('consultation.as_it_comes')]
      : phase.in_turns
        ? [t('consultation.around'), t(phase.may_pass ? 'consultation.one_each_pass' : 'consultation.one_each')]
        : [t('consultation.the_team'), t('consultation.as_it_comes')];
  // Worth a word only where the others speak about the case.
  const advice = run.state === 'running' && (phase.advice || ['consultants', 'in_turn'].includes(phase.speakers));
  const mine = floorOf(run, phase, partOf(role));
  return (
    <section class="card pad floor" aria-labelledby="h-floor">
      <div class="head">
        <h2 id="h-floor">{t('consultation.speaking')}</h2>
        {advice && <span>{t(phase.advice ? 'consultation.advice' : 'consultation.no_advice')}</span>}
      </div>
      <div class="speaker">
        <span class="av" aria-hidden="true">
          {one ? initials(people.name(presenter)) : <Icon name="group" />}
        </span>
        <p>
          {title}
          <small>{hint}</small>
        </p>
      </div>
      <p class="small yours">{t(`consultation.you_${mine}`)}</p>
    </section>
  );
}
