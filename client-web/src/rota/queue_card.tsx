// Who would like to bring a case: asked for, urgent or not, taken back.
import { useMutation } from '../data/query.ts';
import { together } from '../data/task.ts';
import type { People } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, Card, Chip, Rows } from '../parts/basics.tsx';
import { Check } from '../parts/choices.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Rota } from '../protocol.gen.ts';
import { longest, waitingText } from './queue.ts';

export function QueueCard({ group, rota, people }: { group: string; rota: Rota; people: People }) {
  const wish = useMutation('rota.wish');
  const withdraw = useMutation('rota.withdraw_wish');
  const { busy, error } = together(wish, withdraw);
  const { queue, rules } = rota;
  const own = queue.find((each) => people.isMe(each.account));
  const { waiting, without } = longest(queue);
  const ask = async () => {
    if (await wish.run({ group, urgent: false })) tell(t('turns.wished'));
  };
  const takeBack = async () => {
    if (await withdraw.run({ group })) tell(t('turns.wish_withdrawn'));
  };
  const name = (account: string) => (people.isMe(account) ? t('parts.you') : people.first(account));
  return (
    <Card title={t('turns.queue')}>
      <p class="muted small">{t(`turns.queue_${rules.presenter}`)}</p>
      {waiting && without && (
        <p class="small after">
          {waiting === without
            ? t(people.isMe(waiting) ? 'turns.longest_both_me' : 'turns.longest_both', { name: name(waiting) })
            : `${t(people.isMe(waiting) ? 'turns.longest_waiting_me' : 'turns.longest_waiting', { name: name(waiting) })} ${t(people.isMe(without) ? 'turns.longest_without_me' : 'turns.longest_without', { name: name(without) })}`}
        </p>
      )}
      {queue.length > 0 && (
        <Rows lined class="queue">
          {queue.map((each) => (
            <li key={each.account}>
              <Avatar small id={each.account} name={people.name(each.account)} />
              <p>
                {people.isMe(each.account) ? t('parts.you') : people.name(each.account)}
                <small>{waitingText(each)}</small>
              </p>
              {each.urgent && <Chip tone="warm">{t('turns.urgent')}</Chip>}
            </li>
          ))}
        </Rows>
      )}
      <div class="col after">
        {own ? (
          <>
            <Check checked={own.urgent} onChange={(urgent) => void wish.run({ group, urgent })}>
              {t('turns.mine_is_urgent')}
            </Check>
            <p>
              <Button small look="quiet" busy={busy} onClick={takeBack}>
                {t('turns.withdraw_wish')}
              </Button>
            </p>
          </>
        ) : (
          <p>
            <Button small busy={busy} onClick={ask}>
              {t('turns.wish')}
            </Button>
          </p>
        )}
        <ErrorNote error={error} />
      </div>
    </Card>
  );
}
