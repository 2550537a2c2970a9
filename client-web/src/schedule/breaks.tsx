// Weeks without a session: holidays and the like, as ranges of days.
import { useRef } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button, useId } from '../parts/basics.tsx';
import { TextField } from '../parts/fields.tsx';
import type { DateRange } from '../protocol.gen.ts';

const most_breaks = 20;

type Props = { breaks: DateRange[]; set(breaks: DateRange[]): void; error: string | undefined };
export function Breaks({ breaks, set, error }: Props) {
  const id = useId('breaks');
  const box = useRef<HTMLFieldSetElement>(null);
  const focus = (what: string) => requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(what)?.focus());
  const change = (at: number, part: Partial<DateRange>) =>
    set(breaks.map((pause, i) => (i === at ? { ...pause, ...part } : pause)));
  const add = () => {
    set([...breaks, { first: '', last: '' }]);
    focus('.range:last-of-type input');
  };
  const remove = (at: number) => {
    set(breaks.filter((_, i) => i !== at));
    focus('.add');
  };
  const wrong = ({ first, last }: DateRange) => !!error && !!last && (!first || last < first);
  return (
    <fieldset class="field breaks" ref={box} aria-describedby={`${id}-h`}>
      <legend class="label">{t('planning.breaks')}</legend>
      {breaks.map((pause, i) => (
        <fieldset class="range" key={i}>
          <legend class="sr">{t('planning.break_number', { number: i + 1 })}</legend>
          <TextField
            label={t('planning.break_first')}
            type="date"
            value={pause.first}
            onChange={(first) => change(i, { first })}
          />
          <TextField
            label={t('planning.break_last')}
            type="date"
            min={pause.first}
            value={pause.last}
            onChange={(last) => change(i, { last })}
            error={wrong(pause) ? error : undefined}
          />
          <Button
            look="plain"
            icon="x"
            label={t('planning.break_remove', { number: i + 1 })}
            onClick={() => remove(i)}
          />
        </fieldset>
      ))}
      <p class="hint" id={`${id}-h`}>
        {t('planning.breaks_hint')}
      </p>
      {breaks.length < most_breaks && (
        <p>
          <Button small class="add" icon="plus" onClick={add}>
            {t('planning.break_add')}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
