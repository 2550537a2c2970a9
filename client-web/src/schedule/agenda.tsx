// All coming sessions with everybody's answers; an organiser moves and cancels here.
import { useState } from 'preact/hooks';
import type { People } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, ButtonLink, Card, Chip, Sr } from '../parts/basics.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Answer, Session } from '../protocol.gen.ts';
import { AnswerChoice } from './answer.tsx';
import { CancelDialog } from './cancel_dialog.tsx';
import { MoveDialog } from './move_dialog.tsx';
import { answerOf, callLink, dayAndMonth, dayOf, hours, isAhead, isOpen, numbered } from './sessions.ts';

const shown_first = 6;

type Props = { group: string; sessions: Session[]; people: People; organises: boolean; now: number };
export function Agenda({ group, sessions, people, organises, now }: Props) {
  const [moved, setMoved] = useState<string>();
  const [cancelled, setCancelled] = useState<string>();
  const find = (id: string | undefined) => sessions.find((each) => each.session === id);
  const to_move = find(moved);
  const to_cancel = find(cancelled);
  const row = (session: Session) => (
    <Row
      key={session.session}
      {...{ group, session, people, now }}
      actions={
        organises &&
        session.state === 'planned' &&
        isAhead(session, now) && (
          <span class="btns s">
            <Button
              small
              label={t('planning.move_of', { day: dayOf(session) })}
              onClick={() => setMoved(session.session)}
            >
              {t('planning.move')}
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
        )
      }
    />
  );
  const later = sessions.slice(shown_first);
  return (
    <Card
      roomy
      title={t('planning.coming')}
      fact={t('planning.sessions_count', { count: sessions.filter((each) => each.state === 'planned').length })}
    >
      <ul class="agenda">{sessions.slice(0, shown_first).map(row)}</ul>
      {later.length > 0 && (
        <details class="more later">
          <summary>
            {t('planning.later')} ({later.length})
            <Icon name="down" />
          </summary>
          <ul class="agenda">{later.map(row)}</ul>
        </details>
      )}
      {to_move && <MoveDialog group={group} session={to_move} onClose={() => setMoved(undefined)} />}
      {to_cancel && <CancelDialog group={group} session={to_cancel} onClose={() => setCancelled(undefined)} />}
    </Card>
  );
}

type RowProps = {
  group: string;
  session: Session;
  people: People;
  now: number;
  actions: preact.ComponentChildren;
};
function Row({ group, session, people, now, actions }: RowProps) {
  const off = session.state === 'cancelled';
  const link = callLink(session);
  const open = isOpen(session, now);
  const day = dayOf(session);
  return (
    <li class={off ? 'off' : undefined}>
      <div class="about">
        <h3>
          {off ? <s>{day}</s> : day}
          <small>
            {hours(session)}. {numbered(session, now)}
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
          return (
            <li key={member.account} class={answer === 'no' ? 'away' : undefined}>
              <Avatar small id={member.account} name={member.name} out={answer === 'no'} />
              <p>{people.isMe(member.account) ? t('parts.you') : member.name}</p>
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
