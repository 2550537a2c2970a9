// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks on the phone, a table loses its roles
// Sessions and roles, each with its reason; a list on the phone.
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { People } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zone } from '../i18n/zone.ts';
import { Button, Chip } from '../parts/basics.tsx';
import type { DutyRole, Rota, Session } from '../protocol.gen.ts';
import { ClockLine } from '../schedule/clock_line.tsx';
import { clockNotes } from '../schedule/clocks.ts';
import { agreedTime, dayAndMonth, hours, isAhead, numbered } from '../schedule/sessions.ts';
import { Holder, Vacancy } from './cells.tsx';
import { ChooseDialog } from './choose_dialog.tsx';
import { MyTurn } from './my_turn.tsx';
import { PassRow } from './pass_row.tsx';
import { SwapDialog } from './swap_dialog.tsx';
import { roleName } from './why.ts';

type Props = { group: string; rota: Rota; people: People; organises: boolean; now: number };
export function RotaTable({ group, rota, people, organises, now }: Props) {
  const [passing, setPassing] = useState<string>();
  const [swapping, setSwapping] = useState<string>();
  const [giving, setGiving] = useState<string>();
  const notes = clockNotes(rota.sessions, zone.value, now);
  const planned = rota.sessions.filter((session) => session.state === 'planned');
  const keepers = (['timekeeper', 'scribe'] as const).filter((role) => rota.rules[role]);
  const dutyOf = (session: string, role: DutyRole) =>
    rota.duties.find((duty) => duty.session === session && duty.role === role);
  const to_swap = rota.duties.find((duty) => duty.duty === swapping && people.isMe(duty.account));
  const to_give = planned.find((session) => session.session === giving);

  const cell = (session: Session, role: DutyRole) => {
    const duty = dutyOf(session.session, role);
    if (duty) return <Holder duty={duty} people={people} session={session} />;
    if (session.state !== 'planned') return null;
    return <Vacancy {...{ group, session, role, rota, people }} />;
  };
  const row = (session: Session) => {
    const off = session.state === 'cancelled';
    const mine = off ? [] : rota.duties.filter((duty) => duty.session === session.session && people.isMe(duty.account));
    const leads = mine.some((duty) => duty.role === 'facilitator');
    // Roles are given by hand on the day: with the next session the button is there, later it would only be in the way.
    const gives = session === planned[0] && !session.begun && (organises || leads);
    const note = notes.get(session.session);
    const passed = mine.find((duty) => duty.duty === passing);
    return (
      <Fragment key={session.session}>
        <tr role="row" class={off ? 'off' : undefined}>
          <th role="rowheader" scope="row">
            <When session={session} now={now} />
            {gives && (
              <Button
                small
                look="quiet"
                class="give"
                label={t('turns.give_roles_for', { day: shortDay(session.starts_at) })}
                onClick={() => setGiving(session.session)}
              >
                {t('turns.give_roles')}
              </Button>
            )}
          </th>
          {(['facilitator', 'presenter'] as const).map((role) => (
            <td key={role} role="cell" data-label={roleName(role)}>
              {cell(session, role)}
            </td>
          ))}
          <td role="cell" data-label={t('turns.others')}>
            {!off && keepers.length === 0 && <span class="hint">{t('turns.at_arrival')}</span>}
            {keepers.length > 0 && !off && (
              <div class="keepers">
                {keepers.map((role) => (
                  <div key={role}>
                    <span class="hint">{roleName(role)}</span>
                    {cell(session, role)}
                  </div>
                ))}
              </div>
            )}
            {off && session.reason && <span class="hint">{session.reason}</span>}
          </td>
          <td role="cell" data-label={t('turns.my_turn')}>
            {mine.length > 0 && isAhead(session, now) && (
              <MyTurn
                duties={mine}
                swaps={rota.swaps}
                day={shortDay(session.starts_at)}
                onSwap={setSwapping}
                onPass={setPassing}
              />
            )}
          </td>
        </tr>
        {passed && <PassRow key={passed.duty} group={group} duty={passed} onClose={() => setPassing(undefined)} />}
        {note && <ClockLine note={note} />}
      </Fragment>
    );
  };
  return (
    <>
      <section class="card rota" aria-label={t('turns.table')}>
        {/* Laid out as blocks on the phone, a table loses its roles, so they are named. */}
        <table class="table" role="table" aria-label={t('turns.table')}>
          <thead role="rowgroup">
            <tr role="row">
              {[
                t('rota.session'),
                roleName('facilitator'),
                roleName('presenter'),
                t('turns.others'),
                t('turns.my_turn'),
              ].map((name) => (
                <th key={name} role="columnheader" scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">{rota.sessions.map(row)}</tbody>
        </table>
        {rota.my_passes > 0 && <p class="foot">{t('turns.my_passes', { count: rota.my_passes })}</p>}
      </section>
      {to_swap && (
        <SwapDialog {...{ group, rota, people, now }} duty={to_swap} onClose={() => setSwapping(undefined)} />
      )}
      {to_give && <ChooseDialog {...{ group, rota, people }} session={to_give} onClose={() => setGiving(undefined)} />}
    </>
  );
}

function When({ session, now }: { session: Session; now: number }) {
  const off = session.state === 'cancelled';
  const day = shortDay(session.starts_at);
  const agreed = agreedTime(session);
  return (
    <>
      {off ? <s>{day}</s> : day}
      <small>
        {!off && (
          <>
            {hours(session)}
            <br />
            {agreed && (
              <>
                {agreed}
                <br />
              </>
            )}
          </>
        )}
        {numbered(session, now)}
      </small>
      {off && <Chip>{t('schedule.cancelled')}</Chip>}
      {session.moved_from && !off && (
        <Chip tone="warm" icon="swap">
          {t('schedule.moved_from', { day: dayAndMonth(session.moved_from) })}
        </Chip>
      )}
    </>
  );
}
