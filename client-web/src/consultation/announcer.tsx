// Says politely to screen readers what has changed. It stays on the page while faces change around it.
import { me } from '../app/me.ts';
import { t } from '../i18n/i18n.ts';
import { useServerNow } from '../parts/ring.tsx';
import { holder, left } from './run.ts';
import type { Scene } from './scene.ts';
import { turnsOf } from './turns.ts';

export function Announcer({ scene: { run, format, phase, people } }: { scene: Scene }) {
  const now = useServerNow(Date.parse(run.deadline));
  const mine = me.value?.account.account ?? '';
  const leader = holder(run, 'facilitator');
  return (
    <>
      <p class="sr" role="status">
        {leader &&
          (people.isMe(leader)
            ? t('consultation.you_lead_now')
            : t('consultation.leads_now', { name: people.first(leader) }))}
      </p>
      <p class="sr" role="status">
        {turnsOf(run, phase, mine).speaker === mine && t('floor.your_turn')}
      </p>
      <p class="sr" role="status">
        {run.state === 'paused'
          ? run.stopped_by_presenter
            ? t('consultation.stopped', { name: people.first(holder(run, 'presenter')) })
            : t('consultation.paused')
          : left(run, now) <= 0
            ? t('consultation.told_up')
            : t(format.frame ? 'consultation.told_part' : 'consultation.told_phase', {
                number: (format.frame ? run.item : run.phase) + 1,
                of: (format.frame ? run.agenda : format.phases).length,
                title: phase.title,
                count: phase.minutes,
              })}
      </p>
    </>
  );
}
