// Questions about swapping: those put to the reader, and the reader's own.

import { useMutation } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Rota, Swap } from '../protocol.gen.ts';
import { roleName } from './why.ts';

export function SwapCards({ group, rota, people }: { group: string; rota: Rota; people: People }) {
  return (
    <>
      {rota.swaps.map((swap) => (
        <SwapCard key={swap.swap} {...{ group, rota, people, swap }} />
      ))}
    </>
  );
}

function SwapCard({ group, rota, people, swap }: { group: string; rota: Rota; people: People; swap: Swap }) {
  const reply = useMutation('rota.reply_swap');
  const withdraw = useMutation('rota.withdraw_swap');
  const given = rota.duties.find((duty) => duty.duty === swap.duty);
  const wanted = rota.duties.find((duty) => duty.duty === swap.wanted);
  const day = (session: string | undefined) => {
    const found = rota.sessions.find((each) => each.session === session);
    return found ? shortDay(found.starts_at) : '';
  };
  // Beyond the sessions shown here it still waits, and comes into sight later.
  if (!given || !wanted) return null;
  const asked_me = people.isMe(swap.asked);
  const other = asked_me ? swap.asker : swap.asked;
  const name = people.first(other);
  const answer = async (accept: boolean) => {
    if (await reply.run({ group, swap: swap.swap, accept }))
      tell(t(accept ? 'turns.accepted' : 'turns.declined', { name }));
  };
  const take_back = async () => {
    if (await withdraw.run({ group, swap: swap.swap })) tell(t('turns.withdrawn'));
  };
  return (
    <section class="card swap" aria-label={t('turns.swap_requests')}>
      <Avatar id={other} name={people.name(other)} />
      {asked_me ? (
        <>
          <p>
            {t(`turns.asks_${given.role}`, { name, mine: day(wanted.session), theirs: day(given.session) })}
            <small>{t('turns.each_keeps')}</small>
          </p>
          <span class="btns s">
            <Button look="soft" busy={reply.busy} onClick={() => answer(true)}>
              {t('turns.accept', { name })}
            </Button>
            <Button look="quiet" busy={reply.busy} onClick={() => answer(false)}>
              {t('turns.decline')}
            </Button>
          </span>
        </>
      ) : (
        <>
          <p>
            {t('turns.you_asked', {
              name,
              role: roleName(given.role),
              mine: day(given.session),
              theirs: day(wanted.session),
            })}
            <small>{t('turns.you_asked_hint', { name })}</small>
          </p>
          <Button look="quiet" busy={withdraw.busy} onClick={take_back}>
            {t('turns.withdraw')}
          </Button>
        </>
      )}
      <ErrorNote error={reply.error ?? withdraw.error} />
    </section>
  );
}
