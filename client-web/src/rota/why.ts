// A duty's reason as one sentence with its numbers.
import { shortDay } from '../i18n/dates.ts';
import { t, tryText } from '../i18n/i18n.ts';
import type { DutyReason, DutyRole } from '../protocol.gen.ts';

export const roleName = (role: DutyRole): string => t(`rota.${role}`);

/** `name`: whose duty it is; absent: the reader's own. `other`: the name that belongs to reason.other. */
export function why(role: DutyRole, reason: DutyReason, name?: string, other?: string): string {
  const values = {
    role: roleName(role),
    count: reason.served,
    attended: reason.attended,
    name: name ?? '',
    other: other ?? t('rota.somebody'),
    when: reason.last_served ? shortDay(reason.last_served) : '',
  };
  const whose = name === undefined ? 'mine' : 'theirs';
  // Never having served has words of its own: "0 of 3" reads like a reproach.
  const kind = reason.why === 'longest_ago' && !reason.last_served ? 'first_turn' : reason.why;
  return tryText(`rota.why_${kind}_${whose}`, values) ?? '';
}
