// Where we are. Links are plain <a href>; a click on one of our own is caught here.
import { batch, signal } from '@preact/signals';
import { wantFocus } from './focus.ts';

export const path = signal(location.pathname);
/** Counts navigations, so that a screen opened twice still moves the focus. */
export const visits = signal(0);

// A secret in the fragment is taken out of the address at once; it stays in memory until the page is left.
let secret = '';
export const fragmentSecret = (): string => secret;
export const forgetSecret = (): void => {
  secret = '';
};
const bringsSecret = (): boolean =>
  ['/enter', '/join', '/answer'].includes(location.pathname) && location.hash.length > 1;
function takeSecret(): void {
  if (!bringsSecret()) return;
  secret = location.hash.slice(1);
  // In the history entry it survives a reload, but is in no address bar, log or referrer.
  history.replaceState({ place, secret } satisfies Entry, '', location.pathname);
}

/** What a history entry remembers. They are numbered, so that a step through them can be taken back. */
interface Entry {
  place: number;
  secret?: string;
}
let place = 0;
let shown = '';
let returning = false;
/** The element that a fragment names, if it is a place in this page; other fragments belong to the address of a screen. */
const target = (hash: string): HTMLElement | null => (hash ? document.getElementById(hash.slice(1)) : null);
const address = (): string => location.pathname + location.search + (target(location.hash) ? '' : location.hash);

const leaving = new Set<() => boolean>();
/** Asked before the screen is left; false keeps it. */
export function beforeLeaving(ask: () => boolean): () => void {
  leaving.add(ask);
  return () => leaving.delete(ask);
}

function mayLeave(): boolean {
  for (const ask of leaving) if (!ask()) return false;
  return true;
}

export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (!mayLeave()) return;
  if (!options.replace) place++;
  history[options.replace ? 'replaceState' : 'pushState']({ place } satisfies Entry, '', to);
  arrive();
  scrollTo(0, 0);
}

/** Back, Forward, or a fragment that somebody has typed. The browser has gone there already when it tells. */
function stepped(): void {
  const entry = history.state as Entry | null;
  const to = entry?.place ?? place + 1;
  if (!entry) history.replaceState({ place: to } satisfies Entry, '');
  if (!returning && (address() !== shown || bringsSecret())) {
    if (to !== place && !mayLeave()) {
      returning = true;
      history.go(place - to);
      return;
    }
    place = to;
    arrive();
  }
  returning = false;
  place = to;
}

function arrive(): void {
  takeSecret();
  shown = address();
  wantFocus();
  batch(() => {
    path.value = location.pathname;
    visits.value++;
  });
}

export function startRouter(): void {
  const entry = history.state as Entry | null;
  secret = entry?.secret ?? '';
  place = entry?.place ?? 0;
  if (!entry) history.replaceState({ place } satisfies Entry, '');
  takeSecret();
  shown = address();
  // A fragment that is typed is told as popstate too.
  addEventListener('popstate', stepped);
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = (event.target as Element).closest?.('a');
    if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    event.preventDefault();
    const within = link.pathname === location.pathname ? target(link.hash) : null;
    if (within) {
      // No entry in the history, which Back would have to pass.
      within.focus();
      within.scrollIntoView();
      return;
    }
    navigate(link.pathname + link.search + link.hash);
  });
}
