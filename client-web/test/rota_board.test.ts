import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Duty, PresentWish, Rota, RotaRules, Session } from '../src/protocol.gen.ts';
import { atArrival, columns, deputies, dutiesOf, places } from '../src/rota/board.ts';
import { longest, waitingText } from '../src/rota/queue.ts';
import { mergeable, setMerge, setServes, setWhen } from '../src/rota/rules.ts';
import { speak } from './speak.ts';

const rules: RotaRules = {
  presenter: 'planned',
  presenters: 2,
  roles: [
    { role: 'timekeeper', when: 'planned', excused: [] },
    { role: 'scribe', when: 'at_arrival', excused: ['luz'] },
    { role: 'observer', when: 'off', excused: [] },
  ],
  merges: [],
};
const duty = (role: string, slot = 1, session = 's1') =>
  ({ duty: `${role}${slot}`, session, role, slot, account: 'ben' }) as unknown as Duty;

test('a column for each role that is planned, or that somebody has all the same', () => {
  assert.deepEqual(columns({ rules, duties: [] }), ['facilitator', 'presenter', 'timekeeper']);
  assert.deepEqual(columns({ rules, duties: [duty('host')] }), ['facilitator', 'presenter', 'timekeeper', 'host']);
  assert.deepEqual(atArrival(rules), ['scribe']);
  const unsaid = { ...rules, roles: [] };
  assert.deepEqual(columns({ rules: unsaid, duties: [] }), ['facilitator', 'presenter', 'timekeeper', 'scribe']);
  assert.deepEqual([places(rules, 'presenter'), places(rules, 'facilitator')], [2, 1]);
  const all = [duty('presenter', 2), duty('presenter', 1, 's2'), duty('presenter', 1), duty('scribe')];
  assert.deepEqual(
    dutiesOf(all, 's1', 'presenter').map(({ slot }) => slot),
    [1, 2],
  );
});

test('who stands behind the facilitator: nobody who has said no', () => {
  const board = { deputies: [{ session: 's1', accounts: ['luz', 'ben', 'dora'] }] } as unknown as Rota;
  const session = { session: 's1', answers: [{ account: 'ben', answer: 'no' }] } as unknown as Session;
  assert.deepEqual(deputies(board, session), ['luz', 'dora']);
  assert.deepEqual(deputies(board, { ...session, session: 's2' }), []);
});

test('rules change one thing at a time', () => {
  const with_host = setWhen(rules, 'host', 'planned');
  assert.deepEqual(columns({ rules: with_host, duties: [] }), ['facilitator', 'presenter', 'timekeeper', 'host']);
  const served = setServes(setServes(rules, 'scribe', 'ben', false), 'scribe', 'luz', true);
  assert.deepEqual(served.roles.find(({ role }) => role === 'scribe')?.excused, ['ben']);
  assert.equal(served.roles.find(({ role }) => role === 'scribe')?.when, 'at_arrival');
  const led = setServes(rules, 'facilitator', 'ben', false);
  assert.deepEqual(led.roles.find(({ role }) => role === 'facilitator')?.excused, ['ben']);
  assert.deepEqual(rules.roles.length, 3, 'the old ones stay as they were');
});

test('roles are merged in the order in which they can be done without, never in a circle, and with none that is off', () => {
  let now = setWhen(rules, 'observer', 'planned');
  assert.deepEqual(mergeable(now, 'scribe'), ['timekeeper', 'observer']);
  now = setMerge(now, 'scribe', 'timekeeper');
  now = setMerge(now, 'observer', 'scribe');
  assert.deepEqual(now.merges, [
    { into: 'scribe', from: 'observer' },
    { into: 'timekeeper', from: 'scribe' },
  ]);
  assert.deepEqual(mergeable(now, 'timekeeper'), [], 'both end there');
  assert.deepEqual(mergeable(now, 'observer'), ['timekeeper', 'scribe']);
  now = setMerge(now, 'observer', 'timekeeper');
  assert.deepEqual(now.merges[0], { into: 'timekeeper', from: 'observer' });
  assert.deepEqual(setMerge(now, 'scribe', undefined).merges, [{ into: 'timekeeper', from: 'observer' }]);
  assert.deepEqual(setWhen(now, 'timekeeper', 'off').merges, []);
});

test('the queue in words', async () => {
  await speak('en', ['turns']);
  const wish = (account: string, since: string, last?: string, waited = 0): PresentWish => ({
    account,
    since: `${since}T08:00:00Z`,
    urgent: false,
    waited,
    ...(last && { last_presented: `${last}T16:30:00Z` }),
  });
  const kenji = wish('kenji', '2026-09-01', '2026-08-04', 2);
  const luz = wish('luz', '2026-10-05');
  assert.equal(waitingText(kenji), 'Has waited for 2 sessions. Last brought a case on Tue 4 Aug.');
  assert.equal(waitingText(luz), 'Asked since the last session. Has not brought a case yet.');
  assert.deepEqual(longest([luz, kenji]), { waiting: 'kenji', without: 'luz' });
  assert.deepEqual(longest([kenji]), {});
  await speak('en', []);
});
