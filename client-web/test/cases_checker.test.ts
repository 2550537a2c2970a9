import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answered, type Asked, Checker } from '../src/cases/checker.ts';

type Field = 'title' | 'text';

/** A server that knows three words. Spans in code points, as the wire has them; codes by the order in one field. */
function scan(asked: Asked<Field>): Answered<Field> {
  return asked.map(({ field, text }) => {
    const hits = [...text.matchAll(/Anna|Jonas|Leipzig/g)];
    const names = [...new Set(hits.map(([word]) => word).filter((word) => word !== 'Leipzig'))];
    const findings = hits.map(({ 0: word, index }) => {
      const start = [...text.slice(0, index)].length;
      const place = word === 'Leipzig';
      return {
        start,
        end: start + word.length,
        type: place ? 'LOCATION' : 'NAME',
        level: place ? ('review' as const) : ('must_replace' as const),
        reason: 'because',
        proposals: [place ? 'a city' : `Client ${'AB'[names.indexOf(word)]}`],
      };
    });
    return { field, findings };
  });
}
function make(ask: (asked: Asked<Field>) => Promise<Answered<Field>> = async (asked) => scan(asked)) {
  let now = 0;
  const checker = new Checker<Field>({ fields: ['title', 'text'], lines: ['title'], ask, pause: 5, now: () => now });
  return { checker, later: (ms: number) => (now += ms) };
}
const found = (checker: Checker<Field>) => checker.places.value.map((place) => checker.words(place));

test('findings in code points become places in UTF-16', async () => {
  const { checker } = make();
  checker.type('text', '😀 Anna in 🇩🇪 Leipzig');
  await checker.settle();
  assert.deepEqual(found(checker), ['Anna', 'Leipzig']);
});

test('only changed fields are asked about, and never the same one twice at a time', async () => {
  const asked: string[][] = [];
  const { checker } = make(async (fields) => {
    asked.push(fields.map(({ field }) => field));
    return scan(fields);
  });
  checker.type('title', 'A title');
  checker.type('text', 'Anna');
  await checker.settle();
  checker.type('text', 'Anna came');
  checker.type('text', 'Anna came back');
  await checker.settle();
  assert.deepEqual(asked, [['title', 'text'], ['text']]);
});

test('what is typed while an answer is under way moves its places', async () => {
  let answer = () => {};
  const { checker } = make(
    (asked) =>
      new Promise((resolve) => {
        answer = () => resolve(scan(asked));
      }),
  );
  checker.type('text', 'saw Anna');
  const settled = checker.settle();
  checker.type('text', 'I saw Anna');
  checker.type('text', 'I saw Anna and Jonas');
  answer();
  await new Promise((resolve) => setTimeout(resolve, 1));
  assert.deepEqual(found(checker), ['Anna']);
  answer();
  await settled;
  assert.deepEqual(found(checker), ['Anna', 'Jonas']);
});

test('places move with the text until the next answer', async () => {
  const { checker } = make();
  checker.type('text', 'Anna came');
  await checker.settle();
  checker.type('text', 'Yesterday Anna came');
  assert.deepEqual(found(checker), ['Anna']);
  checker.type('text', 'Yesterday came');
  assert.deepEqual(found(checker), []);
  checker.end();
});

test('one button replaces all certain ones, each person with a code of their own, and is undone in one step', async () => {
  const { checker } = make();
  checker.type('title', 'Anna');
  checker.type('text', 'Jonas and Anna, Anna and Jonas in Leipzig');
  await checker.settle();
  const text = checker.texts.value;
  assert.equal(checker.replaceCertain(), 5);
  assert.equal(checker.texts.value.text, 'Client A and Client B, Client B and Client A in Leipzig');
  assert.equal(checker.texts.value.title, 'Client B');
  await checker.settle();
  assert.deepEqual(found(checker), ['Leipzig']);
  checker.undo();
  assert.deepEqual(checker.texts.value, text);
  await checker.settle();
  checker.redo();
  assert.equal(checker.texts.value.title, 'Client B');
  checker.end();
});

test('a doubtful place can be kept; the decision holds for these words, wherever they move', async () => {
  const { checker } = make();
  checker.type('text', 'In Leipzig with Anna');
  await checker.settle();
  checker.keep(checker.places.value, 'it is large');
  assert.deepEqual(
    checker.open.value.map((place) => checker.words(place)),
    ['Anna'],
    'a certain one cannot be kept',
  );
  checker.type('text', '😀 In Leipzig with Anna');
  await checker.settle();
  assert.deepEqual(checker.keptSpans(), [{ field: 'text', start: 5, end: 12 }]);
  checker.type('text', '😀 In Leipxzig with Anna');
  checker.type('text', '😀 In Leipzig with Anna');
  await checker.settle();
  assert.equal(checker.keptSpans().length, 0, 'whoever changes the words is asked again');
});

