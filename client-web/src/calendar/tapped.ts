// What a mail's link carries behind the #: the word that was tapped, and the secret.
import type { Answer } from '../protocol.gen.ts';

export interface Tapped {
  token: string;
  /** Which answer was tapped; a duty's link says "cannot". */
  answer: Answer;
}

const words = new Map<string, Answer>([
  ['yes', 'yes'],
  ['late', 'late'],
  ['no', 'no'],
  ['online', 'online'],
  ['cannot', 'no'],
]);

/** Undefined: part of the address is missing. */
export function tapped(fragment: string): Tapped | undefined {
  const dot = fragment.indexOf('.');
  const answer = words.get(fragment.slice(0, dot));
  const token = fragment.slice(dot + 1);
  return answer && token ? { token, answer } : undefined;
}
