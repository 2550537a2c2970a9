import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import { PasswordField, TextField } from '../parts/fields.tsx';
import { RpcError } from '../wire/errors.ts';
import { post } from '../wire/http.ts';
import * as form from './form.ts';

export function SignInForm({ action, onSignedIn }: { action: string; onSignedIn(): Promise<void> }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<form.Wrongs<'email' | 'password'>>({});
  const [error, setError] = useState<RpcError>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = form.check(event.currentTarget as HTMLElement, {
      email: form.email(email),
      password: form.needed(password),
    });
    setWrong(found ?? {});
    setError(undefined);
    if (found) return;
    setBusy(true);
    try {
      await post('sign_in', { email: email.trim(), password });
      await onSignedIn();
    } catch (refused) {
      setError(refused instanceof RpcError ? refused : new RpcError('unknown', ''));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="card pad2 col" noValidate onSubmit={submit}>
      <TextField
        label={t('accounts.email')}
        type="email"
        autocomplete="username"
        value={email}
        onChange={setEmail}
        error={wrong.email}
        required
      />
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
