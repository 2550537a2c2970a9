// The fields of an account, the same wherever they are asked for.
import { t } from '../i18n/i18n.ts';
import { PasswordField, TextField } from '../parts/fields.tsx';
import { password_min } from '../parts/form.ts';

type Props = { value: string; onChange(value: string): void; error: string | undefined };

export const NameField = (props: Props) => (
  <TextField
    label={t('accounts.name')}
    hint={t('accounts.name_hint')}
    autocomplete="name"
    maxLength={80}
    required
    {...props}
  />
);

export const EmailField = (props: Props & { hint?: string }) => (
  <TextField label={t('accounts.email')} type="email" autocomplete="username" maxLength={254} required {...props} />
);

export const NewPasswordField = (props: Props & { label: string }) => (
  <PasswordField
    hint={t('accounts.password_hint', { count: password_min })}
    autocomplete="new-password"
    required
    {...props}
  />
);
