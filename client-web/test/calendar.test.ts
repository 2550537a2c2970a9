import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readable } from '../src/calendar/readable.ts';
import { tapped } from '../src/calendar/tapped.ts';
import { speak } from './speak.ts';

test('what a mail’s link carries', () => {
  assert.deepEqual(tapped('yes.AB-c_1'), { token: 'AB-c_1', answer: 'yes' });
  assert.deepEqual(tapped('late.x'), { token: 'x', answer: 'late' });
  assert.deepEqual(tapped('cannot.x'), { token: 'x', answer: 'no' });
  for (const cut of ['', 'yes', 'yes.', '.x', 'perhaps.x', 'constructor.x', 'AB-c_1']) {
    assert.equal(tapped(cut), undefined, cut);
  }
});

test('what can be read in a calendar is said in full', async () => {
  await speak('en', ['calendar']);
  assert.equal(readable(false, false), 'when your sessions are and your own role in each');
  assert.equal(
    readable(true, true),
    'when your sessions are, your own role in each, the group’s name and place and call link',
  );
  await speak('de', ['calendar']);
  assert.match(readable(true, false), /, welche Aufgabe du darin hast und den Namen der Gruppe$/);
  await speak('en', []);
});
