// Fields. All are controlled: value in, onChange out. An error stands under its field and is read with it.
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
