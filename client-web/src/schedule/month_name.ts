import { language } from '../i18n/i18n.ts';
import type { Month } from './months.ts';

/** "November 2026", or "November". */
export const monthName = ({ year, month }: Month, long = true): string =>
  new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), {
    month: 'long',
    ...(long ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, 1));
