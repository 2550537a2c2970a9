import { Page } from '../app/frame.tsx';
import { me, signOut } from '../app/me.ts';
import { CalendarCards } from '../calendar/calendar_cards.tsx';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { errorText, tell } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import { AboutYou } from './about_you.tsx';
import { Appearance } from './appearance.tsx';
import { Logins } from './logins.tsx';
import { PasswordForm } from './password_form.tsx';

export default function AccountScreen() {
  const known = me.value;
  if (!known) return null;
  return (
    <Page width="narrow">
      <Title hint={known.account.email}>{t('accounts.title')}</Title>
      <AboutYou account={known.account} />
      <Appearance />
      <CalendarCards account={known.account.account} />
      <PasswordForm email={known.account.email} />
      <Logins logins={known.logins} />
      <p>
        <Button look="line" icon="leave" onClick={() => signOut().catch((error) => tell(errorText(error)))}>
          {t('accounts.sign_out')}
        </Button>
      </p>
    </Page>
  );
}
