// When a phase chimes: a minute before its end, and at its end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextMoment } from '../src/consultation/chime.ts';

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
