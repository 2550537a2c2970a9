import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { type ClockNote, clockTime } from './clocks.ts';

/** "Clocks go back on Sun 25 Oct." */
export function changeText({ at, forward, zone }: Pick<ClockNote, 'at' | 'forward' | 'zone'>): string {
  if (!zone) return t(forward ? 'planning.clocks_forward' : 'planning.clocks_back', { day: shortDay(at) });
  const values = { day: shortDay(at, zone), zone: zonePlace(zone) };
  return t(forward ? 'planning.clocks_forward_in' : 'planning.clocks_back_in', values);
}

/** What it means for the reader. */
export function effectText({ before, after }: Pick<ClockNote, 'before' | 'after'>): string {
  if (before === after) return t('planning.clocks_stays', { time: clockTime(after) });
  return t('planning.clocks_instead', { before: clockTime(before), after: clockTime(after) });
}
