import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import { PasswordField } from '../parts/fields.tsx';
import { email as emailCheck, needed, useForm } from '../parts/form.ts';
import { post } from '../wire/http.ts';
import { EmailField } from './account_fields.tsx';

export function SignInForm({ action, onSignedIn }: { action: string; onSignedIn(): Promise<void> }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { wrong, busy, error, onSubmit } = useForm(
    { email: emailCheck(email), password: needed(password) },
    async () => {
      await post('sign_in', { email: email.trim(), password });
      await onSignedIn();
    },
  );
  return (
    <form class="card pad2 col" noValidate onSubmit={onSubmit}>
      <EmailField value={email} onChange={setEmail} error={wrong.email} />
      <PasswordField
        label={t('accounts.password')}
        autocomplete="current-password"
        value={password}
        onChange={setPassword}
        error={wrong.password}
        required
      />
      <ErrorNote error={error} />
      <Button look="go" type="submit" full busy={busy}>
        {action}
      </Button>
    </form>
  );
}
