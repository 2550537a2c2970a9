// On the day: the facilitator or an organiser gives a role to somebody.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Pick } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import type { DutyRole, Rota, RotaRules, Session } from '../protocol.gen.ts';
import { answerOf } from '../schedule/sessions.ts';
import { dutiesOf, places, roles, whenOf } from './board.ts';
import { roleName } from './why.ts';

type Turn = { key: string; role: DutyRole; slot: number; name: string };
/** What can be given in a session: each role, of several presenters each by its number. */
function turnsOf(rules: RotaRules): Turn[] {
  return roles
    .filter((role) => whenOf(rules, role) !== 'off')
    .flatMap((role) => {
      const count = places(rules, role);
      return Array.from({ length: count }, (_, i) => ({
        key: `${role} ${i + 1}`,
        role,
        slot: i + 1,
        name: count > 1 ? t('turns.of_several', { role: roleName(role), number: i + 1 }) : roleName(role),
      }));
    });
}

type Props = { group: string; rota: Rota; people: People; session: Session; onClose(): void };
export function ChooseDialog({ group, rota, people, session, onClose }: Props) {
  const choose = useMutation('rota.choose');
  const turns = turnsOf(rota.rules);
  const holder = ({ role, slot }: Turn) =>
    dutiesOf(rota.duties, session.session, role).find((duty) => duty.slot === slot)?.account;
  const [key, setKey] = useState((turns.find((each) => !holder(each)) ?? turns[1] ?? turns[0])?.key);
  const [account, setAccount] = useState<string>();
  const turn = turns.find((each) => each.key === key);
  const pick = (to: string) => {
    setKey(to);
    setAccount(undefined);
  };
  const name = account && people.first(account);
  const press = async () => {
    if (!account || !name || !turn) return;
    const { role, slot } = turn;
    if (!(await choose.run({ group, session: session.session, role, slot, account }))) return;
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
        value={key}
        onChange={pick}
        options={turns.map(({ key: value, name: text }) => ({ value, text }))}
      />
      <Pick
        legend={t('turns.choose_who')}
        value={account ?? (turn && holder(turn))}
        onChange={setAccount}
        options={there.map((member) => ({ value: member.account, text: member.name }))}
      />
    </Dialog>
  );
}
