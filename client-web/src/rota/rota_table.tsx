// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks on the phone, a table loses its roles
// Sessions and roles, each with its reason; a list on the phone.
import '../style/screens/rota.css';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { People } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zone } from '../i18n/zone.ts';
import { Button, Chip, classes } from '../parts/basics.tsx';
import type { Rota, Session } from '../protocol.gen.ts';
import { ClockLine } from '../schedule/clock_line.tsx';
import { clockNotes } from '../schedule/clocks.ts';
import { agreedTime, dayAndMonth, hours, numbered } from '../schedule/sessions.ts';
import { columns } from './board.ts';
import { Cell } from './cells.tsx';
import { ChooseDialog } from './choose_dialog.tsx';
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
  const shown = columns(rota);
  const of_mine = (session: Session) =>
    rota.duties.filter((duty) => duty.session === session.session && people.isMe(duty.account));
  const to_swap = rota.duties.find((duty) => duty.duty === swapping && people.isMe(duty.account));
  const to_give = planned.find((session) => session.session === giving);

  const row = (session: Session) => {
    const off = session.state === 'cancelled';
    const mine = off ? [] : of_mine(session);
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
          {shown.map((role) => (
            <td key={role} role="cell" data-label={roleName(role)}>
              <Cell {...{ group, rota, people, session, role, now }} onSwap={setSwapping} onPass={setPassing} />
            </td>
          ))}
        </tr>
        {off && session.reason && (
          <tr role="row" class="clocks">
            <td role="cell" colSpan={shown.length + 1}>
              <span class="hint">{session.reason}</span>
            </td>
          </tr>
        )}
        {passed && (
          <PassRow
            key={passed.duty}
            {...{ group, session, now }}
            duty={passed}
            span={shown.length + 1}
            onClose={() => setPassing(undefined)}
          />
        )}
        {note && <ClockLine note={note} span={shown.length + 1} />}
      </Fragment>
    );
  };
  return (
    <>
      <section class="card rota" aria-label={t('turns.table')}>
        {/* Laid out as blocks on the phone, a table loses its roles, so they are named. */}
        <table class={classes('table', shown.length > 4 && 'many')} role="table" aria-label={t('turns.table')}>
          <thead role="rowgroup">
            <tr role="row">
              {[t('rota.session'), ...shown.map(roleName)].map((name) => (
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
