// Open questions for a time, above the schedule: one line each, with the way to answer.
import type { People } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Tile } from '../parts/basics.tsx';
import type { Poll } from '../protocol.gen.ts';
import { answered, marksOf, voters } from './polls.ts';

export const pollName = ({ title }: Poll): string => (title ? t('polls.card', { title }) : t('polls.card_untitled'));

type Props = { group: string; polls: Poll[]; people: People };
export function PollCards({ group, polls, people }: Props) {
  const open = polls.filter((poll) => poll.state === 'open');
  const members = people.all.map((member) => member.account);
  return (
    <>
      {open.map((poll) => {
        const done = answered(poll, people.me);
        const left = poll.options.length - marksOf(poll, people.me).length;
        const fact = t('polls.fact', {
          dates: t('polls.dates_count', { count: poll.options.length }),
          voted: voters(poll, members),
          members: members.length,
        });
        return (
          <section key={poll.poll} class="card swap" aria-label={pollName(poll)}>
            <Tile tone="blue" icon="cal" />
            <p>
              {pollName(poll)}
              <small>
                {fact} {done ? t('polls.done') : t('polls.open_left', { count: left })}
              </small>
            </p>
            <ButtonLink
              look={done ? 'line' : 'soft'}
              href={`/g/${group}/schedule#poll=${poll.poll}`}
              label={`${t(done ? 'polls.look' : 'polls.answer')}: ${pollName(poll)}`}
            >
              {t(done ? 'polls.look' : 'polls.answer')}
            </ButtonLink>
          </section>
        );
      })}
    </>
  );
}
