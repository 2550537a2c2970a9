// My notes, in the session and on the listening presenter's screen.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { useId } from '../parts/basics.tsx';
import { confidential } from '../parts/fields.tsx';
import type { Notes } from './notes.ts';

// A phase that begins while somebody writes changes the screen around the field: writing goes on in the new one.
let writing: [number, number] | undefined;

type PadProps = { notes: Notes; id: string; rows: number; class?: string; placeholder?: string; about?: string };
export function Pad({ notes, id, rows, class: extra, placeholder, about }: PadProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const own = field.current;
    if (writing && own) {
      own.focus({ preventScroll: true });
      own.setSelectionRange(...writing);
    }
    writing = undefined;
    return () => {
      if (!own || document.activeElement !== own) return;
      writing = [own.selectionStart, own.selectionEnd];
      // No new face with a field of its own: the next one, whenever it comes, does not take the focus.
      setTimeout(() => (writing = undefined));
    };
  }, []);
  return (
    <textarea
      ref={field}
      id={id}
      class={extra}
      rows={rows}
      value={notes.text}
      placeholder={placeholder}
      aria-describedby={about}
      onInput={(event) => notes.change(event.currentTarget.value)}
      {...confidential}
    />
  );
}

type CardProps = { notes: Notes; role?: 'tabpanel' | undefined; rehearsal?: boolean };
export function NotesCard({ notes, role, rehearsal }: CardProps) {
  const id = useId('n');
  return (
    <section class="card pad panel mine" id="panel-notes" role={role} aria-labelledby={`${id}-h`}>
      <div class="head">
        <h2 id={`${id}-h`}>
          <label for={id}>{t('consultation.my_notes')}</label>
        </h2>
        <span>{t('consultation.only_you')}</span>
      </div>
      <Pad notes={notes} id={id} rows={4} about={`${id}-w`} />
      <p class="hint" id={`${id}-w`}>
        {t(rehearsal ? 'consultation.notes_rehearsal' : 'consultation.notes_where')}
      </p>
    </section>
  );
}
