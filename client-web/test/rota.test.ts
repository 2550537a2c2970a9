import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Duty, Rota, Session } from '../src/protocol.gen.ts';
import { swappable } from '../src/rota/swaps.ts';
import { why } from '../src/rota/why.ts';
import { speak } from './speak.ts';

const now = Date.parse('2026-10-12T08:00:00Z');
const reason = (kind: string, more = {}) => ({ why: kind, served: 1, attended: 11, ...more }) as never;

test('reasons as sentences, with their numbers', async () => {
  await speak('en', ['rota']);
  assert.equal(
    why('facilitator', reason('smallest_share'), undefined, undefined, now),
    'You have led 1 of the 11 sessions you came to. That is the smallest share in the group.',
  );
  assert.equal(
    why('presenter', reason('waited_longest', { last_served: '2026-07-07T16:30:00Z' }), 'Ben', undefined, now),
    'Ben has brought a case to 1 of 11 sessions. The last time was on Tue 7 Jul. Nobody with that share has waited longer.',
  );
  assert.match(
    why('facilitator', reason('longest_ago', { last_served: '2026-10-13T16:30:00Z' }), 'Ben', undefined, now),
    /The turn before this one is on Tue 13 Oct\./,
  );
  assert.equal(
    why('facilitator', reason('first_turn', { served: 0, attended: 1 }), undefined, undefined, now),
    'You have come to 1 session and not led yet.',
  );
  assert.equal(
    why('scribe', reason('first_turn', { served: 0, attended: 0 }), 'Luz', undefined, now),
    'Everybody begins somewhere: this is the first turn of Luz.',
  );
  assert.equal(why('presenter', reason('swapped'), undefined, 'Aylin', now), 'You swapped with Aylin.');
  assert.equal(why('presenter', reason('stood_in'), 'Ben', undefined, now), 'Ben stands in for a colleague.');
  assert.equal(why('timekeeper', reason('chosen'), undefined, undefined, now), 'You were chosen for it.');
});

test('every reason has a sentence in both languages, for oneself and for others', async () => {
  const kinds = [
    'smallest_share',
    'longest_ago',
    'first_turn',
    'waited_longest',
    'swapped',
    'stood_in',
    'chosen',
    'only_one_left',
    'urgent',
    'asked',
    'merged',
  ];
  for (const language of ['en', 'de'] as const) {
    await speak(language, ['rota']);
    for (const role of ['facilitator', 'presenter', 'timekeeper', 'scribe', 'observer', 'host'] as const) {
      for (const kind of kinds) {
        for (const name of [undefined, 'Ben']) {
          for (const served of [0, 3]) {
            const text = why(role, reason(kind, { served }), name, undefined, now);
            assert.match(text, /\.$/, `${language} ${role} ${kind}`);
            assert.doesNotMatch(text, /rota\.|[{}]|undefined/);
          }
        }
      }
    }
  }
  await speak('en', ['rota']);
});

const session = (id: string, day: string, no: string[] = [], state = 'planned', begun = false) =>
  ({
    session: id,
    state,
    begun,
    starts_at: `${day}T16:30:00Z`,
    answers: no.map((account) => ({ account, answer: 'no' })),
  }) as unknown as Session;
const duty = (id: string, at: string, account: string, role = 'facilitator') =>
  ({ duty: id, session: at, account, role }) as unknown as Duty;

test('turns that can be swapped', () => {
  const mine = duty('m', 's1', 'me');
  const board: Pick<Rota, 'sessions' | 'duties'> = {
    sessions: [
      session('s1', '2026-10-13', ['dora']),
      session('s2', '2026-10-27'),
      session('s3', '2026-11-10', ['me']),
      session('s4', '2026-11-24'),
      session('s5', '2026-12-08', [], 'cancelled'),
      session('s6', '2026-12-22'),
      session('s7', '2027-01-05', [], 'planned', true),
    ],
    duties: [
      mine,
      duty('other_role', 's1', 'kenji', 'presenter'),
      duty('fine', 's6', 'ben'),
      duty('fine_too', 's2', 'luz'),
      duty('i_am_away', 's3', 'ben'),
      duty('she_is_away', 's4', 'dora'),
      duty('off', 's5', 'ben'),
      duty('has_begun', 's7', 'ben'),
      duty('presents', 's2', 'ben', 'presenter'),
    ],
  };
  const { possible, left_out } = swappable(board, mine, now);
  assert.deepEqual(
    possible.map((each) => each.duty),
    ['fine_too', 'fine'],
  );
  assert.equal(left_out, 2);
  // Who has another role on that day is left out as well.
  const kenji = swappable({ ...board, duties: [...board.duties, duty('k', 's4', 'kenji')] }, mine, now);
  assert.equal(kenji.left_out, 3);
});
