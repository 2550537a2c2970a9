import { loadMe } from '../app/me.ts';
import { useMutation } from '../data/query.ts';
import { dayAndTime } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card, Chip, Rows, Sr } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Login } from '../protocol.gen.ts';
import { deviceName } from './device.ts';

export function Logins({ logins }: { logins: Login[] }) {
  const end = useMutation('accounts.end_login');
  const press = async (login: string) => {
    if (!(await end.run({ login }))) return;
    tell(t('accounts.login_ended'));
    await loadMe();
  };
  return (
    <Card roomy title={t('accounts.logins')}>
      <Rows lined>
        {logins.map(({ login, device, seen_at, current }) => (
          <li key={login}>
            <p>
              {deviceName(device)}
              <small>{t('accounts.last_used', { when: dayAndTime(seen_at) })}</small>
            </p>
            {current ? (
              <Chip tone="accent">{t('accounts.this_device')}</Chip>
            ) : (
              <Button small busy={end.busy} onClick={() => press(login)}>
                {t('accounts.end_login')}
                <Sr> {deviceName(device)}</Sr>
              </Button>
            )}
          </li>
        ))}
      </Rows>
      <ErrorNote error={end.error} />
    </Card>
  );
}
