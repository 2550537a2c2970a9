import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedClauses, clausesDiffer, draftOf, finished, lacking } from '../src/groups/clauses.ts';

const clause = (key: string, title: string, text = 'As we said.') => ({ key, title, text });

test('what changed between two versions', () => {
  const before = [
    clause('purpose', 'Why'),
    clause('recusal', 'Who knows'),
    clause('own', 'Tea'),
    clause('own', 'Cake'),
  ];
  const after = [clause('purpose', 'Why'), clause('recusal', 'Who knows', 'Else.'), clause('own', 'Tea', 'Green.')];
  const found = changedClauses(before, [...after, clause('own', 'Fruit')]);
  assert.deepEqual(
    found.map(({ kind, clause: { title } }) => [kind, title]),
    [
      ['reworded', 'Who knows'],
      ['reworded', 'Tea'],
      ['new', 'Fruit'],
      ['gone', 'Cake'],
    ],
  );
  assert.equal(found[0]!.before?.text, 'As we said.');
  assert.deepEqual(changedClauses(before, before), []);
});

test('drafts', () => {
  const from = [clause('purpose', 'Why')];
  const drafts = from.map(draftOf);
  assert.equal(clausesDiffer(drafts, from), false);
  const more = [...drafts, draftOf(clause('own', ' Tea ', ' Green. ')), draftOf(clause('own', '', ''))];
  assert.equal(clausesDiffer(more, from), true);
  assert.deepEqual(finished(more), [clause('purpose', 'Why'), clause('own', 'Tea', 'Green.')]);
  assert.equal(lacking(more), undefined);
  assert.equal(lacking([...more, draftOf(clause('own', '', 'Green.'))]), 'unfinished');
  assert.equal(lacking([draftOf(clause('own', '', ''))]), 'no_clauses');
});
