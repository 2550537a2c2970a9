// Somebody has put a lot in at once: said once for each case, kindly, and only where it may be a whole record.
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import type { Checker } from './checker.ts';
import { words } from './spans.ts';

/** A paste of more words may be a whole record; so may one in which so many places have to be replaced. */
export const whole_record = 1500;
export const many_certain = 10;

interface Pasted {
  note: { places: number; can_undo: boolean } | undefined;
  /** To be called with the text, before it comes in. */
  paste(text: string): void;
  takeOut(): void;
  leave(): void;
}

export function usePasted<F extends string>(checker: Checker<F>, field: F, once: { said: boolean }): Pasted {
  const [shown, setShown] = useState<{ places: number; texts: unknown }>();
  const turn = useRef(0);
  const say = (places: number, texts: unknown) => {
    once.said = true;
    setShown({ places, texts });
  };
  const certain = () => checker.places.value.filter((place) => place.certain && place.field === field).length;
  const paste = (text: string) => {
    if (once.said) return;
    const mine = ++turn.current;
    const before = certain();
    // The text comes in after the event.
    setTimeout(async () => {
      const { value } = checker.texts;
      if (words(text) > whole_record) return say(0, value);
      await checker.settle();
      const more = certain() - before;
      if (mine === turn.current && !once.said && more >= many_certain) say(more, value);
    });
  };
  const leave = () => setShown(undefined);
  return {
    note: shown && { places: shown.places, can_undo: checker.texts.value === shown.texts },
    paste,
    takeOut() {
      checker.undo();
      leave();
    },
    leave,
  };
}

export function PastedNote({ note, takeOut, leave }: Pasted) {
  if (!note) return null;
  return (
    <div class="note c-warm" role="status">
      <span>{note.places ? t('cases.many_places', { count: note.places }) : t('cases.whole_record')}</span>
      {note.can_undo && (
        <button class="link" type="button" onClick={takeOut}>
          {t('cases.take_out')}
        </button>
      )}
      <button class="link" type="button" onClick={leave}>
        {t('cases.leave_it')}
      </button>
    </div>
  );
}
