import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeText, effectText } from '../src/schedule/clock_note.ts';
import { changes, clockNotes, clockTime, offset } from '../src/schedule/clocks.ts';
import { around, monthOf, step, weeks } from '../src/schedule/months.ts';
import { chosenDays, endOf, newPlan, recurrence, wrongs } from '../src/schedule/plan.ts';
import { lengthText, nthOf, ordinal, ruleText, weekdayOf } from '../src/schedule/rule.ts';
import { speak } from './speak.ts';

const at = Date.parse;

test('offsets and changes of the clocks', () => {
  assert.equal(offset('Europe/Berlin', at('2026-07-01T12:00Z')), 120);
  assert.equal(offset('Asia/Kathmandu', at('2026-07-01T12:00Z')), 345);
  assert.equal(offset('America/Toronto', at('2026-12-01T00:30Z')), -300);
  assert.deepEqual(changes('Europe/Berlin', at('2026-10-01T00:00Z'), at('2026-11-01T00:00Z')), [
    { at: at('2026-10-25T01:00Z'), by: -60 },
  ]);
  assert.deepEqual(
    changes('Europe/Berlin', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z')).map((change) => change.by),
    [60, -60],
  );
  assert.deepEqual(changes('Asia/Tokyo', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z')), []);
  // The change itself is no longer before the change.
  assert.deepEqual(changes('Europe/Berlin', at('2026-10-25T01:00Z'), at('2026-11-25T01:00Z')), []);
});

const berlin = (session: string, day: string, utc: string) => ({
  session,
  starts_at: `${day}T${utc}Z`,
  local_start: `${day}T18:30`,
  zone: 'Europe/Berlin',
});
const around_october = [
  berlin('a', '2026-10-13', '16:30:00'),
  berlin('b', '2026-10-27', '17:30:00'),
  berlin('c', '2026-11-10', '17:30:00'),
];

test('for a reader in the same zone the time stays', async () => {
  await speak('en', ['schedule', 'planning']);
  const notes = clockNotes(around_october, 'Europe/Berlin');
  assert.deepEqual([...notes.keys()], ['b']);
  const note = notes.get('b')!;
  assert.equal(effectText(note), '18:30 stays 18:30 for you.');
  assert.match(changeText(note), /^Clocks go back on /);
  assert.equal(note.forward, false);
});

test('for a reader elsewhere the time moves, and moves back when their own clocks change', () => {
  const notes = clockNotes(around_october, 'America/Toronto');
  assert.deepEqual([...notes.keys()], ['b', 'c']);
  const [b, c] = [notes.get('b')!, notes.get('c')!];
  assert.equal(effectText(b), 'For you this session starts at 13:30 instead of 12:30.');
  assert.match(changeText(b), /^Clocks go back in Berlin on /);
  assert.equal(effectText(c), 'For you this session starts at 12:30 instead of 13:30.');
  assert.match(changeText(c), /^Clocks go back on /);
});

test('the first session is compared with now', () => {
  const coming = around_october.slice(1);
  assert.deepEqual([...clockNotes(coming, 'Europe/Berlin').keys()], []);
  assert.deepEqual([...clockNotes(coming, 'Europe/Berlin', at('2026-10-14T08:00Z')).keys()], ['b']);
  assert.deepEqual([...clockNotes(coming, 'Europe/Berlin', at('2026-10-26T08:00Z')).keys()], []);
  // A session that has begun lies before now.
  assert.deepEqual([...clockNotes(around_october, 'Asia/Tokyo', at('2026-10-13T17:00Z')).keys()], ['b']);
});

test('where no clocks change there is only the other side', () => {
  const notes = clockNotes(around_october, 'Asia/Tokyo');
  assert.deepEqual(
    [...notes.values()].map(({ before, after, zone }) => [clockTime(before), clockTime(after), zone]),
    [['01:30', '02:30', 'Europe/Berlin']],
  );
});

test('weeks of a month begin on Monday', () => {
  const october = weeks({ year: 2026, month: 10 });
  assert.deepEqual(october[0], [undefined, undefined, undefined, 1, 2, 3, 4]);
  assert.equal(october.length, 5);
  assert.deepEqual(october.at(-1), [26, 27, 28, 29, 30, 31, undefined]);
  assert.equal(weeks({ year: 2027, month: 2 }).length, 4);
  assert.deepEqual(step({ year: 2026, month: 12 }, 1), { year: 2027, month: 1 });
  assert.deepEqual(step({ year: 2026, month: 1 }, -1), { year: 2025, month: 12 });
  assert.deepEqual(monthOf('2026-10-13'), { year: 2026, month: 10 });
  assert.deepEqual(around({ year: 2026, month: 12 }), { from: '2026-11-30T00:00:00Z', to: '2027-01-02T00:00:00Z' });
});

test('rules as sentences', async () => {
  const weekly = { frequency: 'weekly', interval: 2, days: [], count: 12 } as const;
  const text = (rule: object) => ruleText({ ...weekly, ...rule, days: [] } as never, '2026-11-24T16:30');
  await speak('en', ['schedule', 'planning']);
  assert.equal(text({}), 'Every 2 weeks on Tuesday');
  assert.equal(text({ interval: 1 }), 'Every week on Tuesday');
  assert.equal(ruleText({ ...weekly, days: ['th', 'mo'] }, '2026-11-24T16:30'), 'Every 2 weeks on Monday and Thursday');
  assert.equal(text({ frequency: 'monthly_by_date', interval: 1 }), 'Every month on the 24th');
  assert.equal(text({ frequency: 'monthly_by_weekday', interval: 1, nth: -1 }), 'Every month on the last Tuesday');
  assert.equal(text({ frequency: 'monthly_by_weekday', interval: 3 }), 'Every 3 months on the fourth Tuesday');
  assert.deepEqual([1, 2, 3, 4, 11, 22].map(ordinal), ['1st', '2nd', '3rd', '4th', '11th', '22nd']);
  assert.equal(lengthText(90), '1 hour 30 minutes');
  await speak('de', ['schedule', 'planning']);
  assert.equal(text({}), 'Alle 2 Wochen am Dienstag');
  assert.equal(text({ frequency: 'monthly_by_date', interval: 1 }), 'Jeden Monat am 24.');
  assert.equal(text({ frequency: 'monthly_by_weekday', interval: 1, nth: 1 }), 'Jeden Monat am ersten Dienstag');
  assert.equal(lengthText(60), '1 Stunde');
  await speak('en', ['schedule', 'planning']);
});

test('which weekday, which in the month', () => {
  assert.equal(weekdayOf('2026-11-24T16:30'), 'tu');
  assert.deepEqual(['2026-11-01', '2026-11-07', '2026-11-08', '2026-11-28', '2026-11-30'].map(nthOf), [1, 1, 2, 4, -1]);
});

test('a plan takes its day from the first session until somebody chooses', () => {
  const plan = { ...newPlan('Europe/Berlin'), first: '2026-11-24', time: '16:30' };
  assert.deepEqual(wrongs(plan), {});
  assert.deepEqual(recurrence(plan), { frequency: 'weekly', interval: 2, days: ['tu'], count: 12 });
  assert.deepEqual(chosenDays({ ...plan, first: '2026-11-26' }), ['th']);
  assert.deepEqual(wrongs({ ...plan, days: [] }), { days: true });
  assert.deepEqual(recurrence({ ...plan, frequency: 'monthly_by_weekday', ends: 'until', until: '2027-06-01' }), {
    frequency: 'monthly_by_weekday',
    interval: 1,
    days: ['tu'],
    nth: 4,
    until: '2027-06-01',
  });
  assert.deepEqual(wrongs(newPlan('UTC')), { first: true, time: true });
  assert.deepEqual(wrongs({ ...plan, count: '0' }), { count: true });
  assert.deepEqual(wrongs({ ...plan, count: '2.5' }), { count: true });
  assert.deepEqual(wrongs({ ...plan, call_link: 'http://x' }), { call_link: true });
  assert.equal(endOf('23:15', 90), '00:45');
});
