import { useEffect, useRef } from 'preact/hooks';
import { Page, TopBar } from '../app/frame.tsx';
import { me, signedIn } from '../app/me.ts';
import { navigate } from '../app/router.ts';
import { t } from '../i18n/i18n.ts';
import { Title } from '../parts/title.tsx';
import { SignInForm } from './sign_in_form.tsx';

/** Where one wanted to go; only a path of our own. */
function next(): string {
  const wanted = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

export default function SignInScreen() {
  const here = useRef(false);
  const goOn = async () => {
    here.current = true;
    await signedIn();
    navigate(next(), { replace: true });
  };
  // Signed in already, or in another tab.
  useEffect(() => {
    if (me.value && !here.current) navigate(next(), { replace: true });
  }, [me.value]);
  return (
    <>
      <TopBar menu="none" />
      <Page width="narrow" class="entry">
        <Title hint={t('accounts.welcome_hint')}>{t('accounts.welcome')}</Title>
        <SignInForm action={t('accounts.sign_in')} onSignedIn={goOn} />
        <p class="hint">{t('accounts.no_account')}</p>
      </Page>
    </>
  );
}
