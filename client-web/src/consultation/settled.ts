// A button that moves all on means what it said when somebody decided to press it. When the phase has just changed,
// by another's hand or by the first half of a double click, a press meant the phase before.
import { useEffect, useState } from 'preact/hooks';

const moment = 600;

/** False for a moment after `what` has become another. */
export function useSettled(what: unknown): boolean {
  const [settled, setSettled] = useState(what);
  useEffect(() => {
    if (settled === what) return;
    const timer = setTimeout(() => setSettled(what), moment);
    return () => clearTimeout(timer);
  }, [what, settled]);
  return settled === what;
}
