// On the group's page: how strictly its texts are checked, and the way to where that is changed.
import { useQuery } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';

export function PolicyCard({ group, organises }: { group: string; organises: boolean }) {
  const view = useQuery('cases.policy', { group }, { group, on: ['cases.policy_changed', 'groups.*'], forget: true });
  return (
    <Card title={t('policy.title')}>
      <Loaded query={view}>
        {({ policy: { strictness, flag, pass } }) => (
          <p class="muted small">
            {t(`policy.card_${strictness}`)}{' '}
            {flag.length + pass.length > 0 && t('policy.own_words', { count: flag.length + pass.length })}
          </p>
        )}
      </Loaded>
      <p class="after">
        <ButtonLink small href={`/g/${group}/checking`}>
          {t(organises ? 'policy.change' : 'policy.look')}
        </ButtonLink>
      </p>
    </Card>
  );
}
