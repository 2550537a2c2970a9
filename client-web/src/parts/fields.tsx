// Fields and choices. All are controlled: value in, onChange out. An error stands under its field and is read with it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button, classes, useId } from './basics.tsx';
import { Icon } from './icon.tsx';

/** Confidential text: the browser's helpers (spelling services, translation, suggestions) must not see it. */
export const confidential = {
  spellcheck: false,
  autocomplete: 'off',
  autocorrect: 'off',
  translate: false,
  writingsuggestions: 'false',
} as const;

type FieldProps = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  /** At the right of the label: a count, "only you". */
  fact?: ComponentChildren;
  children(attributes: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }): ComponentChildren;
};
export function Field({ label, hint, error, fact, children }: FieldProps) {
  const id = useId('f');
  const about = classes(error && `${id}-e`, !!hint && `${id}-h`);
  const name = <label for={id}>{label}</label>;
  return (
    <div class="field">
      {fact === undefined ? (
        name
      ) : (
        <div class="head">
          <label class="label" for={id}>
            {label}
          </label>
          <span>{fact}</span>
        </div>
      )}
      {children({ id, 'aria-describedby': about || undefined, 'aria-invalid': error ? true : undefined })}
      {error && <Wrong id={`${id}-e`}>{error}</Wrong>}
      {hint && (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function Wrong({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <p class="wrong" id={id}>
      <Icon name="warn" />
      <span>{children}</span>
    </p>
  );
}

type TextProps = {
  label: ComponentChildren;
  value: string;
  onChange(value: string): void;
  onBlur?: () => void;
  hint?: ComponentChildren;
  error?: string | undefined;
  fact?: ComponentChildren;
  /** True: marked so that no helper of the browser reads it. */
  secret?: boolean;
  placeholder?: string;
  maxLength?: number;
  class?: string;
  required?: boolean;
  autofocus?: boolean;
};
export function TextField(
  props: TextProps & {
    type?: 'text' | 'email' | 'url' | 'date' | 'time' | 'datetime-local' | 'number';
    autocomplete?: string;
    min?: string | number;
    max?: string | number;
  },
) {
  const {
    value,
    onChange,
    onBlur,
    secret,
    type = 'text',
    placeholder,
    maxLength,
    required,
    autofocus,
    min,
    max,
  } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <input
          {...attributes}
          class={classes('in', props.class)}
          {...({ type } as { type: 'text' })}
          value={value}
          autocomplete={props.autocomplete ?? 'off'}
          placeholder={placeholder}
          maxLength={maxLength}
          required={required}
          autofocus={autofocus}
          min={min}
          max={max}
          onInput={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
          {...(secret ? confidential : undefined)}
        />
      )}
    </Field>
  );
}

export function TextArea(props: TextProps & { rows?: number; fit?: boolean }) {
  const { value, onChange, onBlur, secret, rows = 3, fit, placeholder, maxLength, required } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <textarea
          {...attributes}
          class={classes(fit && 'fit', props.class) || undefined}
          rows={rows}
          value={value}
          autocomplete="off"
          placeholder={placeholder}
          maxLength={maxLength}
          required={required}
          onInput={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
          {...(secret ? confidential : undefined)}
        />
      )}
    </Field>
  );
}

export function PasswordField(props: TextProps & { autocomplete: 'current-password' | 'new-password' }) {
  const [shown, setShown] = useState(false);
  return (
    <Field {...props}>
      {(attributes) => (
        <div class="with">
          <input
            {...attributes}
            class="in"
            {...(shown ? { type: 'text' } : { type: 'password' })}
            value={props.value}
            autocomplete={props.autocomplete}
            autocapitalize="off"
            spellcheck={false}
            required={props.required}
            onInput={(event) => props.onChange(event.currentTarget.value)}
            onBlur={props.onBlur}
          />
          <Button
            look="line"
            icon={shown ? 'eye_off' : 'eye'}
            label={t(shown ? 'parts.hide_password' : 'parts.show_password')}
            pressed={shown}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}

type SelectProps<V extends string> = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string;
  value: V;
  options: { value: NoInfer<V>; text: string }[];
  onChange(value: NoInfer<V>): void;
};
export function Select<V extends string>(props: SelectProps<V>) {
  return (
    <Field {...props}>
      {(attributes) => (
        <select
          {...attributes}
          class="in"
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value as V)}
        >
          {props.options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

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
