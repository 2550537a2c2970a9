import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  added,
  asked,
  isOpen,
  moved,
  nobody,
  type Part,
  presentersOf,
  proposal,
  savings,
  total,
} from '../src/consultation/agenda.ts';
import type { Duty, Format } from '../src/protocol.gen.ts';

const frame = (code: string, minutes: number, min_minutes: number) =>
  ({
    code,
    version: 0,
    name: code,
    frame: true,
    has_case: false,
    minutes,
    phases: [{ minutes, min_minutes }],
  }) as Format;
const formats = [
  frame('arrival', 5, 1),
  frame('quiet', 2, 1),
  frame('break', 10, 3),
  frame('closing', 5, 2),
  { code: 'team', version: 3, name: 'team', frame: false, has_case: true, minutes: 35, phases: [{}, {}] } as Format,
  { code: 'round', version: 0, name: 'round', frame: false, has_case: false, minutes: 50, phases: [{}, {}] } as Format,
];
const shape = (parts: Part[]) => parts.map((part) => part.presenter ?? part.format).join(' ');

test('who presents: as planned, in their order, then whoever handed a case in; only who is here', () => {
  const duties = [
    { role: 'presenter', account: 'dora', slot: 2 },
    { role: 'facilitator', account: 'mia', slot: 1 },
    { role: 'presenter', account: 'ben', slot: 1 },
  ] as Duty[];
  assert.deepEqual(presentersOf(duties, ['luz', 'dora'], ['ben', 'dora', 'luz', 'mia']), ['ben', 'dora', 'luz']);
  assert.deepEqual(presentersOf(duties, [], ['dora', 'mia']), ['dora']);
});

test('a consultation for each who presents, with a break in their middle', () => {
  assert.equal(shape(proposal(['ben'], 'team')), 'arrival ben closing');
  assert.equal(shape(proposal(['ben', 'dora'], 'team')), 'arrival ben break dora closing');
  assert.equal(shape(proposal(['ben', 'dora', 'luz'], 'team')), 'arrival ben dora break luz closing');
  const open = proposal([], 'team');
  assert.equal(shape(open), 'arrival team closing');
  assert.deepEqual(
    open.map((part) => isOpen(part, formats)),
    [false, true, false],
  );
  assert.equal(isOpen(proposal([], 'round')[1] as Part, formats), false, 'nobody presents in it');
  assert.equal(total(proposal(['ben', 'dora'], 'team'), formats), 90);
});

test('parts are added before the closing, and moved within the agenda', () => {
  const parts = added(added(proposal(['ben'], 'team'), 'quiet'), 'team');
  assert.equal(shape(parts), 'arrival ben quiet team closing');
  assert.equal(new Set(parts.map((part) => part.key)).size, parts.length);
  assert.equal(shape(moved(parts, 2, -1)), 'arrival quiet ben team closing');
  assert.equal(shape(moved(parts, 0, -1)), shape(parts));
  assert.equal(shape(moved(parts, 4, 1)), shape(parts));
});

test('over the slot: breaks give first, nothing goes below its least, and what is left over is said', () => {
  const parts = proposal(['ben', 'dora'], 'team');
  const named = (over: number) => {
    const { take, rest } = savings(parts, formats, over);
    return [take.map(({ part, minutes }) => `${part.format} ${minutes}`).join(', '), rest];
  };
  assert.deepEqual(named(4), ['break 4', 0]);
  assert.deepEqual(named(9), ['break 7, closing 2', 0]);
  assert.deepEqual(named(20), ['break 7, closing 3, arrival 4', 6]);
});

test('what is asked names version, presenter and their case', () => {
  const parts: Part[] = [
    { key: 0, format: 'break', minutes: 7 },
    { key: 1, format: 'team', presenter: 'ben' },
    { key: 2, format: 'team', presenter: nobody },
    { key: 3, format: 'round', presenter: 'ben' },
  ];
  const plain = { minutes: undefined, presenter: undefined, case_id: undefined };
  assert.deepEqual(asked(parts, formats, new Map([['ben', 'c1']])), [
    { ...plain, format: 'break', version: 0, minutes: 7 },
    { ...plain, format: 'team', version: 3, presenter: 'ben', case_id: 'c1' },
    { ...plain, format: 'team', version: 3 },
    { ...plain, format: 'round', version: 0 },
  ]);
});
