// What a poll's votes come to. Pure.
import type { Poll, PollChoice, PollMark } from '../protocol.gen.ts';

export interface Sum {
  yes: string[];
  if_need_be: string[];
  no: string[];
  /** Members who have said nothing to this option. */
  open: string[];
}

/** Who has said what to one option; `members`: whose answers count. */
export function sumOf(poll: Poll, option: string, members: readonly string[]): Sum {
  const said = new Map(poll.votes.filter((vote) => vote.option === option).map((vote) => [vote.account, vote.choice]));
  const with_choice = (choice: PollChoice | undefined) => members.filter((account) => said.get(account) === choice);
  return {
    yes: with_choice('yes'),
    if_need_be: with_choice('if_need_be'),
    no: with_choice('no'),
    open: with_choice(undefined),
  };
}

/** all: everybody can. need_be: everybody could, some if need be. */
export function suits({ yes, if_need_be, no, open }: Sum): 'all' | 'need_be' | undefined {
  if (no.length || open.length || !(yes.length + if_need_be.length)) return undefined;
  return if_need_be.length ? 'need_be' : 'all';
}

/** What one member has said, in the order of the options. */
export const marksOf = (poll: Poll, account: string): PollMark[] =>
  poll.options.flatMap(({ option }) => {
    const found = poll.votes.find((vote) => vote.account === account && vote.option === option);
    return found ? [{ option, choice: found.choice }] : [];
  });

/** The same with another choice for one option. */
export const marked = (marks: readonly PollMark[], option: string, choice: PollChoice): PollMark[] => [
  ...marks.filter((mark) => mark.option !== option),
  { option, choice },
];

/** A member is through when every option has an answer. */
export const answered = (poll: Poll, account: string): boolean => marksOf(poll, account).length === poll.options.length;

/** How many members have said something at all. */
export const voters = (poll: Poll, members: readonly string[]): number =>
  members.filter((account) => poll.votes.some((vote) => vote.account === account)).length;
