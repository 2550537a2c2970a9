// Ideas that came before their phase: on this device alone, as one's notes are, until they are noted or thrown away.
import { me } from '../app/me.ts';
import { useNotes } from '../consultation/notes.ts';
import { slipsIn, textOf } from './early.ts';

export interface Slips {
  all: string[];
  add(text: string): void;
  drop(at: number): void;
  /** Puts back what was thrown away. */
  restore(all: string[]): void;
}

/** Of one consultation. */
export function useSlips(session: string, item: number): Slips {
  const notes = useNotes(me.value?.account.account ?? '', `${session} slips ${item}`);
  const all = slipsIn(notes.text);
  const restore = (next: string[]) => notes.change(textOf(next));
  return {
    all,
    add: (text) => restore([...all, text]),
    drop: (at) => restore(all.filter((_, i) => i !== at)),
    restore,
  };
}
