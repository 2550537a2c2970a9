import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longest_word, wordsOf, wrongWith } from '../src/cases/own_words.ts';

test('own words stand one a line, each once', () => {
  assert.deepEqual(wordsOf('  Haus  am See \r\n\n Brightwater\nHaus am See\n\u0007'), ['Haus am See', 'Brightwater']);
});

test('what is wrong with a list, and with which word', () => {
  const what = (words: string[], others: string[] = []) => wrongWith(words, others)?.what;
  assert.equal(what(['Brightwater', '7', 'ß']), undefined);
  assert.equal(what(['😀'.repeat(longest_word)]), 'word_blank');
  assert.equal(what(['a'.repeat(longest_word)]), undefined);
  assert.equal(what([`${'a'.repeat(longest_word)}b`]), 'word_long');
  assert.equal(what(Array.from({ length: 201 }, (_, i) => `word ${i}`)), 'too_many');
  assert.deepEqual(wrongWith(['Lily', 'Rose'], ['Rose']), { what: 'word_both', word: 'Rose' });
});
