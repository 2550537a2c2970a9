// Somebody has withdrawn on the day: the next in order is asked, and answers with one tap.
import { useMutation } from '../data/query.ts';
import { together } from '../data/task.ts';
import type { People } from '../groups/people.ts';
import { dayAndTime } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Duty, Rota, Session } from '../protocol.gen.ts';

type Props = { group: string; rota: Rota; people: People };
export function StandIns({ group, rota, people }: Props) {
  const asked = rota.duties.filter((duty) => duty.proposed && people.isMe(duty.account));
  return (
    <>
      {asked.map((duty) => {
        const session = rota.sessions.find((each) => each.session === duty.session);
        return session && <StandIn key={duty.duty} {...{ group, duty, session, people }} />;
      })}
    </>
  );
}

type OneProps = { group: string; duty: Duty; session: Session; people: People };
function StandIn({ group, duty, session, people }: OneProps) {
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
