import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Codes } from '../src/cases/codes.ts';
import { fields, lacks } from '../src/cases/form.ts';
import { Pace } from '../src/cases/pace.ts';
import { namedPlaces } from '../src/cases/places.ts';
import { caretAfter, clean, editBetween, moved, sameWords, words } from '../src/cases/spans.ts';
import { codesIn, paragraphs } from '../src/cases/words.ts';

test('an edit is the one stretch in which two texts differ', () => {
  assert.equal(editBetween('same', 'same'), undefined);
  assert.deepEqual(editBetween('Anna came', 'Client A came'), { from: 0, removed: 4, inserted: 8 });
  assert.deepEqual(editBetween('aa', 'aaa'), { from: 2, removed: 0, inserted: 1 });
  assert.deepEqual(editBetween('', 'x'), { from: 0, removed: 0, inserted: 1 });
});

test('any edit turns one text into the other, and a place elsewhere keeps its words', () => {
  const seed = 20261122;
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  const some = (most: number) => Array.from({ length: random(most) }, () => 'ab c'[random(4)]).join('');
  for (let round = 0; round < 2000; round++) {
    const before = `${some(12)}NAME${some(12)}`;
    const from = random(before.length + 1);
    const removed = random(before.length - from + 1);
    const after = before.slice(0, from) + some(5) + before.slice(from + removed);
    const edit = editBetween(before, after);
    if (!edit) continue;
    const middle = after.slice(edit.from, edit.from + edit.inserted);
    assert.equal(before.slice(0, edit.from) + middle + before.slice(edit.from + edit.removed), after, `seed ${seed}`);
    const start = before.indexOf('NAME');
    const place = moved({ start, end: start + 4 }, edit);
    const outside = edit.from + edit.removed <= start || edit.from >= start + 4;
    if (outside) assert.equal(after.slice(place!.start, place!.end), 'NAME', `seed ${seed}, round ${round}`);
    if (place) assert.ok(place.start >= 0 && place.start <= place.end && place.end <= after.length);
  }
});

test('a place that is edited grows and shrinks; one that is cut out is gone', () => {
  const place = { start: 4, end: 8 };
  assert.deepEqual(moved(place, { from: 6, removed: 0, inserted: 3 }), { start: 4, end: 11 });
  assert.deepEqual(moved(place, { from: 5, removed: 2, inserted: 0 }), { start: 4, end: 6 });
  assert.equal(moved(place, { from: 4, removed: 4, inserted: 2 }), undefined);
  assert.deepEqual(moved(place, { from: 2, removed: 4, inserted: 1 }), { start: 3, end: 5 });
  assert.deepEqual(moved(place, { from: 6, removed: 6, inserted: 0 }), { start: 4, end: 6 });
  assert.equal(caretAfter(9, { from: 2, removed: 3, inserted: 1 }), 7);
});

test('texts are as the server takes them', () => {
  assert.equal(clean('a\r\nb\rc\u0007\u000bd\te'), 'a\nb\ncd\te');
  assert.equal(clean('u\u0308'), 'ü');
  assert.equal(clean('one\n\ntwo', true), 'one two');
  assert.equal(clean('half \ud83d'), 'half \ufffd');
  assert.equal(words('Two words, – and 3 more.'), 5);
});

test('each person keeps one code, and no code stands for two', () => {
  const codes = new Codes();
  const named = (field: string, words: string, letter: string) => ({
    field,
    words,
    proposals: [`Client ${letter}`, `Person ${letter}`],
  });
  codes.took('Martina Keller', 'Client A');
  const settled = codes.settle(
    [named('text', 'Jonas', 'A'), named('text', 'Anna', 'B'), named('title', 'Anna', 'A')],
    ['Client A came with Jonas and Anna', 'Anna'],
  );
  assert.deepEqual(settled, [
    ['Client B', 'Person A'],
    ['Client C', 'Person B'],
    ['Client C', 'Person B'],
  ]);
  assert.deepEqual(codes.settle([named('text', 'martina keller', 'A')], ['Client A'])[0], ['Client A', 'Person A']);
  assert.deepEqual(codes.settle([{ field: 'text', words: 'x', proposals: ['a town'] }], []), [['a town']]);
  const titled = { field: 'text', words: 'Keller', proposals: ['A'] };
  assert.deepEqual(codes.settle([titled], ['Frau A kam mit Frau Keller']), [['B']], 'a letter behind a title');
});

test('what an unfinished case lacks, in the order of the screen', () => {
  const texts = { title: '', question: 'q', setting: 's', age_band: ' ', place_kind: 'p', theme: 't', text: '' };
  const parts = { texts, wanted: undefined, session: 'x', attested: false, keep_days: 91, open: 2 };
  assert.deepEqual(lacks(parts), ['title', 'wanted', 'age_band', 'keep', 'places', 'attest']);
  assert.deepEqual(namedPlaces('text:12-17, title:0-4,other:1-2', fields), [
    { field: 'text', start: 12, end: 17 },
    { field: 'title', start: 0, end: 4 },
  ]);
});

test('codes in a text that is read', () => {
  assert.deepEqual(codesIn('Since Client A left, Hepatitis B was no matter.'), [
    'Since ',
    'Client A',
    ' left, Hepatitis B was no matter.',
  ]);
  assert.deepEqual(paragraphs('one\n\n two\nthree\n'), ['one', 'two', 'three']);
});

test('checks stay under what the server takes of one person, however somebody types', () => {
  const pace = new Pace(0);
  // The server's own count: 300 at once, ten a second after those; a third of the first is for all other calls.
  let left = 200;
  let at = 0;
  for (let now = 0; now < 10 * 60_000; now += 20) {
    if (pace.wait(now) > 0) continue;
    pace.sent(now);
    left = Math.min(300, left + ((now - at) / 1000) * 10) - 1;
    at = now;
    assert.ok(left >= 0, `at ${now}`);
  }
});

test('somebody who types a word a second, letter by letter, never waits', () => {
  const pace = new Pace(0);
  for (let now = 0; now < 10 * 60_000; now += 150) {
    assert.equal(pace.wait(now), 0);
    pace.sent(now);
  }
});

test('the same words are found where they stand by themselves', () => {
  const at = (text: string, wanted: string) => sameWords(text, wanted).map(({ start }) => start);
  assert.deepEqual(at('Ann, Anna and Ann’s Ann', 'Ann'), [0, 14, 20]);
  assert.deepEqual(at('Änne Änn', 'Änn'), [5]);
  assert.deepEqual(at('+49 30 1, x+49 30 1', '+49 30 1'), [0, 11]);
  assert.deepEqual(at('anything', ''), []);
});
