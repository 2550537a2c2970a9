import { listed, t } from '../i18n/i18n.ts';

/** What is to be read in somebody's calendar with these choices, as part of a sentence. */
export function readable(show_group: boolean, show_link: boolean): string {
  const what = [
    t('calendar.reads_times'),
    t('calendar.reads_role'),
    ...(show_group ? [t('calendar.reads_group')] : []),
    ...(show_link ? [t('calendar.reads_link')] : []),
  ];
  return listed(what);
}