test('F8 goes round the open places, from where the caret stands', async () => {
  const { checker } = make();
  checker.type('title', 'Anna');
  checker.type('text', 'Jonas in Leipzig');
  await checker.settle();
  const words = (by: 1 | -1, from?: { field: Field; at: number }) => checker.words(checker.step(by, from)!);
  assert.equal(words(1), 'Anna');
  assert.equal(words(1, { field: 'title', at: 0 }), 'Jonas');
  assert.equal(words(1), 'Leipzig');
  assert.equal(words(1), 'Anna');
  assert.equal(words(-1), 'Leipzig');
  assert.equal(words(-1, { field: 'text', at: 3 }), 'Jonas');
});

test('words that stand at several places make one row', async () => {
  const { checker } = make();
  checker.type('text', 'Anna, Anna, Leipzig');
  await checker.settle();
  const rows = checker.rows.value;
  assert.deepEqual(
    rows.map((row) => [row.words, row.places.length, row.certain]),
    [
      ['Anna', 2, true],
      ['Leipzig', 1, false],
    ],
  );
  checker.replace(rows[0]!.places, 'my client');
  assert.equal(checker.texts.value.text, 'my client, my client, Leipzig');
  checker.end();
});

test('a check that fails says so, loses nothing and can be repeated', async () => {
  let broken = true;
  const { checker } = make(async (asked) => {
    if (broken) throw Error('no');
    return scan(asked);
  });
  checker.type('text', 'Anna');
  await checker.settle();
  assert.equal(checker.state.value, 'failed');
  assert.equal(checker.texts.value.text, 'Anna');
  broken = false;
  await checker.settle();
  assert.equal(checker.state.value, 'idle');
  assert.deepEqual(found(checker), ['Anna']);
});

test('typing without a pause is one step back; after a pause it is another', () => {
  const { checker, later } = make();
  checker.type('text', 'a');
  later(200);
  checker.type('text', 'ab');
  later(2000);
  checker.type('text', 'abc');
  checker.undo();
  assert.equal(checker.texts.value.text, 'ab');
  checker.type('text', 'ab pasted', { pasted: true });
  checker.undo();
  assert.equal(checker.texts.value.text, 'ab');
  checker.undo();
  assert.equal(checker.texts.value.text, '');
  assert.equal(checker.can_undo.value, false);
  checker.end();
});

test('a field that is left out does not count', async () => {
  const { checker } = make();
  checker.type('text', 'Anna');
  await checker.settle();
  checker.left_out.value = ['text'];
  assert.equal(checker.open.value.length, 0);
});

test('a place that only the server named is shown, and not replaced by nothing', async () => {
  const { checker } = make();
  checker.type('text', '😀 odd word');
  await checker.settle();
  assert.equal(checker.words(checker.named('text', 2, 5, 'still')!), 'odd');
  assert.equal(checker.replaceCertain(), 0);
  assert.equal(checker.texts.value.text, '😀 odd word');
});

test('the same words get the same word everywhere, found there or not', async () => {
  const { checker } = make(async (asked) => scan(asked.filter(({ field }) => field === 'text')));
  checker.type('title', 'With Anna, not Annabel');
  checker.type('text', 'Anna and Anna');
  await checker.settle();
  const places = checker.everywhere(checker.rows.value[0]!);
  assert.deepEqual(
    places.map(({ field, start }) => `${field} ${start}`),
    ['title 5', 'text 0', 'text 9'],
  );
  checker.replace(places, 'my client');
  assert.equal(checker.texts.value.title, 'With my client, not Annabel');
  assert.equal(checker.texts.value.text, 'my client and my client');
  checker.undo();
  assert.equal(checker.texts.value.title, 'With Anna, not Annabel');
  checker.end();
});

test('when the group asks for something else, everything is looked at again', async () => {
  let strict = false;
  const { checker } = make(async (asked) => {
    const answer = scan(asked);
    for (const { findings } of answer) for (const one of findings) if (strict) one.level = 'must_replace';
    return answer;
  });
  checker.type('text', 'They live in Leipzig');
  await checker.settle();
  checker.keep(checker.places.value, 'it is large');
  assert.equal(checker.open.value.length, 0);
  strict = true;
  checker.again();
  await checker.settle();
  assert.deepEqual(
    checker.open.value.map(({ certain }) => certain),
    [true],
  );
  checker.end();
});

test('a step back brings the places of its text along at once', async () => {
  const { checker } = make();
  checker.type('text', 'Anna met Jonas in Leipzig, and Anna left');
  await checker.settle();
  checker.replaceCertain();
  checker.undo();
  assert.deepEqual(found(checker), ['Anna', 'Jonas', 'Leipzig', 'Anna']);
  checker.redo();
  assert.deepEqual(found(checker), ['Leipzig']);
  checker.end();
});

test('the one button takes the same words along where nothing was found in them', async () => {
  const names = (asked: Asked<Field>) =>
    scan(asked.filter(({ field }) => field === 'text')).map(({ field, findings }) => ({
      field,
      findings: findings.map((one) => (one.start === 0 ? { ...one, end: 11 } : one)),
    }));
  const { checker } = make(async (asked) => names(asked));
  checker.type('title', 'Anna Keller and Anna');
  checker.type('text', 'Anna Keller, her sister Anna');
  await checker.settle();
  assert.equal(checker.replaceCertain(), 4);
  assert.equal(checker.texts.value.title, 'Client A and Client A');
  checker.end();
});
