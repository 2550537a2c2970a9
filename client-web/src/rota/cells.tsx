// One role in one session: who has it and why, what one can do about it; or that nobody has it yet.

import { useMutation } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, Chip, Sr, Why } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Duty, DutyRole, Rota, Session } from '../protocol.gen.ts';
import { answerOf, isAhead } from '../schedule/sessions.ts';
import { deputies, dutiesOf, places } from './board.ts';
import { roleName, why } from './why.ts';

export type CellProps = {
  group: string;
  rota: Rota;
  people: People;
  session: Session;
  role: DutyRole;
  now: number;
  onSwap(duty: string): void;
  onPass(duty: string): void;
};
export function Cell(props: CellProps) {
  const { rota, session, role } = props;
  const held = dutiesOf(rota.duties, session.session, role);
  return (
    <>
      {held.map((duty) => (
        <Holder key={duty.duty} {...props} duty={duty} />
      ))}
      {session.state === 'planned' && held.length < places(rota.rules, role) && (
        <Vacancy {...props} slot={freeSlot(held)} />
      )}
    </>
  );
}

function Holder({ rota, duty, people, session, now, onSwap, onPass }: CellProps & { duty: Duty }) {
  const { role, account, reason, proposed } = duty;
  const mine = people.isMe(account);
  const name = people.name(account);
  const first = people.first(account);
  const about = t('turns.for_role', { role: roleName(role), day: shortDay(session.starts_at) });
  const other = reason.other ? people.first(reason.other) : undefined;
  const known = people.all.some((member) => member.account === reason.other);
  const next = role === 'facilitator' ? deputies(rota, session).map((each) => people.first(each)) : [];
  const asked = rota.swaps.some((swap) => swap.duty === duty.duty);
  return (
    <div class="hold">
      <span class={mine ? 'who me' : 'who'}>
        <Avatar small id={account} name={name} />
        {mine ? t('parts.you') : name}
      </span>
      {session.state === 'planned' && (
        <Why
          ask={
            <>
              {mine ? t('rota.why_me') : t('rota.why_them', { name: first })}
              <Sr> {about}</Sr>
            </>
          }
        >
          {why(role, reason, mine ? undefined : first, known ? other : undefined)}
          {next.length > 0 && ` ${t('turns.deputies', { names: next.join(t('turns.and_then')) })}`}
        </Why>
      )}
      {proposed && <Chip tone="warm">{t('turns.proposed')}</Chip>}
      {mine && !proposed && session.state === 'planned' && isAhead(session, now) && (
        <span class="btns s turn">
          {asked ? (
            <Chip icon="swap">{t('turns.asked_chip')}</Chip>
          ) : (
            <Button small label={`${t('turns.swap')}: ${about}`} onClick={() => onSwap(duty.duty)}>
              {t('turns.swap')}
            </Button>
          )}
          <Button small look="quiet" label={`${t('turns.pass')}: ${about}`} onClick={() => onPass(duty.duty)}>
            {t('turns.pass')}
          </Button>
        </span>
      )}
    </div>
  );
}

const freeSlot = (held: Duty[]) => [1, 2, 3].find((slot) => held.every((duty) => duty.slot !== slot)) ?? 1;

/** Anybody who does not lead or present in that session may take it. */
function Vacancy({ group, session, role, rota, people, slot }: CellProps & { slot: number }) {
  const choose = useMutation('rota.choose');
  const leading = (duty: Duty) => duty.role === 'facilitator' || duty.role === 'presenter';
  const busy = rota.duties.some(
    (duty) => duty.session === session.session && people.isMe(duty.account) && leading(duty),
  );
  const press = async () => {
    if (await choose.run({ group, session: session.session, role, slot, account: people.me })) tell(t('turns.taken'));
  };
  const day = shortDay(session.starts_at);
  const take = t(role === 'presenter' ? 'turns.i_bring' : 'turns.take');
  return (
    <div class="hold">
      <span class="hint">
        {role === 'presenter'
          ? t(slot > 1 ? 'turns.one_more' : `turns.empty_${rota.rules.presenter}`)
          : t('turns.nobody')}
      </span>
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
    </div>
  );
}
