// What few answers suggest: with exactly three a Troika, with fewer than the group wants another day or none.
import { t } from '../i18n/i18n.ts';
import { Note } from '../parts/basics.tsx';
import type { Session } from '../protocol.gen.ts';

type Props = { group: string; session: Session; organises: boolean; quorum: number | undefined };
export function Offer({ group, session, organises, quorum }: Props) {
  if (session.offer === 'troika') {
    return (
      <Note icon="group">
        {t('planning.troika')} <a href={`/g/${group}/formats/troika`}>{t('planning.troika_look')}</a>
      </Note>
    );
  }
  if (session.offer !== 'too_few') return null;
  return (
    <Note tone="warm" icon="info">
      <b>{t('planning.too_few', { count: quorum ?? 3 })}</b>{' '}
      {t(organises ? 'planning.too_few_organiser' : 'planning.too_few_member')}
    </Note>
  );
}
