// Whoever leads is gone: what each is offered, and when.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canLead, leadOf } from '../src/consultation/lead.ts';
import type { Run } from '../src/protocol.gen.ts';

const now = Date.parse('2026-11-24T16:00:00Z');
const run = {
  state: 'running',
  roles: [
    { role: 'facilitator', account: 'ann' },
    { role: 'presenter', account: 'ben' },
  ],
  deputy: 'cem',
} as unknown as Run;
const near = (...here: string[]) => new Map(here.map((account) => [account, 'here']));
const gone = (seconds: number) => new Map([['ann', now - seconds * 1000]]);
const asked = (me: string, here: string[], seconds = 30, more: Partial<Run> = {}) =>
  leadOf({ run: { ...run, ...more }, me, near: near(...here), gone: gone(seconds), now });

test('nothing is said while whoever leads is here', () => {
  assert.deepEqual(asked('cem', ['ann', 'ben', 'cem']), {});
  assert.deepEqual(asked('ann', ['ben']), {});
});

test('the deputy may take over after a minute, others when the deputy is gone too', () => {
  assert.deepEqual(asked('cem', ['ben', 'cem', 'dan']), { missing: 'ann', wait: 30 });
  assert.deepEqual(asked('cem', ['ben', 'cem', 'dan'], 60), { missing: 'ann', wait: 0 });
  assert.deepEqual(asked('dan', ['ben', 'cem', 'dan'], 60), { missing: 'ann' });
  assert.deepEqual(asked('dan', ['ben', 'dan'], 90), { missing: 'ann', wait: 0 });
  assert.deepEqual(asked('ben', ['ben'], 90), { missing: 'ann' });
  assert.deepEqual(leadOf({ run, me: 'cem', near: near('cem'), gone: new Map(), now }), { missing: 'ann', wait: 0 });
});

test('nobody leads: the deputy goes on, at once', () => {
  const open = { roles: [{ role: 'presenter', account: 'ben' }] } as Partial<Run>;
  assert.deepEqual(asked('cem', ['ben', 'cem'], 0, open), { missing: '', wait: 0 });
  assert.deepEqual(asked('dan', ['ben', 'cem', 'dan'], 0, open), { missing: '' });
  assert.deepEqual(asked('ben', ['ben', 'cem'], 0, open), { missing: '' });
  assert.deepEqual(asked('ben', ['ben'], 0, open), { missing: '', alone: true }, 'nobody else has a device here');
});

test('who has led is offered it back', () => {
  assert.deepEqual(asked('dan', ['ann', 'dan'], 0, { led_before: 'dan' }), { from: 'ann' });
});

test('who can be given the lead', () => {
  const here = near('ann', 'ben', 'cem');
  assert.deepEqual(
    ['ann', 'ben', 'cem', 'dan'].filter((account) => canLead(run, account, here)),
    ['cem'],
  );
});
