import { longDay, shortDay } from '../i18n/dates.ts';
import { clock } from '../wire/socket.ts';

const most_of_a_year = 300 * 86_400_000;

/** A day in the past; with the year when that is not clear without. */
export const dayOf = (when: string): string =>
  clock.now() - Date.parse(when) > most_of_a_year
    ? `${longDay(when)} ${new Date(when).getUTCFullYear()}`
    : shortDay(when);
