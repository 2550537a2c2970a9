import assert from 'node:assert/strict';
import { test } from 'node:test';
import { items } from '../src/evaluation/items.ts';
import { type Frame, named, path, piecesOf, xOf, yOf } from '../src/evaluation/places.ts';
import type { TrendPoint } from '../src/protocol.gen.ts';

const frame: Frame = { width: 220, height: 120, left: 10, right: 10, top: 10, bottom: 10 };
const point = (number: number, mean?: number): TrendPoint => ({
  session: `s${number}`,
  number,
  starts_at: '2026-10-13T14:30:00Z',
  items: mean === undefined ? [] : [{ item: 'useful', mean, agreeing: 'close' }],
});

test('the frame: sessions from left to right, 0 at the bottom, 10 at the top', () => {
  assert.deepEqual(
    [0, 1, 2].map((i) => xOf(frame, i, 3)),
    [10, 110, 210],
  );
  assert.equal(xOf(frame, 0, 1), 110, 'a single session stands in the middle');
  assert.deepEqual(
    [0, 5, 10].map((mean) => yOf(frame, mean)),
    [110, 60, 10],
  );
});

test('a session without a result breaks the line', () => {
  const points = [point(1, 5), point(2, 10), point(3), point(4, 0)];
  const pieces = piecesOf(points, 'useful', frame);
  assert.deepEqual(
    pieces.map((spots) => spots.map((spot) => spot.mean)),
    [[5, 10], [0]],
  );
  assert.equal(path(pieces[0]!), 'M10.0 60.0L76.7 10.0');
  assert.deepEqual(piecesOf(points, 'heard', frame), []);
});

test('the last session is always named, and no two names touch', () => {
  assert.deepEqual(named(3, 400), [0, 1, 2]);
  assert.deepEqual(named(10, 200), [1, 5, 9]);
  assert.deepEqual(named(60, 10, 64).at(-1), 59);
  assert.deepEqual(named(0, 400), []);
});

test('six questions', () => assert.equal(new Set(items).size, 6));
