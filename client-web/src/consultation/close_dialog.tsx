// Ends the session: whoever leads says who was there; presence only proposes it.
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Wrong } from '../parts/fields.tsx';
import { HereList } from './here_list.tsx';
import type { Scene } from './scene.ts';

export function CloseDialog({ scene, onClose }: { scene: Scene; onClose(): void }) {
  const { people, run, seen, near, session, commands } = scene;
  const [byHand, setByHand] = useState(new Map<string, boolean>());
  const present = people.all
    .map((member) => member.account)
    .filter((account) => byHand.get(account) ?? (seen.has(account) || run.present.includes(account)));
  const press = async () => {
    if (present.length && (await commands.close(present))) onClose();
  };
  return (
    <Dialog
      title={t('consultation.close_title')}
      onClose={onClose}
      deed={{ text: t('consultation.close'), off: !present.length, run: press, by: commands }}
    >
      <p class="muted">{t('consultation.close_hint')}</p>
      <HereList
        legend={t('consultation.who_was_there')}
        people={people}
        near={near}
        session={session}
        present={present}
        onChange={(account, here) => setByHand(new Map(byHand).set(account, here))}
      />
      {!present.length && <Wrong>{t('consultation.somebody_there')}</Wrong>}
    </Dialog>
  );
}
