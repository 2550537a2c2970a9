// Whoever leads is gone, or is back and was stood in for.
import { t } from '../i18n/i18n.ts';
import { Button, Note } from '../parts/basics.tsx';
import { leadOf } from './lead.ts';
import type { Scene } from './scene.ts';

export function LeadNote({ scene, now }: { scene: Scene; now: number }) {
  const { run, people, near, gone, commands } = scene;
  const { missing, wait, from, alone } = leadOf({ run, me: people.me, near, gone, now });
  const deputy = run.deputy;
  if (missing === undefined && !from) return null;
  return (
    <div class="say" role="status">
      <Note tone="warm" icon="group">
        {from
          ? t('consultation.lead_back', { name: people.first(from) })
          : missing
            ? t('consultation.lead_gone', { name: people.first(missing) })
            : t(alone ? 'consultation.lead_nobody' : 'consultation.lead_open')}{' '}
        {!from &&
          !alone &&
          (wait === undefined
            ? missing && deputy && !people.isMe(deputy) && t('consultation.lead_deputy', { name: people.first(deputy) })
            : wait > 0 && t('consultation.lead_wait'))}
      </Note>
      {(from || wait === 0) && (
        <div class="btns">
          <Button look="go" busy={commands.busy} onClick={commands.takeOver}>
            {t(from ? 'consultation.lead_again' : 'consultation.lead_take')}
          </Button>
        </div>
      )}
    </div>
  );
}
