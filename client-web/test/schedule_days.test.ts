import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Poll, SeriesView, Session } from '../src/protocol.gen.ts';
import { daysText, rangeText, stopped } from '../src/schedule/date_text.ts';
import { dayAfter, thingsOf } from '../src/schedule/days.ts';
import { newDraft, oneMore, optionsOf, wrongWith } from '../src/schedule/draft_poll.ts';
import { breaksOf, change, choice, newPlan, planOf, recurrence, ruledDay, wrongs } from '../src/schedule/plan.ts';
import { answered, marked, marksOf, suits, sumOf, voters } from '../src/schedule/polls.ts';
import { speak } from './speak.ts';

const session = (starts_at: string, more: Partial<Session> = {}) =>
  ({ session: starts_at, starts_at, zone: 'Europe/Berlin', local_start: '', state: 'planned', ...more }) as Session;
const poll: Poll = {
  poll: 'p',
  title: '',
  zone: 'Europe/Berlin',
  minutes: 90,
  created_by: 'a',
  created_at: '2026-10-01T08:00:00Z',
  state: 'open',
  options: [
    { option: 'x', starts_at: '2026-10-31T23:30:00Z', local_start: '2026-11-01T00:30' },
    { option: 'y', starts_at: '2026-11-03T17:00:00Z', local_start: '2026-11-03T18:00' },
  ],
  votes: [
    { account: 'a', option: 'x', choice: 'yes' },
    { account: 'b', option: 'x', choice: 'if_need_be' },
    { account: 'a', option: 'y', choice: 'no' },
    { account: 'gone', option: 'y', choice: 'yes' },
  ],
};

