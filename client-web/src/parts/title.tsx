import type { ComponentChildren } from 'preact';
import { useHeading } from '../app/focus.ts';

type TitleProps = {
  hint?: ComponentChildren;
  /** At the right end: a button, a chip. */
  end?: ComponentChildren;
  children: ComponentChildren;
};
/** A screen's title. Its h1 gets the focus when one arrives. */
export function Title({ hint, end, children }: TitleProps) {
  const heading = useHeading();
  return (
    <div class="title">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {children}
        </h1>
        {hint && <p>{hint}</p>}
      </div>
      {end}
    </div>
  );
}
