import type { Query } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Icon } from './icon.tsx';

/** Says that what is shown could not be read again, and offers to try. Nothing while all is well. */
export function Stale({ query }: { query: Query<unknown> }) {
  if (query.data === undefined || !query.error) return null;
  return (
    <div class="note" role="status">
      <Icon name="info" />
      <span>{t('parts.stale')}</span>
      <button class="link" type="button" onClick={query.reload}>
        {t('parts.try_again')}
      </button>
    </div>
  );
}
