// Name, e-mail, password: makes the account and, for an invitation, joins, with one button.
import { useState } from 'preact/hooks';
import { browserZone, zonePlace } from '../i18n/dates.ts';
import { language, t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { ErrorNote, errorText } from '../parts/feedback.tsx';
import { PasswordField, TextField } from '../parts/fields.tsx';
import type { Peeked, SignedIn } from '../protocol.gen.ts';
import { RpcError } from '../wire/errors.ts';
import { post } from '../wire/http.ts';
import * as form from './form.ts';

type Props = { token: string; link: Peeked; action: string; onEntered(answer: SignedIn): Promise<void> };
export function EnterForm({ token, link, action, onEntered }: Props) {
  const [name, setName] = useState(link.name ?? '');
  const [email, setEmail] = useState(link.email ?? '');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<form.Wrongs<'name' | 'email' | 'password'>>({});
  const [error, setError] = useState<RpcError>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = form.check(event.currentTarget as HTMLElement, {
      name: form.needed(name),
      email: form.email(email),
      password: form.newPassword(password),
    });
    setWrong(found ?? {});
    setError(undefined);
    if (found) return;
    setBusy(true);
    const entry = { name: name.trim(), email: email.trim(), password, zone: browserZone, language: language() };
    try {
      await onEntered(await post('enter', { token, ...entry }));
    } catch (refused) {
      const why = refused instanceof RpcError ? refused : new RpcError('unknown', '');
      // Said where it can be mended: password_short belongs to the password, email_known to the e-mail …
      const field = (['name', 'email', 'password'] as const).find((each) => why.code.startsWith(`${each}_`));
      if (field) setWrong({ [field]: errorText(why) });
      else setError(why);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="card pad2 col" noValidate onSubmit={submit}>
      <TextField
        label={t('accounts.name')}
        hint={t('accounts.name_hint')}
        autocomplete="name"
        maxLength={80}
        value={name}
        onChange={setName}
        error={wrong.name}
        required
      />
      <TextField
        label={t('accounts.email')}
        hint={t('accounts.email_hint')}
        type="email"
        autocomplete="username"
        maxLength={254}
        value={email}
        onChange={setEmail}
        error={wrong.email}
        required
      />
      <PasswordField
        label={t('accounts.password')}
        hint={t('accounts.password_hint', { count: form.password_min })}
        autocomplete="new-password"
        value={password}
        onChange={setPassword}
        error={wrong.password}
        required
      />
      <ErrorNote error={error} />
      <Button look="go" type="submit" full busy={busy}>
        {action}
      </Button>
      <p class="hint">{t('accounts.zone_hint', { zone: zonePlace(browserZone) })}</p>
    </form>
  );
}
