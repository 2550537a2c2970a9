import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Feeds } from '../src/wire/feeds.ts';

function setUp() {
  const asked: object[] = [];
  const heard: string[] = [];
  const feeds = new Feeds(
    (group) => asked.push({ group, ...feeds.place(group) }),
    () => {},
  );
  const listener = {
    event: (event: { seq: number; kind: string }) => void heard.push(`${event.seq} ${event.kind}`),
    reset: () => void heard.push('reset'),
  };
  feeds.listen('g', listener);
  return { feeds, asked, heard, listener };
}
const event = (seq: number, kind?: string) => ({ group: 'g', seq, kind });

test('P-26, P-27: follows from now on, then applies in order; bare events only advance', () => {
  const { feeds, asked, heard } = setUp();
  assert.deepEqual(asked, [{ group: 'g' }]);
  feeds.followed('g', { epoch: 'e', seq: 7, reset: false });
  feeds.apply(event(8, 'a.b'));
  feeds.apply(event(9));
  feeds.apply(event(10, 'c.d'));
  feeds.apply(event(10, 'c.d'));
  feeds.apply(event(3, 'old'));
  assert.deepEqual(heard, ['8 a.b', '10 c.d']);
});

test('P-27: a gap follows anew from the last event, and nothing counts until then', () => {
  const { feeds, asked, heard } = setUp();
  feeds.followed('g', { epoch: 'e', seq: 7, reset: false });
  feeds.apply(event(9, 'late'));
  feeds.apply(event(10, 'later'));
  assert.deepEqual(asked.at(-1), { group: 'g', epoch: 'e', since: 7 });
  assert.equal(asked.length, 2);
  feeds.followed('g', { epoch: 'e', seq: 10, reset: false });
  for (const seq of [8, 9, 10]) feeds.apply(event(seq, 'x'));
  assert.deepEqual(heard, ['8 x', '9 x', '10 x']);
});

test('P-24, P-26: another epoch, or a reset, loads anew and goes on from there', () => {
  const { feeds, heard } = setUp();
  feeds.followed('g', { epoch: 'e', seq: 7, reset: false });
  feeds.followed('g', { epoch: 'f', seq: 2, reset: true });
  feeds.apply(event(3, 'x'));
  assert.deepEqual(heard, ['reset', '3 x']);
  feeds.followed('g', { epoch: 'f', seq: 50, reset: true });
  feeds.apply(event(51, 'y'));
  assert.deepEqual(heard, ['reset', '3 x', 'reset', '51 y']);
});

test('the first event of a feed gives it an epoch, and nothing is loaded anew for that', () => {
  const { feeds, heard } = setUp();
  feeds.followed('g', { epoch: '0', seq: 0, reset: false });
  feeds.followed('g', { epoch: 'e', seq: 1, reset: false });
  feeds.apply(event(1, 'x'));
  assert.deepEqual(heard, ['1 x']);
});

test('events of feeds that nobody follows are passed over', () => {
  const { feeds, heard } = setUp();
  feeds.apply({ group: 'other', seq: 1, kind: 'x' });
  assert.deepEqual(heard, []);
});