test('what lies on the days of a month, by the reader’s calendar', () => {
  const sessions = [session('2026-10-31T23:30:00Z'), session('2026-11-10T17:30:00Z')];
  const breaks = [{ first: '2026-10-26', last: '2026-11-02' }];
  const november = { year: 2026, month: 11 };
  const there = thingsOf(november, { sessions, breaks, polls: [poll] }, 'Europe/Berlin');
  assert.deepEqual([...there.keys()].sort(), ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-10']);
  assert.equal(there.get('2026-11-01')!.sessions.length, 1);
  assert.equal(there.get('2026-11-01')!.pause, true);
  assert.equal(there.get('2026-11-10')!.pause, false);
  assert.equal(there.get('2026-11-03')!.options[0]!.option.option, 'y');
  // In Toronto the first one is still in October, and the clocks change on 1 November.
  const elsewhere = thingsOf(november, { sessions, breaks: [], polls: [] }, 'America/Toronto');
  assert.deepEqual([...elsewhere.keys()].sort(), ['2026-11-01', '2026-11-10']);
  assert.equal(elsewhere.get('2026-11-01')!.sessions.length, 0);
  assert.equal(elsewhere.get('2026-11-01')!.clocks!.by, -60);
  assert.equal(thingsOf(november, { sessions: [], breaks: [], polls: [{ ...poll, state: 'closed' }] }, 'UTC').size, 0);
});

test('keys in the grid of a month', () => {
  const from = (key: string, ...keys: string[]) => keys.map((pressed) => dayAfter(key, pressed));
  const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
  assert.deepEqual(from('2026-11-01', ...arrows), ['2026-10-31', '2026-11-02', '2026-10-25', '2026-11-08']);
  assert.deepEqual(from('2026-11-04', 'Home', 'End'), ['2026-11-02', '2026-11-08']);
  assert.deepEqual(from('2026-01-31', 'PageUp', 'PageDown'), ['2025-12-31', '2026-02-28']);
  assert.deepEqual(from('2026-01-31', 'Tab', 'a'), [undefined, undefined]);
});

test('votes in sums', () => {
  const members = ['a', 'b', 'c'];
  const x = sumOf(poll, 'x', members);
  assert.deepEqual(x, { yes: ['a'], if_need_be: ['b'], no: [], open: ['c'] });
  assert.equal(suits(x), undefined);
  assert.equal(suits(sumOf(poll, 'x', ['a', 'b'])), 'need_be');
  assert.equal(suits(sumOf(poll, 'x', ['a'])), 'all');
  assert.equal(suits(sumOf(poll, 'y', ['a'])), undefined);
  assert.equal(voters(poll, members), 2, 'who has left is not counted');
  assert.deepEqual(marksOf(poll, 'b'), [{ option: 'x', choice: 'if_need_be' }]);
  assert.deepEqual([answered(poll, 'a'), answered(poll, 'b')], [true, false]);
  assert.deepEqual(marked(marksOf(poll, 'a'), 'y', 'yes'), [
    { option: 'x', choice: 'yes' },
    { option: 'y', choice: 'yes' },
  ]);
});

test('a poll that is written', () => {
  const draft = newDraft('Europe/Berlin');
  assert.equal(wrongWith(draft), 'few');
  draft.options = [{ day: '2026-11-30', time: '18:00' }];
  draft.options = oneMore(draft.options);
  assert.deepEqual(draft.options[1], { day: '2026-12-01', time: '18:00' });
  assert.equal(wrongWith(draft), undefined);
  assert.equal(wrongWith({ ...draft, options: [...draft.options, { day: '2026-12-02', time: '' }] }), 'half');
  draft.options = [draft.options[1]!, draft.options[0]!, draft.options[1]!, { day: '', time: '' }];
  assert.deepEqual(optionsOf(draft), ['2026-11-30T18:00', '2026-12-01T18:00']);
});

const berlin: SeriesView = {
  series: 's',
  recurrence: { frequency: 'weekly', interval: 2, days: ['tu'], count: 12 },
  starts: '2026-10-13T18:30',
  zone: 'Europe/Berlin',
  minutes: 90,
  place: 'Room 3',
  call_link: '',
  breaks: [
    { first: '2026-10-19', last: '2026-10-20' },
    { first: '2026-12-21', last: '2027-01-03' },
  ],
  last: '2027-03-16T17:30:00Z',
  ahead: 10,
  runs_out: false,
};

test('a series as it is, from one of its sessions on', () => {
  const moved = session('2026-11-12T17:30:00Z', {
    moved_from: '2026-11-10T17:30:00Z',
    local_start: '2026-11-12T18:30',
  });
  assert.equal(ruledDay(moved), '2026-11-10');
  assert.equal(ruledDay({ ...moved, moved_from: undefined } as Session), '2026-11-12');
  const plan = planOf(berlin, '2026-11-10');
  assert.deepEqual(wrongs(plan), {});
  const wanted = change('g', 's', 'x', { ...plan, time: '19:00' });
  assert.deepEqual(wanted.recurrence, { frequency: 'weekly', interval: 2, days: ['tu'], until: '2027-03-16' });
  assert.equal(wanted.starts, '2026-11-10T19:00');
  assert.deepEqual(wanted.breaks, [{ first: '2026-12-21', last: '2027-01-03' }]);
  assert.deepEqual([wanted.scope, wanted.session], ['following', 'x']);
  assert.equal(change('g', 's', undefined, plan).scope, 'all');
  const open = { ...berlin, recurrence: { frequency: 'monthly_by_weekday', interval: 1, days: [], nth: -1 } as const };
  const month = planOf({ ...open, recurrence: { ...open.recurrence, days: [] } }, '2026-11-24');
  assert.deepEqual(recurrence(month), { frequency: 'monthly_by_weekday', interval: 1, days: ['tu'], nth: -1 });
});

test('breaks as they are written', () => {
  const plan = { ...newPlan('UTC'), first: '2026-11-24', time: '16:30' };
  const breaks = [
    { first: '2027-02-01', last: '' },
    { first: '', last: '' },
    { first: '2026-12-21', last: '2027-01-03' },
  ];
  assert.deepEqual(wrongs({ ...plan, breaks }), {});
  assert.deepEqual(breaksOf({ ...plan, breaks }), [
    { first: '2026-12-21', last: '2027-01-03' },
    { first: '2027-02-01', last: '2027-02-01' },
  ]);
  assert.deepEqual(wrongs({ ...plan, breaks: [{ first: '2027-01-03', last: '2026-12-21' }] }), { breaks: true });
  assert.deepEqual(wrongs({ ...plan, ends: 'until', until: '2026-11-01' }), { until: true });
  assert.deepEqual(wrongs({ ...plan, frequency: 'once', count: '', breaks: [{ first: '', last: '2027-01-03' }] }), {});
});

test('days in a sentence', async () => {
  await speak('en', ['planning']);
  const days = ['a', 'b', 'c', 'd', 'e', 'f'];
  assert.equal(daysText(days.slice(0, 5)), 'a, b, c, d and e', 'one more would take as much room as its name');
  assert.equal(daysText(days), 'a, b, c, d and 2 more');
  assert.equal(rangeText({ first: '2026-12-21', last: '2027-01-03' }), 'Mon 21 Dec to Sun 3 Jan');
  assert.equal(rangeText({ first: '2026-12-21', last: '2026-12-21' }), 'Mon 21 Dec');
  assert.equal(stopped('Bis Di., 16. Dez.. Dann Pause.'), 'Bis Di., 16. Dez. Dann Pause.');
});

test('what becomes of a chosen option', () => {
  const plan = { ...newPlan('UTC'), first: '2026-11-24', time: '16:30' };
  const once = choice('g', 'p', 'x', { ...plan, frequency: 'once', place: ' Room 3 ' });
  assert.deepEqual(once, { group: 'g', poll: 'p', option: 'x', breaks: [], place: 'Room 3', call_link: '' });
  assert.deepEqual(choice('g', 'p', 'x', { ...plan, ends: 'open' }).recurrence, {
    frequency: 'weekly',
    interval: 2,
    days: ['tu'],
  });
});
