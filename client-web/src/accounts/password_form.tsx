import { useState } from 'preact/hooks';
import { loadMe } from '../app/me.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card } from '../parts/basics.tsx';
import { Check } from '../parts/choices.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { PasswordField } from '../parts/fields.tsx';
import * as form from '../parts/form.ts';
import { call } from '../wire/socket.ts';
import { NewPasswordField } from './account_fields.tsx';

/** `email` tells a password manager whose password this is. */
export function PasswordForm({ email }: { email: string }) {
  const [old_password, setOld] = useState('');
  const [new_password, setNew] = useState('');
  const [end_other_logins, setEnd] = useState(true);
  const { wrong, busy, error, onSubmit } = form.useForm(
    // Named as the server's refusals are: password_wrong is the old one, password_short the new one.
    { password_wrong: form.needed(old_password), password: form.newPassword(new_password) },
    async () => {
      await call('accounts.change_password', { old_password, new_password, end_other_logins });
      setOld('');
      setNew('');
      tell(t('accounts.password_changed'));
      await loadMe();
    },
  );
  return (
    <Card roomy title={t('accounts.change_password')}>
      <form class="col" noValidate onSubmit={onSubmit}>
        <input type="email" autocomplete="username" value={email} hidden readOnly />
        <PasswordField
          label={t('accounts.old_password')}
          autocomplete="current-password"
          value={old_password}
          onChange={setOld}
          error={wrong.password_wrong}
        />
        <NewPasswordField
          label={t('accounts.new_password')}
          value={new_password}
          onChange={setNew}
          error={wrong.password}
        />
        <Check checked={end_other_logins} onChange={setEnd}>
          {t('accounts.end_others')}
        </Check>
        <ErrorNote error={error} />
        <div class="btns">
          <Button look="line" type="submit" busy={busy}>
            {t('accounts.change_password')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
