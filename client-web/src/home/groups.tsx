import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card, Chip, Rows } from '../parts/basics.tsx';
import type { GroupSummary } from '../protocol.gen.ts';

export function Groups({ groups }: { groups: GroupSummary[] }) {
  return (
    <Card roomy title={t('home.groups')} fact={<a href="/g/new">{t('home.new_group')}</a>}>
      <Rows lined>
        {groups.map(({ group, name, role, members }) => (
          <li key={group}>
            <p>
              {name}
              <small>{t('home.members', { count: members })}</small>
            </p>
            {role === 'organiser' && <Chip>{t('home.organiser')}</Chip>}
            <ButtonLink small href={`/g/${group}`} label={`${t('home.open')}: ${name}`}>
              {t('home.open')}
            </ButtonLink>
          </li>
        ))}
      </Rows>
    </Card>
  );
}
