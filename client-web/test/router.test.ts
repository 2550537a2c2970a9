// The router on a history of its own making: entries, a place among them, and the browser's habit to tell afterwards.
import assert from 'node:assert/strict';
import { test } from 'node:test';

const entries: { url: URL; state: unknown }[] = [{ url: new URL('http://house/'), state: null }];
let at = 0;
let told: () => void = () => {};
const to = (url?: string) => new URL(url ?? entries[at]!.url, entries[at]!.url);
const move = (by: number) => {
  at += by;
  told();
};
Object.assign(globalThis, {
  location: {
    get pathname() {
      return entries[at]!.url.pathname;
    },
    get search() {
      return entries[at]!.url.search;
    },
    get hash() {
      return entries[at]!.url.hash;
    },
  },
  history: {
    get state() {
      return entries[at]!.state;
    },
    pushState: (state: unknown, _: string, url: string) => {
      const entry = { url: to(url), state };
      entries.splice(++at, Number.POSITIVE_INFINITY, entry);
    },
    replaceState: (state: unknown, _: string, url?: string) => {
      entries[at] = { url: to(url), state };
    },
    go: move,
  },
  addEventListener: (name: string, listener: () => void) => {
    if (name === 'popstate') told = listener;
  },
  document: { addEventListener: () => {}, getElementById: (id: string) => (id === 'main' ? {} : null) },
  scrollTo: () => {},
});

const { beforeLeaving, fragmentSecret, navigate, path, startRouter, visits } = await import('../src/app/router.ts');
startRouter();

test('Back and Forward ask before unsaved text is left, and are taken back', () => {
  navigate('/a');
  navigate('/b');
  let asked = 0;
  let leave = false;
  const stop = beforeLeaving(() => {
    asked++;
    return leave;
  });
  move(-2);
  assert.deepEqual([asked, at, path.value], [1, 2, '/b']);
  move(-1);
  assert.deepEqual([asked, at, path.value], [2, 2, '/b']);
  leave = true;
  move(-1);
  assert.deepEqual([asked, at, path.value], [3, 1, '/a']);
  leave = false;
  move(1);
  assert.deepEqual([asked, at, path.value], [4, 1, '/a']);
  stop();
  move(1);
  assert.deepEqual([asked, at, path.value], [4, 2, '/b']);
});

test('a fragment within the page leaves the screen as it stands', () => {
  const before = visits.value;
  history.pushState(null, '', '/b#main');
  told();
  move(-1);
  move(1);
  assert.equal(visits.value, before);
  move(-2);
  assert.equal(path.value, '/a');
});

test('a fragment that no place has is a screen of its own', () => {
  const before = visits.value;
  navigate('/a#plan');
  move(-1);
  assert.equal(visits.value, before + 2);
});

test('a secret is taken out of the address', () => {
  history.pushState(null, '', '/join#once');
  told();
  assert.deepEqual([fragmentSecret(), location.hash, path.value], ['once', '', '/join']);
  history.pushState(null, '', '/answer#yes.mine');
  told();
  assert.deepEqual([fragmentSecret(), location.hash, path.value], ['yes.mine', '', '/answer']);
});
