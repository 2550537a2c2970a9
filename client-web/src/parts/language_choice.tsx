import type { ComponentChildren } from 'preact';
import type { Language } from '../protocol.gen.ts';
import { Segmented } from './choices.tsx';

type Props = { legend: string; hint?: ComponentChildren; value: Language; onChange(value: Language): void };
/** Each language by its own name. */
export const LanguageChoice = (props: Props) => (
  <Segmented
    {...props}
    options={[
      { value: 'en', text: <span lang="en">English</span> },
      { value: 'de', text: <span lang="de">Deutsch</span> },
    ]}
  />
);
