// Asks before a page with unsaved text is left.
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { beforeLeaving } from './router.ts';

/** While `dirty`, leaving asks `question`. The returned function lets the page go, once all is saved. */
export function useKeep(dirty: boolean, question: string): () => void {
  const held = useRef({ dirty, question });
  held.current = { dirty, question };
  useEffect(() => {
    const stop = beforeLeaving(() => !held.current.dirty || confirm(held.current.question));
    const unload = (event: BeforeUnloadEvent) => {
      if (held.current.dirty) event.preventDefault();
    };
    addEventListener('beforeunload', unload);
    return () => {
      stop();
      removeEventListener('beforeunload', unload);
    };
  }, []);
  return useCallback(() => {
    held.current.dirty = false;
  }, []);
}
