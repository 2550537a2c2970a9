import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slipsIn, textOf, waitsFor } from '../src/ideas/early.ts';
import type { FormatPhase } from '../src/protocol.gen.ts';

const phases = (...advice: boolean[]) => advice.map((each, i) => ({ title: `${i}`, advice: each }) as FormatPhase);

test('an idea waits for the next phase with advice, and for none where there is none', () => {
  const all = phases(false, true, false, true, false);
  assert.deepEqual(
    all.map((_, at) => waitsFor(all, at)?.title),
    ['1', undefined, '3', undefined, undefined],
  );
  assert.equal(waitsFor(phases(false, false), 0), undefined);
});

test('slips survive being kept as one text', () => {
  const slips = ['First, slowly.', 'Then\nask “why not”.'];
  assert.deepEqual(slipsIn(textOf(slips)), slips);
  assert.equal(textOf([]), '');
  assert.deepEqual(slipsIn(''), []);
});
