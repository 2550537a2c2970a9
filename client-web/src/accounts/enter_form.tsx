// Name, e-mail, password: makes the account and, for an invitation, joins, with one button.
import { useState } from 'preact/hooks';
import { language, t } from '../i18n/i18n.ts';
import { browserZone, zonePlace } from '../i18n/zone.ts';
import { Button } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import * as form from '../parts/form.ts';
import type { Peeked, SignedIn } from '../protocol.gen.ts';
import { post } from '../wire/http.ts';
import { EmailField, NameField, NewPasswordField } from './account_fields.tsx';

type Props = { token: string; link: Peeked; action: string; onEntered(answer: SignedIn): Promise<void> };
export function EnterForm({ token, link, action, onEntered }: Props) {
  const [name, setName] = useState(link.name ?? '');
  const [email, setEmail] = useState(link.email ?? '');
  const [password, setPassword] = useState('');
  const { wrong, busy, error, onSubmit } = form.useForm(
    { name: form.needed(name), email: form.email(email), password: form.newPassword(password) },
    async () => {
      const entry = { name: name.trim(), email: email.trim(), password, zone: browserZone, language: language() };
      await onEntered(await post('enter', { token, ...entry }));
    },
  );
  return (
    <form class="card pad2 col" noValidate onSubmit={onSubmit}>
      <NameField value={name} onChange={setName} error={wrong.name} />
      <EmailField hint={t('accounts.email_hint')} value={email} onChange={setEmail} error={wrong.email} />
      <NewPasswordField label={t('accounts.password')} value={password} onChange={setPassword} error={wrong.password} />
      <ErrorNote error={error} />
      <Button look="go" type="submit" full busy={busy}>
        {action}
      </Button>
      <p class="hint">{t('accounts.zone_hint', { zone: zonePlace(browserZone) })}</p>
    </form>
  );
}
