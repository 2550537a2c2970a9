// Somebody cannot come today: the reader is next in order, and answers here.
import { useMutation } from '../data/query.ts';
import { together } from '../data/task.ts';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';

type Props = { group: string; duty: string; about: string; first: boolean };
export function TakeOver({ group, duty, about, first }: Props) {
  const take = useMutation('rota.take');
  const decline = useMutation('rota.decline');
  const { busy, error } = together(take, decline);
  const accept = async () => {
    if (await take.run({ group, duty })) tell(t('home.taken_over'));
  };
  const refuse = async () => {
    if (await decline.run({ group, duty })) tell(t('home.not_taken_over'));
  };
  return (
    <div class="two">
      <Button look={first ? 'go' : 'line'} busy={busy} label={`${t('home.do_take_over')}: ${about}`} onClick={accept}>
        {t('home.do_take_over')}
      </Button>
      <Button look="quiet" busy={busy} label={`${t('home.cannot_take_over')}: ${about}`} onClick={refuse}>
        {t('home.cannot_take_over')}
      </Button>
      <ErrorNote error={error} />
    </div>
  );
}
