import { dayNumber, month, weekday } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Card, Why } from '../parts/basics.tsx';
import type { MyDuty } from '../protocol.gen.ts';
import { roleName, why } from '../rota/why.ts';

export function Duties({ duties }: { duties: MyDuty[] }) {
  const groups = new Set(duties.map((duty) => duty.group));
  return (
    <Card title={t('home.duties')}>
      {duties.length === 0 && <p class="muted small">{t('home.no_duties')}</p>}
      <ul class="rows lined duty">
        {duties.map(({ duty, group, group_name, starts_at, other }) => (
          <li key={`${group} ${duty.duty}`}>
            <time dateTime={starts_at}>
              {weekday(starts_at)}
              <br />
              {dayNumber(starts_at)} {month(starts_at)}
            </time>
            <div>
              <p>
                {roleName(duty.role)}
                {groups.size > 1 && `, ${group_name}`}
              </p>
              <Why ask={t('home.why_me')}>{why(duty.role, duty.reason, undefined, other)}</Why>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
