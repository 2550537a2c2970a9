// What was: loaded when somebody looks, half a year at a time.
import { useState } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Chip } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Session } from '../protocol.gen.ts';
import { clock } from '../wire/socket.ts';
import { dayOf, hours } from './sessions.ts';

const half_year = 182 * 86_400_000;
const most_halves = 12;
const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

export function Past({ group }: { group: string }) {
  const [opened, setOpened] = useState(false);
  // To the minute, so that the question stays the same while the page is open.
  const [to] = useState(() => stamp(Math.floor(clock.now() / 60_000) * 60_000));
  const [halves, setHalves] = useState(1);
  const from = stamp(Date.parse(to) - halves * half_year);
  const query = useQuery('schedule.list', { group, from, to, limit: 200 }, { group, on: ['schedule.*'], when: opened });
  const row = (session: Session) => (
    <li key={session.session}>
      <p>
        {session.state === 'cancelled' ? <s>{dayOf(session)}</s> : dayOf(session)}
        <small>
          {hours(session)}. {t('planning.number', { number: session.number })}
        </small>
      </p>
      {session.state === 'cancelled' && <Chip>{t('schedule.cancelled')}</Chip>}
      {session.state === 'held' && (
        <ButtonLink
          small
          href={`/g/${group}/session/${session.session}/evaluation`}
          label={t('planning.evaluation_of', { day: dayOf(session) })}
        >
          {t('planning.evaluation')}
        </ButtonLink>
      )}
    </li>
  );
  return (
    <section class="card past">
      <details class="more" onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>
          {t('planning.past')}
          <Icon name="down" />
        </summary>
        {opened && (
          <>
            <Loaded query={query}>
              {({ sessions }) => {
                const over = sessions.filter((session) => Date.parse(session.ends_at) <= Date.parse(to)).reverse();
                return over.length ? (
                  <ul class="rows lined">{over.map(row)}</ul>
                ) : (
                  <p class="muted">{t('planning.past_none')}</p>
                );
              }}
            </Loaded>
            {halves < most_halves && (
              <p class="after">
                <Button small look="quiet" busy={query.loading} onClick={() => setHalves(halves + 1)}>
                  {t('planning.past_more')}
                </Button>
              </p>
            )}
          </>
        )}
      </details>
    </section>
  );
}
