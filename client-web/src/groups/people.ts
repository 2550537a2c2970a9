// Who the members are: names for ids, for every screen of a group.
import { me } from '../app/me.ts';
import { type Query, useQuery } from '../data/query.ts';
import type { GroupView, Member } from '../protocol.gen.ts';

export const useGroup = (group: string): Query<GroupView> =>
  useQuery('groups.show', { group }, { group, on: ['groups.*'] });

export interface People {
  all: Member[];
  me: string;
  isMe(account: string): boolean;
  /** The whole name; of somebody who has left, that somebody has. */
  name(account: string | undefined): string;
  /** What one calls them: the first word of the name. */
  first(account: string | undefined): string;
}

/** `former`: what to call somebody who is no longer there. */
export function peopleOf(view: GroupView | undefined, former: string): People {
  const known = new Map(view?.members.map((member) => [member.account, member.name]));
  const own = me.value?.account.account ?? '';
  const name = (account: string | undefined) => known.get(account ?? '') ?? former;
  return {
    all: view?.members ?? [],
    me: own,
    isMe: (account) => account === own,
    name,
    first: (account) => (known.has(account ?? '') ? (name(account).split(' ')[0] ?? '') : former),
  };
}
