// The one field in which members write about a case: wherever somebody does, this field and a Checker are used. Behind a
// plain textarea (its own input methods, selection, phone keyboard) lies a copy of the text that draws the lines under
// the places; the copy gives both their height, so neither ever scrolls against the other.
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { length } from '../data/code_points.ts';
import { t } from '../i18n/i18n.ts';
import { classes } from '../parts/basics.tsx';
import { confidential, Field } from '../parts/fields.tsx';
import type { Checker } from './checker.ts';
import type { Place } from './places.ts';
import { caretAfter, editBetween } from './spans.ts';

type Props<F extends string> = {
  checker: Checker<F>;
  field: F;
  label: ComponentChildren;
  hint?: ComponentChildren;
  fact?: ComponentChildren;
  error?: string | undefined;
  placeholder?: string;
  /** The most code points. */
  most: number;
  /** big: a title. read: text for reading. long: the story. */
  look?: 'big' | 'read' | 'long';
  /** With words to choose from it is one line. */
  suggestions?: readonly string[];
  onPaste?: (text: string) => void;
};

export function CheckedField<F extends string>(props: Props<F>) {
  const { checker, field, most, look, suggestions } = props;
  const text = checker.texts.value[field];
  const input = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const composing = useRef(false);
  const pasting = useRef(false);
  const over = length(text) - most;
  const open = checker.open.value.filter((place) => place.field === field).length;

  useLayoutEffect(() => {
    const element = input.current!;
    if (element.value === text || composing.current) return;
    const [from, to] = [element.selectionStart ?? 0, element.selectionEnd ?? 0];
    const edit = editBetween(element.value, text)!;
    element.value = text;
    if (document.activeElement === element) element.setSelectionRange(caretAfter(from, edit), caretAfter(to, edit));
  }, [text]);

  useLayoutEffect(() => {
    checker.views.set(field, {
      show({ start, end }, id) {
        input.current?.focus({ preventScroll: true });
        input.current?.setSelectionRange(start, end);
        const mark = marks.current?.querySelector(`[data-place="${id}"]`) ?? input.current;
        mark?.scrollIntoView({ block: 'center' });
        follow(input, marks);
      },
    });
    return () => void checker.views.delete(field);
  }, [checker, field]);

  const look_at_caret = () => {
    const { selectionStart: from, selectionEnd: to } = input.current!;
    if (from === null || from !== to) return;
    const here = checker.places.value.find((one) => one.field === field && one.start <= from && one.end >= from);
    if (here) checker.at.value = here.id;
  };
  const own = {
    ref: input,
    'data-field': field,
    placeholder: props.placeholder,
    ...confidential,
    onInput: (event: InputEvent) => {
      composing.current = event.isComposing;
      checker.type(field, input.current!.value, { composing: event.isComposing, pasted: pasting.current });
      pasting.current = false;
      follow(input, marks);
    },
    onCompositionEnd: () => {
      composing.current = false;
      checker.type(field, input.current!.value);
    },
    onBeforeInput: (event: InputEvent) => {
      if (event.inputType === 'insertLineBreak' && (suggestions || look === 'big')) event.preventDefault();
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      if (event.inputType === 'historyUndo') checker.undo();
      else checker.redo();
    },
    onPaste: (event: ClipboardEvent) => {
      pasting.current = true;
      props.onPaste?.(event.clipboardData?.getData('text/plain') ?? '');
    },
    onClick: look_at_caret,
    onKeyUp: (event: KeyboardEvent) => event.key.startsWith('Arrow') && look_at_caret(),
  };
  return (
    <Field
      label={props.label}
      hint={props.hint}
      fact={props.fact}
      error={over > 0 ? t('cases.too_long', { count: over }) : props.error}
    >
      {(attributes) => {
        const about = classes(attributes['aria-describedby'], open > 0 && `${attributes.id}-p`) || undefined;
        return (
          <div class={classes('checked', suggestions ? 'line' : look)} translate={false}>
            <Marks checker={checker} field={field} marks={marks} />
            {suggestions ? (
              <>
                <input
                  {...attributes}
                  {...own}
                  aria-describedby={about}
                  class="in"
                  list={`${attributes.id}-l`}
                  onScroll={() => follow(input, marks)}
                  onSelect={() => follow(input, marks)}
                />
                <datalist id={`${attributes.id}-l`}>
                  {suggestions.map((word) => (
                    <option key={word} value={word} />
                  ))}
                </datalist>
              </>
            ) : (
              <textarea {...attributes} {...own} aria-describedby={about} rows={1} />
            )}
            {open > 0 && (
              <span class="sr" id={`${attributes.id}-p`}>
                {t('cases.places_here', { count: open })}
              </span>
            )}
          </div>
        );
      }}
    </Field>
  );
}

/** A single line scrolls sideways; the lines under it go with it. */
function follow(input: RefObject<HTMLElement | null>, marks: RefObject<HTMLElement | null>): void {
  if (marks.current && input.current) marks.current.scrollLeft = input.current.scrollLeft;
}

/** The text once more, unseen, with the lines under its places. */
function Marks<F extends string>({
  checker,
  field,
  marks,
}: {
  checker: Checker<F>;
  field: F;
  marks: RefObject<HTMLDivElement | null>;
}) {
  const text = checker.texts.value[field];
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const place of checker.places.value) {
    if (place.field !== field || place.start < from || place.end > text.length) continue;
    pieces.push(text.slice(from, place.start));
    pieces.push(
      <mark key={place.id} data-place={place.id} class={look(checker, place)}>
        {text.slice(place.start, place.end)}
      </mark>,
    );
    from = place.end;
  }
  return (
    <div class="marks" aria-hidden="true" ref={marks}>
      {pieces}
      {text.slice(from)}
      {'\u200b'}
    </div>
  );
}
function look<F extends string>(checker: Checker<F>, place: Place<F>): string {
  const kind = place.certain ? 'must' : checker.keptAs(place) ? 'kept' : 'review';
  return classes('f', kind, checker.at.value === place.id && 'at');
}
