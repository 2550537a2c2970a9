// All coming sessions with everybody's answers; an organiser moves and cancels here.
import { useState } from 'preact/hooks';
import type { People } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, ButtonLink, Card, Chip, Sr } from '../parts/basics.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Answer, Session } from '../protocol.gen.ts';
import { AnswerChoice } from './answer.tsx';
import { CancelDialog } from './cancel_dialog.tsx';
import { ChangeDialog } from './change_dialog.tsx';
import { Offer } from './offer.tsx';
import { answerOf, callLink, dayAndMonth, dayOf, givenBy, hours, isAhead, isOpen, numbered } from './sessions.ts';

const shown_first = 6;

type Props = {
  group: string;
  sessions: Session[];
  people: People;
  organises: boolean;
  /** Series that can be changed. */
  series: readonly string[];
  quorum: number | undefined;
  now: number;
  /** The day has been said already. */
  dated?: boolean;
};
export function Agenda(props: Props) {
  const { sessions } = props;
  const later = sessions.slice(shown_first);
  return (
    <Card
      roomy
      title={t('planning.coming')}
      fact={t('planning.sessions_count', { count: sessions.filter((each) => each.state === 'planned').length })}
    >
      <SessionRows {...props} sessions={sessions.slice(0, shown_first)} />
      {later.length > 0 && (
        <details class="more later">
          <summary>
            {t('planning.later')} ({later.length})
            <Icon name="down" />
          </summary>
          <SessionRows {...props} sessions={later} />
        </details>
      )}
    </Card>
  );
}

/** Sessions one under the other, each with the reader's answer, everybody's, and what an organiser can do. */
export function SessionRows({ group, sessions, people, organises, series, quorum, now, dated }: Props) {
  const [changed, setChanged] = useState<string>();
  const [cancelled, setCancelled] = useState<string>();
  const find = (id: string | undefined) => sessions.find((each) => each.session === id);
  const to_change = find(changed);
  const to_cancel = find(cancelled);
  const actions = (session: Session) =>
    organises &&
    session.state === 'planned' &&
    isAhead(session, now) && (
      <span class="btns s">
        <Button
          small
          label={t('planning.change_of', { day: dayOf(session) })}
          onClick={() => setChanged(session.session)}
        >
          {t('planning.change')}
        </Button>
        <Button
          small
          look="quiet"
          label={t('planning.cancel_of', { day: dayOf(session) })}
          onClick={() => setCancelled(session.session)}
        >
          {t('planning.cancel')}
        </Button>
      </span>
    );
  return (
    <>
      <ul class="agenda">
        {sessions.map((session) => (
          <Row
            key={session.session}
            {...{ group, session, people, now, organises, quorum, dated }}
            actions={actions(session)}
          />
        ))}
      </ul>
      {to_change && (
        <ChangeDialog
          group={group}
          session={to_change}
          serial={series.includes(to_change.series ?? '')}
          onClose={() => setChanged(undefined)}
        />
      )}
      {to_cancel && <CancelDialog group={group} session={to_cancel} onClose={() => setCancelled(undefined)} />}
    </>
  );
}

type RowProps = {
  group: string;
  session: Session;
  people: People;
  now: number;
  organises: boolean;
  quorum: number | undefined;
  dated: boolean | undefined;
  actions: preact.ComponentChildren;
};
function Row({ group, session, people, now, organises, quorum, dated, actions }: RowProps) {
  const off = session.state === 'cancelled';
  const link = callLink(session);
  const open = isOpen(session, now);
  const day = dayOf(session);
  const title = dated ? numbered(session, now) : day;
  return (
    <li class={off ? 'off' : undefined}>
      <div class="about">
        <h3>
          {off ? <s>{title}</s> : title}
          <small>
            {hours(session)}
            {!dated && `. ${numbered(session, now)}`}
          </small>
        </h3>
        {off && <Chip>{t('schedule.cancelled')}</Chip>}
        {session.moved_from && !off && (
          <Chip tone="warm" icon="swap">
            {t('schedule.moved_from', { day: dayAndMonth(session.moved_from) })}
          </Chip>
        )}
        {session.reason && <p class="muted small">{session.reason}</p>}
        {!off && (session.place || link) && (
          <p class="small">
            <span class="muted">{session.place}</span>{' '}
            {link && (
              <a href={link} target="_blank" rel="noreferrer">
                {t('planning.join_call')}
              </a>
            )}
          </p>
        )}
        {!off && <Answers session={session} people={people} day={day} />}
        <Offer {...{ group, session, organises, quorum }} />
      </div>
      {!off && (
        <div class="mine">
          {open && (
            <ButtonLink look="go" full href={`/g/${group}/session/${session.session}`}>
              {t('planning.enter')}
            </ButtonLink>
          )}
          <AnswerChoice group={group} session={session} quiet legend={t('planning.will_you_on', { day })} />
          {actions}
        </div>
      )}
    </li>
  );
}

const said: Record<Answer | 'nothing', IconName> = {
  yes: 'check',
  online: 'video',
  late: 'clock',
  no: 'x',
  nothing: 'ring',
};

function Answers({ session, people, day }: { session: Session; people: People; day: string }) {
  const of = (account: string) => answerOf(session, account);
  const count = (answer: Answer | undefined) => people.all.filter((member) => of(member.account) === answer).length;
  const counts = [count('yes'), count('online'), count('late'), count('no'), count(undefined)];
  const sum = (['yes', 'online', 'late', 'no', 'open'] as const).flatMap((answer, i) =>
    counts[i] ? [t(`planning.count_${answer}`, { count: counts[i] })] : [],
  );
  return (
    <details class="why answers">
      <summary>
        <Sr>{t('planning.answers_of', { day })}: </Sr>
        {sum.join(', ')}
      </summary>
      <ul class="rows">
        {people.all.map((member) => {
          const answer = of(member.account) ?? 'nothing';
          const note = givenBy(session, member.account)?.note;
          return (
            <li key={member.account} class={answer === 'no' ? 'away' : undefined}>
              <Avatar small id={member.account} name={member.name} out={answer === 'no'} />
              <p>
                {people.isMe(member.account) ? t('parts.you') : member.name}
                {note && (
                  <small>
                    <q>{note}</q>
                  </small>
                )}
              </p>
              <span class="said">
                <Icon name={said[answer]} /> {t(`planning.said_${answer}`)}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
