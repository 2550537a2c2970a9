import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerClock } from '../src/wire/clock.ts';

function clockAt(start: number) {
  let now = start;
  const clock = new ServerClock(() => now);
  return { clock, pass: (ms: number) => (now += ms) };
}

test('a sample puts the server between sending and receiving', () => {
  const { clock } = clockAt(1100);
  assert.equal(clock.known, false);
  assert.equal(clock.sample(1000, 1100, 5050), true);
  assert.equal(clock.now(), 5100);
});

test('the shortest round trip counts', () => {
  const { clock } = clockAt(2000);
  clock.sample(1000, 1200, 5100);
  assert.equal(clock.sample(1300, 1800, 5600), false, 'a longer one that agrees changes nothing');
  assert.equal(clock.sample(1900, 1910, 5935), true);
  assert.equal(clock.now(), 6030);
});

test('a newer sample that excludes the older one counts, however long it took', () => {
  const { clock, pass } = clockAt(2000);
  clock.sample(1990, 2000, 2000);
  pass(1000);
  assert.equal(clock.sample(2500, 3000, 3_600_000 + 2750), true);
  assert.equal(clock.now(), 3_600_000 + 3000);
});

test('an event from the future says that our clock is behind', () => {
  const { clock } = clockAt(2000);
  assert.equal(clock.agrees(9_999_999), true, 'without a sample there is nothing to compare');
  clock.sample(1990, 2000, 1995);
  assert.equal(clock.agrees(2040), true);
  assert.equal(clock.agrees(3000), false);
});
