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
function takeSecret(): void {
  if (!['/enter', '/join'].includes(location.pathname) || location.hash.length < 2) return;
  secret = location.hash.slice(1);
  // In the history entry it survives a reload, but is in no address bar, log or referrer.
  history.replaceState({ secret }, '', location.pathname);
}

const leaving = new Set<() => boolean>();
/** Asked before the screen is left; false keeps it. */
export function beforeLeaving(ask: () => boolean): () => void {
  leaving.add(ask);
  return () => leaving.delete(ask);
}

export function navigate(to: string, options: { replace?: boolean } = {}): void {
  for (const ask of leaving) if (!ask()) return;
  history[options.replace ? 'replaceState' : 'pushState'](null, '', to);
  arrive();
  scrollTo(0, 0);
}

function arrive(): void {
  takeSecret();
  wantFocus();
  batch(() => {
    path.value = location.pathname;
    visits.value++;
  });
}

export function startRouter(): void {
  secret = (history.state as { secret?: string } | null)?.secret ?? '';
  takeSecret();
  addEventListener('popstate', arrive);
  addEventListener('hashchange', () => {
    if (location.hash) arrive();
  });
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
    // Within the page: the browser does it.
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}
