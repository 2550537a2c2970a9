// What was kept before its phase: offered back when that has come.
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { tell } from '../parts/feedback.tsx';
import type { Slips } from './slips.ts';

type Props = {
  slips: Slips;
  /** Their phase is still to come. */
  later: boolean;
  busy: boolean;
  onSend(at: number): void;
  onEdit(at: number): void;
};
export function SlipList({ slips, later, busy, onSend, onEdit }: Props) {
  if (!slips.all.length) return null;
  const throwAway = (at: number) => {
    const before = slips.all;
    slips.drop(at);
    tell(t('ideas.thrown_away'), () => slips.restore(before));
  };
  return (
    <div class={later ? 'slips' : 'slips ready'}>
      <h3>{t(later ? 'ideas.waiting' : 'ideas.time_has_come', { count: slips.all.length })}</h3>
      <ul>
        {slips.all.map((slip, at) => (
          <li key={`${at} ${slip}`}>
            <p translate={false}>{slip}</p>
            <div class="btns s">
              {!later && (
                <Button
                  look="go"
                  small
                  busy={busy}
                  label={t('ideas.send_this', { text: slip })}
                  onClick={() => onSend(at)}
                >
                  {t('ideas.note')}
                </Button>
              )}
              <Button small look="quiet" label={t('ideas.edit_this', { text: slip })} onClick={() => onEdit(at)}>
                {t('ideas.edit')}
              </Button>
              <Button small look="quiet" label={t('ideas.throw_this', { text: slip })} onClick={() => throwAway(at)}>
                {t('ideas.throw_away')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
