import { useEffect, useState } from 'preact/hooks';
import { clock } from '../wire/socket.ts';

/** The server's time, fresh enough for what depends on minutes (whether a session is open). */
export function useMinute(): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  // A render for another reason shows the newest time too.
  return Math.max(now, clock.now());
}
