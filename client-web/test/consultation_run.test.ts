import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn } from '../src/consultation/in_turn.ts';
import { canUndo, fits, floorOf, formatOfItem, left, newer, outlook, wholeOf } from '../src/consultation/run.ts';
import { comingOf, dayPart, helperOf, ticked } from '../src/consultation/start.ts';
import { forward, placeOf, turnsOf } from '../src/consultation/turns.ts';
import type { Duty, Format, FormatPhase, Run } from '../src/protocol.gen.ts';

const minute = 60_000;
const phase = (more: Partial<FormatPhase> = {}): FormatPhase => ({
  code: 'p',
  title: 'Reflecting',
  minutes: 10,
  min_minutes: 1,
  max_minutes: 20,
  speakers: 'consultants',
  presenter: 'silent',
  advice: true,
  in_turns: false,
  may_pass: true,
  aim: '',
  script: '',
  ...more,
});
const begun = Date.parse('2026-10-13T14:30:00Z');
const at = (ms: number) => new Date(begun + ms).toISOString();
const run = (more: Partial<Run> = {}): Run => ({
  session: 's',
  version: 1,
  agenda: [{ format: 'f', version: 0, minutes: 30 }],
  item: 0,
  format: 'f',
  phase: 0,
  state: 'running',
  started_at: at(0),
  deadline: at(10 * minute),
  stopped_by_presenter: false,
  roles: [],
  turns: { version: 0, queue: false, waiting: [] },
  begun_at: at(0),
  ...more,
});
const format: Format = { code: 'f', name: '', source: '', minutes: 30, phases: [phase(), phase(), phase()] };

test('what is left: from the deadline while it runs, as it stood while it rests', () => {
  assert.equal(left(run(), begun + 4 * minute), 6 * minute);
  assert.equal(left(run(), begun + 11 * minute), -minute);
  const paused = run({ state: 'paused', paused_remaining_ms: 90_000 });
  assert.equal(left(paused, begun), 90_000);
  assert.equal(left(paused, begun + 60 * minute), 90_000);
});

test('the newer version counts, in whatever order reads and events come', () => {
  const [one, two] = [run(), run({ version: 2 })];
  assert.equal(newer(undefined, one), one);
  assert.equal(newer(one, undefined), one);
  assert.equal(newer(one, two), two);
  assert.equal(newer(two, one), two);
  assert.equal(newer(undefined, undefined), undefined);
});

test('a step can be undone until its moment has passed', () => {
  assert.equal(canUndo(run(), begun), false);
  const stepped = run({ undo_until: at(10_000) });
  assert.equal(canUndo(stepped, begun + 9_999), true);
  assert.equal(canUndo(stepped, begun + 10_000), false);
});

test('the outlook counts what is left and what is to come', () => {
  assert.deepEqual(outlook(run(), format, begun + 4 * minute), { ends: begun + 30 * minute, behind: 0 });
  const late = outlook(run(), format, begun + 12 * minute);
  assert.deepEqual(late, { ends: begun + 32 * minute, behind: 2 });
  const early = run({ phase: 1, deadline: at(17 * minute) });
  assert.equal(outlook(early, format, begun + 7 * minute).behind, -3);
  assert.equal(
    outlook(run({ phase: 2, deadline: at(30 * minute) }), format, begun + 29 * minute).ends,
    begun + 30 * minute,
  );
  const parts = [20, 30, 5].map((minutes) => ({ format: 'f', version: 0, minutes }));
  const second = run({ agenda: parts, item: 1, phase: 2, deadline: at(50 * minute) });
  assert.deepEqual(outlook(second, format, begun + 45 * minute), { ends: begun + 55 * minute, behind: 0 });
});

test('an item is shown in the version it runs on, and a frame with the minutes it was given', () => {
  const version = (version: number, name: string): Format => ({ ...format, version, name });
  const [old, own] = [version(1, 'old'), version(2, 'own')];
  const item = { format: 'f', version: 1, minutes: 30 };
  assert.equal(formatOfItem(item, [old], [own])?.name, 'old');
  assert.equal(formatOfItem({ ...item, version: 2 }, [old], [own])?.name, 'own');
  assert.equal(formatOfItem({ ...item, version: 3 }, [], [own])?.name, 'own', 'rather another version than none');
  assert.equal(formatOfItem({ ...item, format: 'x' }, [old], [own]), undefined);
  const rest = formatOfItem({ ...item, minutes: 12 }, [{ ...old, phases: [phase()] }]);
  assert.equal(rest?.phases[0]?.minutes, 12);
});

test('the ring is never more than full, and says so in whole minutes', () => {
  assert.equal(wholeOf(phase(), 3 * minute), 10 * minute);
  assert.equal(wholeOf(phase(), 11.5 * minute), 12 * minute);
  assert.equal(wholeOf(phase(), -minute), 10 * minute);
});

test('Next names the phase while that fits its button', () => {
  assert.equal(fits('Next: Presenting'), true);
  assert.equal(fits('Next: Key question'), false);
});

