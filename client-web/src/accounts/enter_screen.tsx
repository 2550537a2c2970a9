// One-time links: the first person's, a new account's, an invitation's. Looking at one consumes nothing; its button does.
import { useEffect, useState } from 'preact/hooks';
import { Page, TopBar } from '../app/frame.tsx';
import { loadGroups, me, signedIn, signOut } from '../app/me.ts';
import { forgetSecret, fragmentSecret, navigate } from '../app/router.ts';
import { useTask } from '../data/task.ts';
import { rich, t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Card, QuietLink } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote, errorText, Loading } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { Peeked, SignedIn } from '../protocol.gen.ts';
import type { RpcError } from '../wire/errors.ts';
import { post } from '../wire/http.ts';
import { call } from '../wire/socket.ts';
import { EnterForm } from './enter_form.tsx';
import { SignInForm } from './sign_in_form.tsx';

export default function EnterScreen() {
  const token = fragmentSecret();
  const [link, setLink] = useState<Peeked>();
  const [error, setError] = useState<RpcError>();
  useEffect(() => {
    if (!token) return;
    setError(undefined);
    post('peek', { token }).then(setLink, setError);
  }, [token]);
  return (
    <>
      <TopBar menu="none" />
      <Page width="narrow" class="entry">
        {!token ? (
          <Unusable why={t('accounts.no_token')} />
        ) : error ? (
          <Unusable why={errorText(error)} />
        ) : !link || me.value === undefined ? (
          <Loading />
        ) : link.purpose === 'invitation' ? (
          <Invitation token={token} link={link} />
        ) : link.purpose === 'sign_in' ? (
          <SignInLink token={token} name={link.name ?? ''} />
        ) : (
          <OwnLink token={token} link={link} />
        )}
      </Page>
    </>
  );
}

function Unusable({ why }: { why: string }) {
  return (
    <>
      <Title hint={why}>{t('accounts.bad_link')}</Title>
      <p>
        <ButtonLink href="/">{t(me.value ? 'app.to_home' : 'accounts.to_sign_in')}</ButtonLink>
      </p>
    </>
  );
}

async function entered(answer: SignedIn): Promise<void> {
  forgetSecret();
  await signedIn();
  navigate(answer.group ? `/g/${answer.group}/schedule` : '/', { replace: true });
}

function SignInLink({ token, name }: { token: string; name: string }) {
  return (
    <>
      <Title hint={t('accounts.sign_in_link_hint')}>{t('accounts.login_title', { name })}</Title>
      <OneButton
        label={t('accounts.sign_in_as', { name })}
        press={async () => entered(await post('use_link', { token }))}
      />
    </>
  );
}

function OwnLink({ token, link }: { token: string; link: Peeked }) {
  const first = link.purpose === 'first';
  return (
    <>
      <Title hint={t(first ? 'accounts.first_hint' : 'accounts.account_hint')}>
        {first
          ? t('accounts.first_title')
          : link.name
            ? t('accounts.login_title', { name: link.name })
            : t('accounts.account_title')}
      </Title>
      <EnterForm
        token={token}
        link={link}
        action={t(link.email ? 'accounts.save_and_sign_in' : 'accounts.create')}
        onEntered={entered}
      />
    </>
  );
}

function Invitation({ token, link }: { token: string; link: Peeked }) {
  const [which, setWhich] = useState<'new' | 'known'>('new');
  const account = me.value?.account;
  const group = link.group_name ?? '';
  const joinNow = async () => {
    const { group } = await call('groups.join', { token });
    forgetSecret();
    await loadGroups();
    navigate(`/g/${group}/schedule`, { replace: true });
  };
  return (
    <>
      <Title hint={t('accounts.invited_hint')}>
        {rich('accounts.invited_title', { name: link.invited_by ?? '', group })}
      </Title>
      {account ? (
        <JoinAs name={account.name} join={joinNow} />
      ) : (
        <>
          <Segmented
            legend={t('accounts.which')}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'new', text: t('accounts.new_here') },
              { value: 'known', text: t('accounts.have_account') },
            ]}
          />
          {which === 'new' ? (
            <EnterForm token={token} link={link} action={t('accounts.join', { group })} onEntered={entered} />
          ) : (
            <SignInForm
              action={t('accounts.sign_in_join')}
              onSignedIn={async () => {
                await signedIn();
                await joinNow();
              }}
            />
          )}
        </>
      )}
      <p class="hint">{t('accounts.invited_quiet')}</p>
    </>
  );
}

function JoinAs({ name, join }: { name: string; join(): Promise<void> }) {
  const { run, error } = useTask();
  return (
    <>
      <OneButton label={t('accounts.join_as', { name })} press={join} />
      <ErrorNote error={error} />
      <p>
        <QuietLink onClick={() => run(() => signOut('/join'))}>{t('accounts.not_you', { name })}</QuietLink>
      </p>
    </>
  );
}

/** A card with one button that does all. */
function OneButton({ label, press }: { label: string; press(): Promise<void> }) {
  const { run, busy, error } = useTask();
  return (
    <Card roomy class="col" label={label}>
      <ErrorNote error={error} />
      <Button look="go" full busy={busy} onClick={() => run(press)}>
        {label}
      </Button>
    </Card>
  );
}
