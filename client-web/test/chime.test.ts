// When a phase chimes: a minute before its end, and at its end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atEachMoment, type Moment, nextMoment } from '../src/consultation/chime.ts';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
const run = (state: 'running' | 'paused', started: string, deadline: string) => ({
  state,
  started_at: `2026-11-24T${started}Z`,
  deadline: `2026-11-24T${deadline}Z`,
});

test('a minute before, then at zero, then no more', () => {
  const five = run('running', '16:00:00', '16:05:00');
  assert.deepEqual(nextMoment(five, at('16:00:10')), { at: at('16:04:00'), moment: 'minute' });
  assert.deepEqual(nextMoment(five, at('16:04:00')), { at: at('16:05:00'), moment: 'up' });
  assert.equal(nextMoment(five, at('16:05:00')), undefined);
});

test('a phase of a minute chimes only at its end, a paused one never', () => {
  const one = run('running', '16:00:00', '16:01:00');
  assert.deepEqual(nextMoment(one, at('15:59:59')), { at: at('16:01:00'), moment: 'up' });
  assert.equal(nextMoment(run('paused', '16:00:00', '16:05:00'), at('16:00:10')), undefined);
});

test('each moment once, though timers are a little early, and as fast as a rehearsal goes', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const five = run('running', '16:00:00', '16:05:00');
  const [begun, rate] = [at('16:00:00'), 10];
  let passed = 0;
  const told: [number, Moment][] = [];
  const pass = (ms: number) => {
    passed += ms;
    context.mock.timers.tick(ms);
  };
  // This clock is ten milliseconds behind the timers.
  const stop = atEachMoment(five, { now: () => begun + passed * rate - 10, rate }, (moment) =>
    told.push([passed, moment]),
  );
  for (let i = 0; i < 400; i += 1) pass(100);
  assert.deepEqual(told, [
    [24_100, 'minute'],
    [30_100, 'up'],
  ]);
  stop();
  told.length = 0;
  atEachMoment(five, { now: () => begun, rate }, (moment) => told.push([0, moment]))();
  pass(60_000);
  assert.deepEqual(told, []);
});
