// Forms: what can be said before the server is asked, and what comes back from it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Doing, useTask } from '../data/task.ts';
import { t } from '../i18n/i18n.ts';
import { asRpcError } from '../wire/errors.ts';
import { errorText } from './feedback.tsx';

export const password_min = 8;

// Each gives a text, or undefined where there is nothing to say.
export const needed = (value: string): string | undefined => (value.trim() ? undefined : t('parts.needed'));
export const email = (value: string): string | undefined =>
  needed(value) ?? (/^\S+@\S+$/.test(value.trim()) ? undefined : t('parts.email_form'));
export const newPassword = (value: string): string | undefined =>
  needed(value) ?? ([...value].length < password_min ? t('parts.short_password', { count: password_min }) : undefined);

type Texts<F extends string> = { [P in F]?: string | undefined };
interface Form<F extends string> extends Doing {
  /** Somebody has tried to send it; from then on `wrong` says what is wrong now. */
  checked: boolean;
  wrong: Texts<F>;
  onSubmit(event: SubmitEvent): void;
}

/**
 * `checks`: what is wrong with each field at the moment. Sending does `work` once nothing is; else the first wrong field
 * gets the focus. A refusal that names a field (password_short, email_known) is said at that field.
 */
export function useForm<F extends string>(checks: Texts<F>, work: () => Promise<unknown>): Form<F> {
  const { run, ...doing } = useTask();
  const [checked, setChecked] = useState(false);
  const [refused, setRefused] = useState<Texts<F>>({});
  // With the very drawing that shows what is wrong: later it would take the focus from where somebody has gone meanwhile.
  const wanted = useRef<HTMLElement | undefined>(undefined);
  useLayoutEffect(() => {
    wanted.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    wanted.current = undefined;
  });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (doing.busy) return;
    const form = event.currentTarget as HTMLElement;
    const focus = () => {
      wanted.current = form;
    };
    setChecked(true);
    setRefused({});
    doing.clear();
    if (Object.values(checks).some(Boolean)) return focus();
    run(async () => {
      try {
        await work();
        setChecked(false);
      } catch (thrown) {
        const why = asRpcError(thrown);
        const field = Object.keys(checks).find((each) => `${why.code}_`.startsWith(`${each}_`));
        if (!field) throw why;
        setRefused({ [field]: errorText(why) } as Texts<F>);
        focus();
      }
    });
  };
  return { ...doing, checked, wrong: { ...(checked ? checks : {}), ...refused }, onSubmit };
}
