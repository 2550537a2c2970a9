// What an unfinished case consists of, and what it still lacks.
import type { Wanted } from '../protocol.gen.ts';

export const fields = ['title', 'question', 'setting', 'age_band', 'place_kind', 'theme', 'text'] as const;
export type Field = (typeof fields)[number];
export const blurred = ['setting', 'age_band', 'place_kind', 'theme'] as const;
export const wishes = ['ideas', 'reflection', 'being_heard', 'colleagues_view'] as const satisfies readonly Wanted[];
export const most_days = 90;
export const usual_days = 30;

export interface Parts {
  texts: Record<Field, string>;
  wanted: Wanted | undefined;
  session: string | undefined;
  attested: boolean;
  keep_days: number;
  open: number;
}
export type Lack =
  | 'title'
  | 'question'
  | 'wanted'
  | (typeof blurred)[number]
  | 'places'
  | 'session'
  | 'keep'
  | 'attest';

/** In the order in which they stand on the screen. */
export function lacks(parts: Parts): Lack[] {
  const blank = (field: Field) => !parts.texts[field].trim();
  const found: (Lack | false)[] = [
    blank('title') && 'title',
    blank('question') && 'question',
    !parts.wanted && 'wanted',
    ...blurred.map((field) => blank(field) && field),
    !parts.session && 'session',
    !(Number.isInteger(parts.keep_days) && parts.keep_days >= 1 && parts.keep_days <= most_days) && 'keep',
    parts.open > 0 && 'places',
    !parts.attested && 'attest',
  ];
  return found.filter((lack) => lack !== false);
}
