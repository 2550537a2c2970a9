// The switch for sounds, on every screen of a running session where somebody keeps an eye on the time.
import { t } from '../i18n/i18n.ts';
import { Check } from '../parts/choices.tsx';
import type { Run } from '../protocol.gen.ts';
import { useChime } from './chime.ts';

export function ChimeCheck({ run }: { run: Run }) {
  const [chimes, setChimes] = useChime(run);
  return (
    <Check checked={chimes} onChange={setChimes}>
      {t('consultation.chime')}
    </Check>
  );
}
