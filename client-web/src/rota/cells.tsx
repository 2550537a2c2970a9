// Who has a role, and why; or that nobody has it yet.

import { useMutation } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, Sr, Why } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Duty, DutyRole, Rota, Session } from '../protocol.gen.ts';
import { answerOf } from '../schedule/sessions.ts';
import { roleName, why } from './why.ts';

export function Holder({ duty, people, session }: { duty: Duty; people: People; session: Session }) {
  const { role, account, reason } = duty;
  const mine = people.isMe(account);
  const name = people.name(account);
  const first = people.first(account);
  const other = reason.other ? people.first(reason.other) : undefined;
  const known = people.all.some((member) => member.account === reason.other);
  return (
    <>
      <span class={mine ? 'who me' : 'who'}>
        <Avatar small id={account} name={name} />
        {mine ? t('parts.you') : name}
      </span>
      {session.state === 'planned' && (
        <Why
          ask={
            <>
              {mine ? t('rota.why_me') : t('rota.why_them', { name: first })}
              <Sr> {t('turns.for_role', { role: roleName(role), day: shortDay(session.starts_at) })}</Sr>
            </>
          }
        >
          {why(role, reason, mine ? undefined : first, known ? other : undefined)}
        </Why>
      )}
    </>
  );
}

type VacancyProps = { group: string; session: Session; role: DutyRole; rota: Rota; people: People };
/** Anybody who does not lead or present in that session may take it. */
export function Vacancy({ group, session, role, rota, people }: VacancyProps) {
  const choose = useMutation('rota.choose');
  const on_the_day = role === 'presenter' && rota.rules.presenter === 'chosen_on_the_day';
  const leading = (duty: Duty) => duty.role === 'facilitator' || duty.role === 'presenter';
  const busy = rota.duties.some(
    (duty) => duty.session === session.session && people.isMe(duty.account) && leading(duty),
  );
  const press = async () => {
    if (await choose.run({ group, session: session.session, role, account: people.me })) tell(t('turns.taken'));
  };
  const day = shortDay(session.starts_at);
  const take = t(role === 'presenter' ? 'turns.i_bring' : 'turns.take');
  return (
    <>
      <span class="hint">{t(on_the_day ? 'turns.on_the_day' : 'turns.nobody')}</span>
      {!busy && !session.begun && answerOf(session, people.me) !== 'no' && (
        <span class="take">
          <Button
            small
            look="quiet"
            busy={choose.busy}
            label={`${take}: ${t('turns.for_role', { role: roleName(role), day })}`}
            onClick={press}
          >
            {take}
          </Button>
        </span>
      )}
      <ErrorNote error={choose.error} />
    </>
  );
}
