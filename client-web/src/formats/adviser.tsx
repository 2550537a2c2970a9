// "What do you need tonight?", and a format for it with the reason.
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { Pick } from '../parts/choices.tsx';
import type { Format } from '../protocol.gen.ts';
import { advise, type Need, needs } from './advice.ts';

type Props = {
  formats: Format[];
  count: number;
  minutes: number;
  /** Absent: the proposal is only read. */
  onTake?: (code: string) => void;
};
export function Adviser({ formats, count, minutes, onTake }: Props) {
  const [need, setNeed] = useState<Need>();
  const advice = need && advise(formats, need, count, minutes);
  return (
    <>
      <Pick
        legend={t('formats.need')}
        value={need}
        onChange={setNeed}
        options={needs.map((value) => ({ value, text: t(`formats.need_${value}`) }))}
      />
      <div aria-live="polite">
        {need && !advice && <p class="muted small">{t('formats.none_fits', { count })}</p>}
        {need && advice && (
          <>
            <p>
              <b>{advice.format.name}</b>. {t(`formats.because_${need}`)}{' '}
              {advice.why !== 'best' && t(`formats.because_${advice.why}`)}
            </p>
            {onTake && (
              <p class="after">
                <Button small icon="check" onClick={() => onTake(advice.format.code)}>
                  {t('formats.take', { name: advice.format.name })}
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </>
  );
}
