// Whoever leads gives it to somebody else, or says who would do it if the line went.
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Pick } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Select } from '../parts/fields.tsx';
import { canLead } from './lead.ts';
import type { Scene } from './scene.ts';

export function LeadDialog({ scene, onClose }: { scene: Scene; onClose(): void }) {
  const { people, run, near, commands } = scene;
  const [to, setTo] = useState<string>();
  const able = people.all.filter(({ account }) => canLead(run, account, near));
  const deputies = people.all.filter(
    ({ account }) => account === run.deputy || able.some((one) => one.account === account),
  );
  const press = async () => {
    if (to && (await commands.handOver(to))) onClose();
  };
  return (
    <Dialog
      title={t('consultation.hand_over')}
      onClose={onClose}
      deed={{ text: t('consultation.hand_over'), off: !to, run: press, by: commands }}
    >
      {able.length ? (
        <Pick
          legend={t('consultation.hand_over_to')}
          hint={t('consultation.hand_over_hint')}
          value={to}
          onChange={setTo}
          options={able.map(({ account, name }) => ({ value: account, text: name }))}
        />
      ) : (
        <p class="muted">{t('consultation.hand_over_nobody')}</p>
      )}
      {deputies.length > 0 && (
        <Select
          label={t('consultation.deputy')}
          hint={t('consultation.deputy_hint')}
          value={run.deputy ?? ''}
          onChange={(account) => account && commands.nameDeputy(account)}
          options={[
            ...(run.deputy ? [] : [{ value: '', text: t('consultation.nobody') }]),
            ...deputies.map(({ account, name }) => ({ value: account, text: name })),
          ]}
        />
      )}
    </Dialog>
  );
}
