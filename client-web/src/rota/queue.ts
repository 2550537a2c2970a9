// Who would bring a case, in words: nobody is counted up against anybody.
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import type { PresentWish } from '../protocol.gen.ts';

/** "Has waited for 3 sessions; last brought a case on Tue 7 Jul." */
export function waitingText({ waited, last_presented }: PresentWish): string {
  const last = last_presented ? t('turns.last_brought', { day: shortDay(last_presented) }) : t('turns.never_brought');
  return `${waited > 0 ? t('turns.waited', { count: waited }) : t('turns.asked_lately')} ${last}`;
}

/** Who has asked first; and who has not brought a case for longest. Of one who asks alone there is nothing to compare. */
export function longest(queue: PresentWish[]): { waiting?: string; without?: string } {
  if (queue.length < 2) return {};
  const first = (when: (wish: PresentWish) => number) => [...queue].sort((a, b) => when(a) - when(b))[0]?.account;
  const waiting = first(({ since }) => Date.parse(since));
  const without = first(({ last_presented }) => (last_presented ? Date.parse(last_presented) : 0));
  return { ...(waiting && { waiting }), ...(without && { without }) };
}
