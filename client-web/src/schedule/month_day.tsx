// What a day in a month's grid shows: its entries in words where there is room, signs where there is not.
import { time } from '../i18n/dates.ts';
import { language, t } from '../i18n/i18n.ts';
import type { DayThings } from './days.ts';

/** ", session 14, break" for those who cannot see the signs. */
export function spokenThings(things: DayThings | undefined, today: boolean): string {
  if (!things) return today ? t('planning.cell_today') : '';
  const planned = things.sessions.filter((session) => session.state !== 'cancelled');
  return [
    ...planned.map((session) => t('planning.cell_session', { number: session.number })),
    planned.length < things.sessions.length && !planned.length ? t('planning.cell_cancelled') : '',
    things.options.length ? t('planning.cell_options', { count: things.options.length }) : '',
    things.pause ? t('planning.cell_break') : '',
    things.clocks ? t('planning.cell_clocks') : '',
    today ? t('planning.cell_today') : '',
  ].join('');
}

/** "+1 h", "−0.5 h" */
const byText = (minutes: number): string =>
  `${minutes < 0 ? '−' : '+'}${(Math.abs(minutes) / 60).toLocaleString(language())} h`;

/** Lines of a day; on the phone each is a sign. */
export function DayLines({ things }: { things: DayThings }) {
  return (
    <span class="lines" aria-hidden="true">
      {things.sessions.map((session) =>
        session.state === 'cancelled' ? (
          <span key={session.session} class="k2">
            <s>{time(session.starts_at)}</s>
          </span>
        ) : (
          <span key={session.session} class="k1">
            {time(session.starts_at)} <small>{t('planning.number', { number: session.number })}</small>
          </span>
        ),
      )}
      {things.options.map(({ option }) => (
        <span key={option.option} class="k4">
          {time(option.starts_at)}
        </span>
      ))}
      {things.pause && (
        <span class="k5">
          <small>{t('planning.key_break')}</small>
        </span>
      )}
      {things.clocks && (
        <span class="k3">
          <small>{t('planning.clocks', { by: byText(things.clocks.by) })}</small>
        </span>
      )}
    </span>
  );
}
