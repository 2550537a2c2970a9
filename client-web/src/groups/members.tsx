// The members, and what an organiser can change about them. Each change is said in a sentence before it is made.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { together } from '../data/task.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, Card, Chip, Note, Rows } from '../parts/basics.tsx';
import { Pick } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import type { GroupView, Member } from '../protocol.gen.ts';
import { dayOf } from './days.ts';
import type { People } from './people.ts';

const most_at_ease = 8;

export function Members({ view, people }: { view: GroupView; people: People }) {
  const [managed, setManaged] = useState<string>();
  const organises = view.role === 'organiser';
  const of = view.members.find((member) => member.account === managed);
  const organisers = view.members.filter((member) => member.role === 'organiser').length;
  return (
    <Card roomy title={t('groups.members')} fact={view.members.length}>
      <Rows lined>
        {view.members.map((member) => {
          const mine = people.isMe(member.account);
          // One's own row is only of use when there is another organiser.
          const changeable = organises && (!mine || organisers > 1);
          return (
            <li key={member.account} class="member">
              <Avatar id={member.account} name={member.name} />
              <p>
                {member.name}
                {mine && ` (${t('parts.you')})`}
                <small>{t('groups.since', { day: dayOf(member.joined_at) })}</small>
              </p>
              <span class="facts-line">
                {member.role === 'organiser' && <Chip>{t('groups.organiser')}</Chip>}
                {!member.confirmed && <Chip tone="blue">{t('groups.newcomer')}</Chip>}
                {member.signed_version < view.agreement_version && (
                  <Chip tone="warm" icon="sign">
                    {member.signed_version === 0
                      ? t('groups.not_signed')
                      : t('groups.not_signed_newest', { version: view.agreement_version })}
                  </Chip>
                )}
              </span>
              {changeable && (
                <Button
                  small
                  look="quiet"
                  label={t('groups.change_of', { name: member.name })}
                  onClick={() => setManaged(member.account)}
                >
                  {t('groups.change_member')}
                </Button>
              )}
            </li>
          );
        })}
      </Rows>
      {view.members.length > most_at_ease && (
        <div class="after">
          <Note>{t('groups.many', { count: view.members.length })}</Note>
        </div>
      )}
      {of && <Manage key={of.account} member={of} view={view} people={people} onClose={() => setManaged(undefined)} />}
    </Card>
  );
}

type Step = 'make_organiser' | 'hand_over' | 'unmake_organiser' | 'step_down' | 'remove_member';

function Manage(props: { member: Member; view: GroupView; people: People; onClose(): void }) {
  const { member, view, people, onClose } = props;
  const setRole = useMutation('groups.set_role');
  const remove = useMutation('groups.remove_member');
  const mine = people.isMe(member.account);
  const steps: Step[] = mine
    ? ['step_down']
    : member.role === 'organiser'
      ? ['unmake_organiser', 'remove_member']
      : member.confirmed
        ? ['make_organiser', 'hand_over', 'remove_member']
        : ['remove_member'];
  const [chosen, setChosen] = useState<Step | undefined>(steps.length === 1 ? steps[0] : undefined);
  const name = people.first(member.account);
  const where = { group: view.group };

  const act = async () => {
    if (!chosen) return;
    const account = member.account;
    const role = (of: string, to: Member['role']) => setRole.run({ ...where, account: of, role: to });
    const well = await {
      make_organiser: () => role(account, 'organiser'),
      hand_over: async () => (await role(account, 'organiser')) && role(people.me, 'member'),
      unmake_organiser: () => role(account, 'member'),
      step_down: () => role(account, 'member'),
      remove_member: () => remove.run({ ...where, account }),
    }[chosen]();
    if (!well) return;
    tell(chosen === 'remove_member' ? t('groups.removed', { name: member.name }) : t('groups.changed'));
    onClose();
  };
  return (
    <Dialog
      title={t('groups.manage_title', { name: member.name })}
      onClose={onClose}
      deed={
        chosen && {
          text: t('groups.confirm_member'),
          look: chosen === 'remove_member' ? 'stop' : 'go',
          run: act,
          by: together(setRole, remove),
        }
      }
    >
      {!member.confirmed && <p class="muted small">{t('groups.not_confirmed_hint')}</p>}
      <Pick
        quiet
        legend={t('groups.manage_title', { name: member.name })}
        value={chosen}
        onChange={setChosen}
        options={steps.map((step) => ({ value: step, text: t(`groups.${step}`, { name }) }))}
      />
      {chosen && (
        <p class="muted" role="status">
          {t(`groups.${chosen}_hint`, { name })}
        </p>
      )}
    </Dialog>
  );
}
