// Who is signed in here, and to which groups they belong.
import { computed, effect, signal } from '@preact/signals';
import { setLanguage } from '../i18n/i18n.ts';
import { zone } from '../i18n/zone.ts';
import type { GroupSummary, Me } from '../protocol.gen.ts';
import { post } from '../wire/http.ts';
import { call, connect, disconnect, followAgain, listen } from '../wire/socket.ts';
import { match } from './paths.ts';
import { navigate, path } from './router.ts';
import { setTheme } from './theme.ts';

/** undefined: not known yet. null: nobody is signed in. */
export const me = signal<Me | null | undefined>(undefined);
export const groups = signal<GroupSummary[]>([]);

const remembered = signal(read('covision.group'));
/** The group that the navigation leads to: the one in the address, else the last one, else the first. */
export const currentGroup = computed(() => {
  const inPath = path.value.split('/')[1] === 'g' ? path.value.split('/')[2] : undefined;
  const known = (id: string | undefined | null) => groups.value.find((g) => g.group === id);
  return known(inPath) ?? known(remembered.value) ?? groups.value[0];
});
effect(() => {
  const group = currentGroup.value?.group;
  if (!group || !match('/g/:group', path.value.split('/').slice(0, 3).join('/'))) return;
  remembered.value = group;
  write('covision.group', group);
});

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

const hint = 'covision.known';
let stopListening: (() => void)[] = [];

// All tabs have one cookie: whoever signs in in another one is signed in here too.
addEventListener('storage', ({ key, newValue }) => {
  if (key === hint && newValue && me.value !== undefined && newValue !== me.value?.account.account) location.reload();
});

/** Asks who is signed in. Scripts cannot see the cookie, so a mark says who has signed in here. */
export async function start(): Promise<void> {
  if (read(hint)) await signedIn();
  else me.value = null;
}

/** After signing in, by whatever way. */
export async function signedIn(): Promise<void> {
  // A new login ends the one before it, and what hangs on that one.
  if (me.value) stop();
  connect(signedOut);
  try {
    await Promise.all([loadMe(), loadGroups()]);
  } catch {
    // Refused because nobody is signed in: signedOut() has seen to it. Anything else shows in the connection's state.
    if (me.value === undefined) me.value = null;
    return;
  }
  const account = me.value?.account.account;
  if (!account) return;
  write(hint, account);
  // A login that nobody uses ends after a month.
  call('accounts.seen', {}).catch(() => {});
  let timer: ReturnType<typeof setTimeout> | undefined;
  // One change often comes as several events.
  const all = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!me.value) return;
      followAgain();
      Promise.all([loadMe(), loadGroups()]).catch(() => {});
    }, 40);
  };
  stopListening.push(listen(account, { event: all, reset: all }));
  stopListening.push(
    effect(() => {
      // Each group's own feed tells of changes in it (a new agreement, a role).
      const ids = groups.value.map((g) => g.group).join(' ');
      if (ids === followed) return;
      followed = ids;
      const ends = ids ? ids.split(' ').map((id) => listen(id, ofGroup)) : [];
      for (const end of groupFeeds) end();
      groupFeeds = ends;
    }),
  );
}
let followed = '';
let groupFeeds: (() => void)[] = [];
const ofGroup = {
  event: (event: { kind: string }) => void (event.kind.startsWith('groups.') && loadGroups().catch(() => {})),
  reset: () => void loadGroups().catch(() => {}),
};

export async function loadMe(): Promise<void> {
  const value = await call('accounts.me', {});
  me.value = value;
  zone.value = value.account.zone;
  setTheme(value.account.theme);
  await setLanguage(value.account.language);
}
export async function loadGroups(): Promise<void> {
  groups.value = (await call('groups.list', {})).groups;
}

function stop(): void {
  for (const end of stopListening) end();
  for (const end of groupFeeds) end();
  stopListening = [];
  groupFeeds = [];
  followed = '';
  disconnect();
  me.value = null;
  groups.value = [];
}

/** The server does not know this login any more. */
function signedOut(): void {
  if (leaving) return;
  // Another tab may have signed in anew already.
  if (!me.value || read(hint) === me.value.account.account) write(hint, null);
  stop();
}

let leaving = false;
/** `to`: where to go then; an invitation stays where it is. */
export async function signOut(to = '/sign-in'): Promise<void> {
  // The server closes the socket at once; that must not look like a login that was ended elsewhere, after which one
  // comes back to the same screen.
  leaving = true;
  try {
    await post('sign_out', {});
  } finally {
    leaving = false;
  }
  if (path.value !== to) navigate(to, { replace: true });
  signedOut();
  write('covision.group', null);
  remembered.value = null;
}
