// Top bar, navigation and page: what stands around a screen. The look gives some screens a face of their own by a
// class on the frame ('live', 'hush', 'writing').
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { language, setLanguage, t } from '../i18n/i18n.ts';
import { Avatar, Button, Chip, classes } from '../parts/basics.tsx';
import { Icon, type IconName, Logo } from '../parts/icon.tsx';
import type { Nav } from '../screens.ts';
import { call, state } from '../wire/socket.ts';
import { useHeading } from './focus.ts';
import { currentGroup, me } from './me.ts';
import { isDark, setTheme } from './theme.ts';

export const frameClass = signal('');
/** While the screen is shown the frame has this class. */
export function useFrameClass(name: string): void {
  useLayoutEffect(() => {
    frameClass.value = name;
    return () => {
      frameClass.value = '';
    };
  }, [name]);
}

export function Page({
  width,
  class: extra,
  children,
}: {
  width?: 'narrow' | 'wide';
  class?: string;
  children: ComponentChildren;
}) {
  return (
    <main id="main" class={classes('page', width, extra)} tabIndex={-1}>
      {children}
    </main>
  );
}

const entries: { nav: Nav; icon: IconName; href(group: string): string }[] = [
  { nav: 'home', icon: 'home', href: () => '/' },
  { nav: 'schedule', icon: 'cal', href: (group) => `/g/${group}/schedule` },
  { nav: 'cases', icon: 'file', href: (group) => `/g/${group}/cases` },
  { nav: 'group', icon: 'group', href: (group) => `/g/${group}` },
];
function Navigation({ current }: { current: Nav | undefined }) {
  const group = currentGroup.value?.group;
  return (
    <nav class="nav" aria-label={t('app.main')}>
      {entries.map(
        ({ nav, icon, href }) =>
          (nav === 'home' || group) && (
            <a key={nav} href={href(group ?? '')} aria-current={nav === current ? 'page' : undefined}>
              <Icon name={icon} />
              {t(`app.${nav}`)}
            </a>
          ),
      )}
    </nav>
  );
}

/** "In step". Without `always` it shows only when the line has been down for a moment. */
export function LinkChip({ always }: { always?: boolean }) {
  const now = state.value;
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (now !== 'connecting' && now !== 'offline') return;
    const timer = setTimeout(() => setLate(true), 1500);
    return () => clearTimeout(timer);
  }, [now]);
  if (now === 'off' || (!always && !late)) return always ? null : <span role="status" />;
  const fine = now === 'in_step';
  return (
    <span role="status" class="status">
      <Chip tone={fine ? 'accent' : 'warm'} dot>
        {t(fine ? 'app.in_step' : now === 'offline' ? 'app.offline' : 'app.connecting')}
      </Chip>
    </span>
  );
}

export function ThemeButton() {
  const dark = isDark();
  const change = () => {
    const theme = dark ? 'light' : 'dark';
    setTheme(theme);
    if (me.value) call('accounts.update', { theme }).catch(() => {});
  };
  return <Button look="plain" class="theme" icon={dark ? 'sun' : 'moon'} label={t('app.theme')} onClick={change} />;
}

/** For pages without an account: the other language, by its own name. */
function LanguageButton() {
  const other = language() === 'en' ? 'de' : 'en';
  return (
    <button class="btn quiet" type="button" lang={other} onClick={() => setLanguage(other)}>
      {other === 'de' ? 'Deutsch' : 'English'}
    </button>
  );
}

type TopBarProps = {
  nav?: Nav | undefined;
  /** 'none': no navigation and no account (signing in, rating). */
  menu?: 'full' | 'none';
  /** Beside the brand, with the screen's h1: where one is. */
  where?: { title: ComponentChildren; hint?: ComponentChildren };
  /** Buttons at the right end; with 'full' they stand before the account. */
  children?: ComponentChildren;
};
export function TopBar({ nav, menu = 'full', where, children }: TopBarProps) {
  const heading = useHeading();
  const account = me.value?.account;
  const full = menu === 'full' && account;
  return (
    <header class="top">
      <a class="brand" href="/">
        <Logo />
        <span>Covision</span>
      </a>
      {full && !where && <Navigation current={nav} />}
      {where && (
        <div class="where">
          <h1 ref={heading} tabIndex={-1}>
            {where.title}
          </h1>
          {where.hint && <p>{where.hint}</p>}
        </div>
      )}
      <div class="end">
        {account && !where && <LinkChip />}
        {!account && me.value === null && <LanguageButton />}
        {children}
        {full && !where && (
          <>
            <ThemeButton />
            <a class="btn icon" href="/account" aria-label={t('app.account_of', { name: account.name })}>
              <Avatar id={account.account} name={account.name} />
            </a>
          </>
        )}
      </div>
    </header>
  );
}
