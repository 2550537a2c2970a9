// Checks that a form can do before it asks the server. Texts come from the catalogue; undefined: nothing to say.
import { t } from '../i18n/i18n.ts';

export const password_min = 8;

export const needed = (value: string): string | undefined => (value.trim() ? undefined : t('parts.needed'));
export const email = (value: string): string | undefined =>
  needed(value) ?? (/^\S+@\S+$/.test(value.trim()) ? undefined : t('parts.email_form'));
export const newPassword = (value: string): string | undefined =>
  needed(value) ?? ([...value].length < password_min ? t('parts.short_password', { count: password_min }) : undefined);

export type Wrongs<F extends string> = Partial<Record<F, string>>;

/** Runs all checks; the first field with an error gets the focus once it is shown. */
export function check<F extends string>(
  form: HTMLElement,
  checks: Record<F, string | undefined>,
): Wrongs<F> | undefined {
  const wrong: Wrongs<F> = {};
  for (const field of Object.keys(checks) as F[]) if (checks[field]) wrong[field] = checks[field];
  if (!Object.keys(wrong).length) return undefined;
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  return wrong;
}
