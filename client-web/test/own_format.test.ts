import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differs, draftOf, ownPhases, sumOf } from '../src/formats/own.ts';
import type { Format, FormatPhase } from '../src/protocol.gen.ts';

const phase = (code: string, minutes: number, script: string) => ({ code, minutes, script }) as FormatPhase;
const builtin = { code: 'f', phases: [phase('a', 5, 'Begin.'), phase('b', 10, 'Go on.')] } as Format;

test('only what differs from the built-in is sent', () => {
  const draft = draftOf(builtin);
  assert.deepEqual(ownPhases(draft, builtin), []);
  assert.equal(sumOf(draft), 15);
  assert.deepEqual(ownPhases({ ...draft, a: { minutes: 7, script: 'Begin.' } }, builtin), [
    { code: 'a', minutes: 7, script: undefined },
  ]);
  assert.deepEqual(ownPhases({ ...draft, b: { minutes: 10, script: ' Our words. ' } }, builtin), [
    { code: 'b', minutes: 10, script: 'Our words.' },
  ]);
  assert.deepEqual(ownPhases({ ...draft, b: { minutes: 10, script: '  ' } }, builtin), [], 'empty is the built-in one');
});

test('what a group has changed is marked, what the built-in does not know is not', () => {
  assert.equal(differs(phase('a', 6, 'Begin.'), builtin), true);
  assert.equal(differs(phase('a', 5, 'Other'), builtin), true);
  assert.equal(differs(phase('a', 5, 'Begin.'), builtin), false);
  assert.equal(differs(phase('x', 5, ''), builtin), false);
  assert.equal(differs(phase('a', 6, ''), undefined), false);
});
