// Somebody has withdrawn on the day: the next in order is asked, and answers with one tap.
import { useMutation } from '../data/query.ts';
import { together } from '../data/task.ts';
import type { People } from '../groups/people.ts';
import { dayAndTime } from '../i18n/dates.ts';
import { listed, t } from '../i18n/i18n.ts';
import { Avatar, Button } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Duty, Rota, Session } from '../protocol.gen.ts';
import { roleName } from './why.ts';

type Props = { group: string; rota: Rota; people: People };
export function StandIns({ group, rota, people }: Props) {
  const asked = rota.duties.filter((duty) => duty.proposed && people.isMe(duty.account));
  return (
    <>
      {rota.sessions.map((session) => {
        const duties = asked.filter((duty) => duty.session === session.session).sort(mergedLast);
        return (
          duties[0] && (
            <StandIn key={session.session} {...{ group, duty: duties[0], session, people }} also={duties.slice(1)} />
          )
        );
      })}
    </>
  );
}

const mergedLast = (a: Duty, b: Duty) => Number(a.reason.why === 'merged') - Number(b.reason.why === 'merged');

type OneProps = { group: string; duty: Duty; also: Duty[]; session: Session; people: People };
/** One question for all that is asked of the reader in a session: it is taken or declined together. */
function StandIn({ group, duty, also, session, people }: OneProps) {
  const take = useMutation('rota.take');
  const decline = useMutation('rota.decline');
  const { busy, error } = together(take, decline);
  const { other } = duty.reason;
  const name = people.all.some((member) => member.account === other) ? people.first(other) : t('turns.a_colleague');
  const accept = async () => {
    if (await take.run({ group, duty: duty.duty })) tell(t('turns.stand_in_taken'));
  };
  const refuse = async () => {
    if (await decline.run({ group, duty: duty.duty })) tell(t('turns.stand_in_declined'));
  };
  return (
    <section class="card swap" aria-label={t('turns.stand_in')}>
      <Avatar id={other ?? ''} name={name} />
      <p>
        {t(`turns.stand_in_${duty.role}`, { name, when: dayAndTime(session.starts_at) })}
        {also.length > 0 && ` ${t('turns.stand_in_also', { roles: listed(also.map(({ role }) => roleName(role))) })}`}
        <small>{t('turns.stand_in_hint')}</small>
      </p>
      <span class="btns s">
        <Button look="go" busy={busy} onClick={accept}>
          {t('turns.stand_in_take')}
        </Button>
        <Button look="quiet" busy={busy} onClick={refuse}>
          {t('turns.stand_in_decline')}
        </Button>
      </span>
      <ErrorNote error={error} />
    </section>
  );
}
