// Finds the screen for the address, loads it, and puts the frame around it.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hasTexts, needTexts, t } from '../i18n/i18n.ts';
import { Button, ButtonLink } from '../parts/basics.tsx';
import { Loading, Toast } from '../parts/feedback.tsx';
import { Sprite } from '../parts/icon.tsx';
import { Title } from '../parts/title.tsx';
import { type Screen, screens } from '../screens.ts';
import { Boundary } from './boundary.tsx';
import { frameClass, Page, TopBar } from './frame.tsx';
import { me } from './me.ts';
import { match } from './paths.ts';
import { navigate, path, visits } from './router.ts';

type Loadable = ComponentType<{ params: Record<string, string> }>;
const loaded = new Map<Screen, Loadable>();

function find(at: string): { screen: Screen; params: Record<string, string> } | undefined {
  for (const screen of screens) {
    const params = match(screen.path, at);
    if (params) return { screen, params };
  }
  return undefined;
}

export function App() {
  const at = path.value;
  const found = find(at);
  const known = me.value;
  const away = found?.screen.access === 'member' && known === null;
  const visit = visits.value;
  useEffect(() => {
    if (away) navigate(at === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(at)}`, { replace: true });
  }, [away, at]);

  return (
    <div class={`frame ${frameClass.value}`}>
      <a class="skip-link" href="#main">
        {t('app.skip')}
      </a>
      {found?.screen.frame !== 'bare' && <TopBar nav={found?.screen.nav} />}
      <Boundary key={`${at} ${visit}`}>
        {!found ? (
          <NotFound />
        ) : away || (known === undefined && found.screen.access === 'member') ? (
          <Waiting />
        ) : (
          <Shown {...found} />
        )}
      </Boundary>
      <Toast />
      <Sprite />
    </div>
  );
}

const Waiting = () => (
  <Page>
    <Loading />
  </Page>
);

function Shown({ screen, params }: { screen: Screen; params: Record<string, string> }) {
  const [, setReady] = useState(0);
  const [failed, setFailed] = useState(false);
  const Component = loaded.get(screen);
  const readable = hasTexts(screen.texts);
  useEffect(() => {
    if (loaded.has(screen) && hasTexts(screen.texts)) return;
    let here = true;
    Promise.all([screen.load(), needTexts(screen.texts)]).then(
      ([module]) => {
        loaded.set(screen, module.default as unknown as Loadable);
        if (here) setReady((n) => n + 1);
      },
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [screen]);
  if (Component && readable) return <Component params={params} />;
  // The file is gone when the server has been updated since this page was loaded.
  if (failed) {
    return (
      <Page width="narrow">
        <Title hint={t('app.updated')}>{t('app.broken')}</Title>
        <p>
          <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
        </p>
      </Page>
    );
  }
  return <Waiting />;
}

function NotFound() {
  return (
    <Page width="narrow">
      <Title hint={t('app.not_found_hint')}>{t('app.not_found')}</Title>
      <p>
        <ButtonLink href="/">{t('app.to_home')}</ButtonLink>
      </p>
    </Page>
  );
}
