import { t } from '../i18n/i18n.ts';
import { Button, Chip } from '../parts/basics.tsx';
import type { Duty, Swap } from '../protocol.gen.ts';
import { roleName } from './why.ts';

type Props = {
  duties: Duty[];
  swaps: Swap[];
  day: string;
  onSwap(duty: string): void;
  onPass(duty: string): void;
};
/** What one can do about one's own turns in a session. */
export function MyTurn({ duties, swaps, day, onSwap, onPass }: Props) {
  return (
    <div class="turns">
      {duties.map((duty) => {
        const about = t('turns.for_role', { role: roleName(duty.role), day });
        return (
          <div key={duty.duty}>
            {duties.length > 1 && <span class="hint">{roleName(duty.role)}</span>}
            <span class="btns s">
              {swaps.some((swap) => swap.duty === duty.duty) ? (
                <Chip icon="swap">{t('turns.asked_chip')}</Chip>
              ) : (
                <Button small label={`${t('turns.swap')}: ${about}`} onClick={() => onSwap(duty.duty)}>
                  {t('turns.swap')}
                </Button>
              )}
              <Button small look="quiet" label={`${t('turns.pass')}: ${about}`} onClick={() => onPass(duty.duty)}>
                {t('turns.pass')}
              </Button>
            </span>
          </div>
        );
      })}
    </div>
  );
}
