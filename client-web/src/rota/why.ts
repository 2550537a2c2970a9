// A duty's reason as sentences with its numbers.
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import type { DutyReason, DutyRole } from '../protocol.gen.ts';
import { clock } from '../wire/socket.ts';

export const roleName = (role: DutyRole): string => t(`rota.${role}`);

/** `name`: whose duty it is; absent: the reader's own. `other`: the name that belongs to reason.other. */
export function why(
  role: DutyRole,
  { why: kind, served, attended, last_served }: DutyReason,
  name?: string,
  other?: string,
  now: number = clock.now(),
): string {
  const whose = name === undefined ? 'mine' : 'theirs';
  const named = { name: name ?? '' };
  switch (kind) {
    case 'swapped':
      return t(`rota.swapped_${whose}`, { ...named, other: other ?? t('rota.with_somebody') });
    case 'stood_in':
      return t(`rota.stood_in_${whose}`, { ...named, other: other ?? t('rota.for_somebody') });
    case 'chosen':
    case 'urgent':
    case 'asked':
    case 'merged':
      return t(`rota.${kind}_${whose}`, named);
    case 'only_one_left':
      return t('rota.only_one_left');
  }
  const sentences: string[] = [];
  if (served > 0) sentences.push(t(`rota.served_${role}_${whose}`, { ...named, count: served, attended }));
  else if (attended > 0) sentences.push(t(`rota.never_${role}_${whose}`, { ...named, count: attended }));
  else sentences.push(t(`rota.begins_${whose}`, named));
  if (kind === 'smallest_share') sentences.push(t('rota.smallest_share'));
  if (kind === 'longest_ago' || kind === 'waited_longest') {
    if (last_served && served > 0) {
      const past = Date.parse(last_served) < now;
      sentences.push(t(past ? 'rota.last_time' : 'rota.turn_before', { when: shortDay(last_served) }));
    }
    sentences.push(t('rota.nobody_longer'));
  }
  return sentences.join(' ');
}
