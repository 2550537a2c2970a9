// Choices: one of several, on or off, 0 to 10. Controlled like the fields.
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/i18n.ts';
import { classes, useId } from './basics.tsx';
import { Wrong } from './fields.tsx';
import { Icon } from './icon.tsx';

type ChoiceProps<V extends string> = {
  legend: ComponentChildren;
  /** The legend is for screen readers alone. */
  quiet?: boolean;
  hint?: ComponentChildren;
  value: V | undefined;
  options: { value: NoInfer<V>; text: ComponentChildren; icon?: 'check' | 'clock' | 'x' }[];
  onChange(value: NoInfer<V>): void;
  class?: string;
  error?: string | undefined;
};
function Choice<V extends string>(props: ChoiceProps<V> & { bar: 'seg' | 'pick' }) {
  const name = useId('r');
  const { legend, quiet, hint, value, options, onChange, bar, error } = props;
  return (
    <fieldset class={classes('field', props.class)} aria-describedby={error ? `${name}-e` : undefined}>
      <legend class={quiet ? 'sr' : 'label'}>{legend}</legend>
      <div class={bar}>
        {options.map(({ value: own, text, icon = 'check' }) => (
          <label key={own}>
            <input type="radio" name={name} value={own} checked={own === value} onChange={() => onChange(own)} />
            <Icon name={icon} />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {error && <Wrong id={`${name}-e`}>{error}</Wrong>}
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  );
}
/** One bar: Yes / Late / No. */
export const Segmented = <V extends string>(props: ChoiceProps<V>) => <Choice bar="seg" {...props} />;
/** Pills: one of several words. */
export const Pick = <V extends string>(props: ChoiceProps<V>) => <Choice bar="pick" {...props} />;

type OnOff = { checked: boolean; onChange(checked: boolean): void; children: ComponentChildren };
export function Check({ checked, onChange, children }: OnOff) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}

export function Switch({ checked, onChange, hint, children }: OnOff & { hint?: ComponentChildren }) {
  const id = useId('s');
  return (
    <label class="switch">
      <span>
        <span class="label" id={id}>
          {children}
        </span>
        {hint && (
          <span class="hint" id={`${id}-h`}>
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-h` : undefined}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

/** 0 to 10, or skipped; undefined: not touched yet. */
export type Score = number | 'skip' | undefined;
type ScaleProps = { legend: string; low: string; high: string; value: Score; onChange(value: Score): void };
const marks = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export function Scale({ legend, low, high, value, onChange }: ScaleProps) {
  const name = useId('q');
  return (
    <fieldset class="item">
      <legend>{legend}</legend>
      <div class="scale">
        {marks.map((mark) => (
          <label key={mark}>
            <input type="radio" name={name} checked={value === mark} onChange={() => onChange(mark)} />
            {mark}
          </label>
        ))}
        <label class="skip">
          <input type="radio" name={name} checked={value === 'skip'} onChange={() => onChange('skip')} />
          {t('parts.skip')}
        </label>
      </div>
      <p class="ends">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  );
}
