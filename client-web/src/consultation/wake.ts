import { useEffect } from 'preact/hooks';

/** The screen stays awake while `on`; the browser lets go whenever the page is hidden. */
export function useAwake(on: boolean): void {
  useEffect(() => {
    if (!on || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let here = true;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock.request('screen').then(
        (got) => {
          lock?.release(); // the browser has let go of it as a rule
          if (here) lock = got;
          else got.release();
        },
        () => {},
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', hold);
      lock?.release();
    };
  }, [on]);
}
