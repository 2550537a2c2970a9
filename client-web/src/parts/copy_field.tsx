// A secret address, shown once: copied by a button, or selected where the browser does not let us copy.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from './basics.tsx';
import { tell } from './feedback.tsx';
import { Field } from './fields.tsx';

type CopyFieldProps = {
  url: string;
  label: string;
  hint: string;
  /** The button, and what is told afterwards. */
  words: { copy: string; copied: string; by_hand: string };
  /** Further buttons. */
  children?: ComponentChildren;
};
export function CopyField({ url, label, hint, words, children }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      tell(words.copied);
    } catch {
      input.current?.select();
      tell(words.by_hand);
    }
  };
  return (
    <Field label={label} hint={hint}>
      {(attributes) => (
        <div class="with">
          <input
            {...attributes}
            ref={input}
            class="in"
            readOnly
            value={url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button look="soft" icon="copy" onClick={copy}>
            {words.copy}
          </Button>
          {children}
        </div>
      )}
    </Field>
  );
}
