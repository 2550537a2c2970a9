// On the day: the facilitator or an organiser gives a role to somebody.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Pick } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import type { DutyRole, Rota, Session } from '../protocol.gen.ts';
import { answerOf } from '../schedule/sessions.ts';
import { roleName } from './why.ts';

const roles: DutyRole[] = ['facilitator', 'presenter', 'timekeeper', 'scribe'];

type Props = { group: string; rota: Rota; people: People; session: Session; onClose(): void };
export function ChooseDialog({ group, rota, people, session, onClose }: Props) {
  const choose = useMutation('rota.choose');
  const holder = (role: DutyRole) =>
    rota.duties.find((duty) => duty.session === session.session && duty.role === role)?.account;
  const [role, setRole] = useState<DutyRole>(roles.find((each) => !holder(each)) ?? 'presenter');
  const [account, setAccount] = useState<string>();
  const pick = (to: DutyRole) => {
    setRole(to);
    setAccount(undefined);
  };
  const name = account && people.first(account);
  const press = async () => {
    if (!account || !name) return;
    if (!(await choose.run({ group, session: session.session, role, account }))) return;
    tell(t('turns.chosen', { name }));
    onClose();
  };
  // Who has said no is asked by a person, not chosen by a list.
  const there = people.all.filter((member) => answerOf(session, member.account) !== 'no');
  return (
    <Dialog
      title={t('turns.choose_title', { day: shortDay(session.starts_at) })}
      onClose={onClose}
      deed={name ? { text: t('turns.choose_save', { name }), run: press, by: choose } : undefined}
    >
      <p class="muted small">{t('turns.choose_hint')}</p>
      <Pick
        legend={t('turns.choose_role')}
        value={role}
        onChange={pick}
        options={roles.map((value) => ({ value, text: roleName(value) }))}
      />
      <Pick
        legend={t('turns.choose_who')}
        value={account ?? holder(role)}
        onChange={setAccount}
        options={there.map((member) => ({ value: member.account, text: member.name }))}
      />
    </Dialog>
  );
}
