// Choose whose turn of the same role one would take.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Pick } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import type { Duty, Rota } from '../protocol.gen.ts';
import { swappable } from './swaps.ts';
import { roleName } from './why.ts';

type Props = { group: string; rota: Rota; people: People; now: number; duty: Duty; onClose(): void };
export function SwapDialog({ group, rota, people, now, duty, onClose }: Props) {
  const ask = useMutation('rota.ask_swap');
  const [wanted, setWanted] = useState<string>();
  const { possible, left_out } = swappable(rota, duty, now);
  const chosen = possible.find((each) => each.duty === wanted);
  const day = (session: string) => shortDay(rota.sessions.find((each) => each.session === session)?.starts_at ?? now);
  const name = chosen && people.first(chosen.account);
  const press = async () => {
    if (!chosen || !name) return;
    if (!(await ask.run({ group, duty: duty.duty, wanted: chosen.duty }))) return;
    tell(t('turns.swap_asked', { name }));
    onClose();
  };
  return (
    <Dialog
      title={t('turns.swap_title', { role: roleName(duty.role), day: day(duty.session) })}
      onClose={onClose}
      deed={name ? { text: t('turns.swap_send', { name }), run: press, by: ask } : undefined}
    >
      {possible.length === 0 ? (
        <p class="muted">{t('turns.swap_none')}</p>
      ) : (
        <>
          <p class="muted small">{t('turns.swap_hint')}</p>
          <Pick
            legend={t('turns.swap_whose')}
            value={wanted}
            onChange={setWanted}
            options={possible.map((each) => ({
              value: each.duty,
              text: t('turns.swap_option', { day: day(each.session), name: people.first(each.account) }),
            }))}
          />
        </>
      )}
      {left_out > 0 && <p class="hint">{t('turns.swap_left_out', { count: left_out })}</p>}
    </Dialog>
  );
}
