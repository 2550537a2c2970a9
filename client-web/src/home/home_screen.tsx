import { Page } from '../app/frame.tsx';
import { groups, me } from '../app/me.ts';
import { longDay, zonePlace } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card, Chip, Rows } from '../parts/basics.tsx';
import { Title } from '../parts/title.tsx';
import { clock } from '../wire/socket.ts';

export default function HomeScreen() {
  const name = me.value?.account.name.split(' ')[0] ?? '';
  return (
    <Page>
      <Title hint={t('home.times_for', { day: longDay(clock.now()), zone: zonePlace() })}>
        {t('home.title', { name })}
      </Title>
      <Card roomy title={groups.value.length ? t('home.groups') : t('home.no_group')}>
        {!groups.value.length && <p class="muted">{t('home.no_group_hint')}</p>}
        <Rows lined>
          {groups.value.map((group) => (
            <li key={group.group}>
              <p>{group.name}</p>
              {group.role === 'organiser' && <Chip>{t('home.organiser')}</Chip>}
              <ButtonLink small href={`/g/${group.group}`} label={`${t('home.open')}: ${group.name}`}>
                {t('home.open')}
              </ButtonLink>
            </li>
          ))}
        </Rows>
      </Card>
    </Page>
  );
}
