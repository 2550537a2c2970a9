// What a facilitator sees of a format before choosing it.
import { t } from '../i18n/i18n.ts';
import { Note } from '../parts/basics.tsx';
import type { Format } from '../protocol.gen.ts';

export function MadeFor({ format: { min_people, max_people }, count }: { format: Format; count: number }) {
  const exactly = min_people === max_people;
  return (
    <Note icon="info">
      {t(exactly ? 'consultation.format_made_for_exactly' : 'consultation.format_made_for', {
        least: min_people,
        most: max_people,
        count,
      })}
    </Note>
  );
}

/** Its phases with their usual minutes, and which of those no source names. */
export function Steps({ format }: { format: Format }) {
  return (
    <details class="why">
      <summary>{t('consultation.format_steps')}</summary>
      <ol class="rows">
        {format.phases.map((phase) => (
          <li key={phase.code}>
            <p>{phase.title}</p>
            <span class="hint">
              {t('consultation.min', { minutes: phase.minutes })}
              {phase.own_minutes && `, ${t('consultation.format_own_minutes')}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
