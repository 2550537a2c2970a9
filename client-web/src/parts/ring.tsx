// The timer: counts down; at zero it says so and counts on in small figures. Nothing ends by itself.
import { useContext, useEffect, useState } from 'preact/hooks';
import { clock as figures } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { corrections } from '../wire/socket.ts';
import { Time } from './time.ts';

/** The server's time, again each second, on the second of `deadline` so that all screens change together. */
export function useServerNow(deadline?: number): number {
  const time = useContext(Time);
  const [now, setNow] = useState(time.now);
  const correction = corrections.value;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = time.now();
      setNow(at);
      const to_go = deadline === undefined ? 1000 - (at % 1000) : (((deadline - at) % 1000) + 1000) % 1000 || 1000;
      timer = setTimeout(tick, Math.max(to_go / time.rate, time.rate > 1 ? 100 : 0) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [deadline, correction, time]);
  return now;
}

type RingProps = {
  /** Milliseconds left; below zero the time is up. */
  left: number;
  /** The phase's whole length in milliseconds. */
  whole: number;
  /** The calm face has no small figures. */
  calm?: boolean;
};
export function Ring({ left, whole, calm }: RingProps) {
  const up = left <= 0;
  const part = up ? 100 : Math.min(100, (left / whole) * 100);
  // 0.4 s left still reads 0:01; 0:00 and "time is up" come together.
  const shown = figures(Math.ceil(left / 1000) * 1000);
  return (
    <div class={up ? 'ring up' : 'ring'}>
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle cx="60" cy="60" r="54" />
        <circle class="bar" cx="60" cy="60" r="54" pathLength={100} stroke-dasharray={`${part.toFixed(1)} 100`} />
      </svg>
      <div>
        <output role="timer" aria-live="off" aria-label={t(up ? 'parts.time_in' : 'parts.time_left')}>
          {up ? t('parts.time_up') : shown}
        </output>
        {!calm && (
          <small>
            {up
              ? t('parts.and_more', { time: figures(-left) })
              : t('parts.left_of', { minutes: Math.round(whole / 60_000) })}
          </small>
        )}
      </div>
    </div>
  );
}
