// A group's own words as they are typed: one a line.
import { length } from '../data/code_points.ts';
import { limits, type Policy } from '../protocol.gen.ts';
import { clean } from './spans.ts';

export const most_words = 200;
export const longest_word = limits.Policy.flag;

export type List = 'flag' | 'pass';
export type Wrong = 'too_many' | 'word_long' | 'word_blank' | 'word_both';

export const wordsOf = (text: string): string[] => [
  ...new Set(
    clean(text)
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  ),
];

/** What is wrong with one list, and the word it is about. */
export function wrongWith(words: string[], others: string[]): { what: Wrong; word: string } | undefined {
  if (words.length > most_words) return { what: 'too_many', word: '' };
  const long = words.find((word) => length(word) > longest_word);
  if (long) return { what: 'word_long', word: long };
  const blank = words.find((word) => !/[\p{L}\p{N}]/u.test(word));
  if (blank) return { what: 'word_blank', word: blank };
  const both = words.find((word) => others.includes(word));
  return both ? { what: 'word_both', word: both } : undefined;
}

export const same = (a: Policy, b: Policy): boolean =>
  a.strictness === b.strictness && a.flag.join('\n') === b.flag.join('\n') && a.pass.join('\n') === b.pass.join('\n');
