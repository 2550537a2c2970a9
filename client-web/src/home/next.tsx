import { me } from '../app/me.ts';
import { dayAndTime, dayNumber, daysAhead, longDay, month, time, weekday } from '../i18n/dates.ts';
import { rich, t } from '../i18n/i18n.ts';
import { ButtonLink, Chip, type Tone, useId } from '../parts/basics.tsx';
import { useMinute } from '../parts/minute.ts';
import type { DutyRole, NextSession } from '../protocol.gen.ts';
import { roleName } from '../rota/why.ts';
import { AnswerChoice } from '../schedule/answer.tsx';
import { callLink, isOpen } from '../schedule/sessions.ts';
import { clock } from '../wire/socket.ts';

const tones: Partial<Record<DutyRole, Tone>> = { facilitator: 'plum', presenter: 'warm' };

function day(starts: string): string {
  const ahead = daysAhead(starts, clock.now());
  return ahead === 0 ? t('home.today') : ahead === 1 ? t('home.tomorrow') : longDay(starts);
}

/** The soonest session, with the answer to it and the reader's role. */
export function NextCard({ next }: { next: NextSession }) {
  const { session, group_name, group } = next;
  const id = useId('h');
  const off = session.state === 'cancelled';
  const call = callLink(session);
  return (
    <section class="card raised hero" aria-labelledby={id}>
      <div class="leaf" aria-hidden="true">
        <span>{weekday(session.starts_at)}</span>
        <b>{dayNumber(session.starts_at)}</b>
        <span>{month(session.starts_at)}</span>
      </div>
      <div>
        <p class="eyebrow">
          {t('home.when', { day: day(session.starts_at), from: time(session.starts_at), to: time(session.ends_at) })}
        </p>
        <h2 id={id}>{t('home.session', { group: group_name, number: session.number })}</h2>
        <p class="muted">
          {people(next)}
          <br />
          {t('home.answered', { count: session.answers.length, members: next.members })}
        </p>
        {(session.place || call) && (
          <p class="muted">
            {session.place}{' '}
            {call && (
              <a href={call} target="_blank" rel="noreferrer">
                {t('home.join_call')}
              </a>
            )}
          </p>
        )}
        {off && <Chip>{t('home.cancelled')}</Chip>}
        {session.moved_from && !off && (
          <Chip tone="warm" icon="swap">
            {t('home.moved_from', { when: dayAndTime(session.moved_from) })}
          </Chip>
        )}
      </div>
      {!off && (
        <div class="rsvp">
          <AnswerChoice group={group} session={session} />
          <p class="small">
            <a class="link" href="/account">
              {t('home.to_calendar')}
            </a>
          </p>
        </div>
      )}
      <Role next={next} href={`/g/${group}/session/${session.session}`} />
    </section>
  );
}

function people({ presenter, facilitator, my_roles }: NextSession): string {
  if (my_roles.includes('presenter')) return t('home.you_bring');
  const brings = presenter ? t('home.brings', { name: presenter }) : t('home.chosen_then');
  if (my_roles.includes('facilitator') || !facilitator) return brings;
  return `${brings} ${t('home.leads', { name: facilitator })}`;
}

function Role({ next, href }: { next: NextSession; href: string }) {
  const [first] = next.my_roles;
  const open = isOpen(next.session, useMinute());
  if (!first && !open) return null;
  const leads = next.my_roles.includes('facilitator');
  const brings = next.my_roles.includes('presenter');
  return (
    <div class="role">
      {next.my_roles.map((role) => (
        <Chip key={role} tone={tones[role]}>
          {roleName(role)}
        </Chip>
      ))}
      <p>
        {leads
          ? rich('home.you_lead', { lead: <b>{t('home.you_lead_bold')}</b> })
          : brings
            ? t('home.you_bring_hint')
            : first
              ? t('home.you_help')
              : t('home.open_now')}
      </p>
      {open ? (
        <ButtonLink look="go" href={href}>
          {t(next.session.begun ? 'home.enter_live' : 'home.enter')}
        </ButtonLink>
      ) : (
        leads && (
          <ButtonLink look="line" href={href}>
            {t('home.look_before')}
          </ButtonLink>
        )
      )}
    </div>
  );
}

/** The next session of a further group, in one line. */
export function NextRow({ next }: { next: NextSession }) {
  const { session, group, group_name } = next;
  const open = isOpen(session, useMinute());
  const account = me.value?.account.account;
  const given = session.answers.find((each) => each.account === account)?.answer;
  return (
    <li>
      <p>
        {group_name}
        <small>{dayAndTime(session.starts_at)}</small>
      </p>
      {session.state === 'cancelled' ? (
        <Chip>{t('home.cancelled')}</Chip>
      ) : (
        given && <Chip tone={given === 'no' ? undefined : 'accent'}>{t(`schedule.${given}`)}</Chip>
      )}
      {open ? (
        <ButtonLink small look="go" href={`/g/${group}/session/${session.session}`}>
          {t('home.enter')}
        </ButtonLink>
      ) : (
        <ButtonLink small href={`/g/${group}/schedule`} label={`${t('home.open')}: ${group_name}`}>
          {t('home.open')}
        </ButtonLink>
      )}
    </li>
  );
}
