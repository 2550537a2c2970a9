// After a navigation the focus goes to the new screen's h1, as soon as there is one (its data may still be loading).
import { useLayoutEffect, useRef } from 'preact/hooks';

let wanted = false;
export function wantFocus(): void {
  wanted = true;
}

export function useHeading() {
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!wanted || !ref.current) return;
    wanted = false;
    ref.current.focus({ preventScroll: true });
  }, []);
  return ref;
}