test('who has the floor, for each part in each kind of phase', () => {
  const floors = (p: FormatPhase, r = run()) =>
    (['facilitator', 'presenter', 'consultant'] as const).map((part) => floorOf(r, p, part)).join(' ');
  assert.equal(floors(phase({ speakers: 'all', presenter: 'speaks' })), 'open open open');
  assert.equal(floors(phase({ speakers: 'presenter', presenter: 'speaks' })), 'leads open listens');
  assert.equal(floors(phase({ speakers: 'presenter_and_facilitator', presenter: 'speaks' })), 'leads open listens');
  assert.equal(floors(phase({ speakers: 'in_turn', presenter: 'answers' })), 'in_turn answers in_turn');
  const roles: Run['roles'] = [{ role: 'presenter', account: 'p' }];
  assert.equal(floors(phase({ speakers: 'in_turn', presenter: 'answers' }), run({ roles })), 'leads answers in_turn');
  assert.equal(floors(phase({ speakers: 'consultants', in_turns: true })), 'leads listens in_turn');
  assert.equal(floors(phase({ speakers: 'consultants' })), 'leads listens open');
  assert.equal(floors(phase(), run({ state: 'paused' })), 'open open open');
  assert.equal(floors(phase(), run({ state: 'paused', stopped_by_presenter: true })), 'leads open listens');
  assert.equal(floors(phase(), run({ state: 'ended' })), 'open open open');
});

test('how somebody stands to tonight: presence goes before the answer', () => {
  assert.equal(comingOf('here', 'no'), 'here');
  assert.equal(comingOf('reconnecting', 'yes'), 'back_soon');
  assert.equal(comingOf(undefined, 'late'), 'late');
  assert.equal(comingOf(undefined, 'no'), 'no');
  assert.equal(comingOf(undefined, 'yes'), 'not_yet');
  assert.equal(comingOf(undefined, undefined), 'not_yet');
});

test('tonight is an evening of today', () => {
  assert.equal(dayPart(0, 18), 'tonight');
  assert.equal(dayPart(0, 16), 'today');
  assert.equal(dayPart(3, 18), 'then');
  assert.equal(dayPart(-1, 18), 'then');
});

test('whoever has opened the session is ticked, unless said otherwise by hand', () => {
  const all = ['me', 'ben', 'dora', 'luz'];
  assert.deepEqual(ticked(all, 'me', new Set(['ben']), new Map()), ['me', 'ben']);
  assert.deepEqual(
    ticked(
      all,
      'me',
      new Set(['ben']),
      new Map([
        ['ben', false],
        ['luz', true],
      ]),
    ),
    ['me', 'luz'],
  );
});

test('nobody has two roles', () => {
  const duties = [{ role: 'timekeeper', account: 'ben' }] as Duty[];
  assert.equal(helperOf(duties, 'timekeeper', ['me', 'ben'], ['me', 'dora']), 'ben');
  assert.equal(helperOf(duties, 'timekeeper', ['me', 'ben'], ['me', 'ben']), undefined);
  assert.equal(helperOf(duties, 'timekeeper', ['me'], ['me']), undefined);
  assert.equal(helperOf(duties, 'scribe', ['me', 'ben'], ['me']), undefined);
});

test('whose turn it is: a round always has one, a free phase where there is a queue', () => {
  const turns = { version: 3, queue: false, speaker: 'b', waiting: ['a', 'c'] };
  const roles: Run['roles'] = [
    { role: 'presenter', account: 'p' },
    { role: 'facilitator', account: 'f' },
  ];
  const rows: [Partial<FormatPhase>, boolean, string, string][] = [
    [{ in_turns: true }, false, 'round', 'b'],
    [{}, false, 'free', ''],
    [{}, true, 'queue', 'b'],
    [{ speakers: 'presenter', presenter: 'speaks' }, true, 'free', ''],
  ];
  for (const [more, queue, kind, speaker] of rows) {
    const found = turnsOf(run({ roles, turns: { ...turns, queue } }), phase(more), 'x');
    assert.equal(found.kind, kind);
    assert.equal(found.speaker ?? '', speaker);
    assert.equal(found.asks, kind !== 'free');
  }
  const round = run({ roles, turns });
  for (const who of ['a', 'b', 'p', 'f']) assert.equal(turnsOf(round, phase({ in_turns: true }), who).asks, false, who);
  const all = turnsOf(round, phase({ in_turns: true }), 'x');
  assert.deepEqual(
    ['b', 'a', 'c', 'x'].map((who) => placeOf(all, who)),
    ['speaks', 'next', 'waits', undefined],
  );
  assert.deepEqual(forward(['a', 'c', 'd'], 'd'), ['a', 'd', 'c']);
  assert.deepEqual(forward(['a', 'c'], 'a'), ['a', 'c']);
});

test('asking for the floor makes a run newer though its version stays', () => {
  const asked = run({ turns: { version: 1, queue: true, waiting: [] } });
  assert.equal(newer(run(), asked), asked);
  assert.equal(newer(asked, run()), asked);
  const next = run({ version: 2 });
  assert.equal(newer(asked, next), next);
});

test('commands of one hand carry the version that the one before led to; one twice is done once', async () => {
  const led = inTurn();
  const sent: number[] = [];
  const send = (version: number) => {
    sent.push(version);
    return Promise.resolve({ version: version + 1 });
  };
  const resume = led('resume', 4, send);
  const next = led('next', 4, send);
  assert.equal(await led('next', 4, send), undefined, 'the other half of a double click');
  await Promise.all([resume, next, led(undefined, 4, send), led(undefined, 4, send)]);
  assert.deepEqual(sent, [4, 5, 6, 7]);
  await assert.rejects(led('next', 7, () => Promise.reject(Error('refused'))));
  await led('next', 20, send);
  assert.deepEqual(sent.at(-1), 20, 'what others did counts too, and a refusal stops nothing');
});
