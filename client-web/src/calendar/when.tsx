// Day and hours of the session that a link is about, in the zone of whose link it is.
import { dayAndTime, dayNumber, longDay, month, time, weekday } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { browserZone, zonePlace } from '../i18n/zone.ts';
import type { AnswerLink } from '../protocol.gen.ts';

export function When({ link: { starts_at, ends_at, zone, group_name } }: { link: AnswerLink }) {
  const elsewhere = dayAndTime(starts_at, browserZone);
  return (
    <div class="slot">
      <div class="leaf" aria-hidden="true">
        <span>{weekday(starts_at, zone)}</span>
        <b>{dayNumber(starts_at, zone)}</b>
        <span>{month(starts_at, zone)}</span>
      </div>
      <div>
        <p class="day">{longDay(starts_at, zone)}</p>
        <p class="muted">
          {t('calendar.hours', { from: time(starts_at, zone), to: time(ends_at, zone), zone: zonePlace(zone) })}
        </p>
        {group_name && <p class="muted">{group_name}</p>}
        {elsewhere !== dayAndTime(starts_at, zone) && (
          <p class="hint">{t('calendar.here', { zone: zonePlace(browserZone), when: elsewhere })}</p>
        )}
      </div>
    </div>
  );
}
