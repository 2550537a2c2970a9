// When a peer group is not enough. Plain words; nothing is stored, nobody is told.
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { QuietLink } from '../parts/basics.tsx';
import { Dialog } from '../parts/dialog.tsx';

export function Danger() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <QuietLink onClick={() => setOpen(true)}>{t('consultation.danger')}</QuietLink>
      {open && (
        <Dialog title={t('consultation.danger')} onClose={() => setOpen(false)}>
          <p>{t('consultation.danger_first')}</p>
          <ul class="points">
            <li>{t('consultation.danger_pause')}</li>
            <li>{t('consultation.danger_call')}</li>
            <li>{t('consultation.danger_yours')}</li>
            <li>{t('consultation.danger_write')}</li>
          </ul>
          <p class="hint">{t('consultation.danger_stored')}</p>
        </Dialog>
      )}
    </>
  );
}
