// When a peer group is not enough. Plain words and the group's own contacts. It pauses; nothing is stored, nobody is told.
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { QuietLink } from '../parts/basics.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { Scene } from './scene.ts';

/** `away`: the reader is out of the case, so nothing is paused by it. */
export function Danger({ scene: { group, run, commands }, away }: { scene: Scene; away?: boolean }) {
  const [open, setOpen] = useState(false);
  const press = () => {
    setOpen(true);
    if (!away && run.state === 'running') commands.step('rest');
  };
  return (
    <>
      <QuietLink onClick={press}>{t('consultation.danger')}</QuietLink>
      {open && (
        <Dialog title={t('consultation.danger')} onClose={() => setOpen(false)}>
          <p>{t('consultation.danger_first')}</p>
          <ul class="points">
            <li>{t(away ? 'consultation.danger_pause' : 'consultation.danger_paused')}</li>
            <li>{t('consultation.danger_call')}</li>
            <li>{t('consultation.danger_yours')}</li>
            <li>{t('consultation.danger_write')}</li>
          </ul>
          <h3>{t('consultation.danger_contacts')}</h3>
          <p class="lines">{group.contacts || t('consultation.danger_no_contacts')}</p>
          <p class="hint">{t(away ? 'consultation.danger_stored' : 'consultation.danger_rests')}</p>
        </Dialog>
      )}
    </>
  );
}
