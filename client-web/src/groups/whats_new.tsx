import { t } from '../i18n/i18n.ts';
import { Card, Chip, type Tone } from '../parts/basics.tsx';
import type { Language } from '../protocol.gen.ts';
import type { ChangedClause } from './clauses.ts';

const marks = {
  new: { text: 'groups.new_point', tone: 'accent' },
  reworded: { text: 'groups.reworded', tone: 'blue' },
  gone: { text: 'groups.gone_point', tone: undefined },
} as const satisfies Record<ChangedClause['kind'], { text: string; tone: Tone | undefined }>;

type Props = { version: number; changes: ChangedClause[]; language: Language };
/** What differs from the version the reader signed last, with the words as they were. */
export function WhatsNew({ version, changes, language }: Props) {
  return (
    <Card roomy title={t('groups.whats_new', { version })}>
      {changes.length === 0 && <p class="muted">{t('groups.nothing_left')}</p>}
      <ul class="changes">
        {changes.map(({ kind, clause, before }) => (
          <li key={`${kind} ${clause.key} ${clause.title}`}>
            <h3>
              <span lang={language}>{clause.title}</span> <Chip tone={marks[kind].tone}>{t(marks[kind].text)}</Chip>
            </h3>
            {kind === 'gone' ? (
              <p class="text" lang={language}>
                <s>{clause.text}</s>
              </p>
            ) : (
              <p class="text" lang={language}>
                {clause.text}
              </p>
            )}
            {before && (
              <details class="why">
                <summary>{t('groups.as_before')}</summary>
                <p lang={language}>
                  {before.title !== clause.title && <b>{before.title}. </b>}
                  {before.text}
                </p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
