// What is next: the session, what waits for the reader, the reader's duties.
import '../style/screens/home.css';
import { Page } from '../app/frame.tsx';
import { groups, me } from '../app/me.ts';
import { useQuery } from '../data/query.ts';
import { longDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { ButtonLink, Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { Home } from '../protocol.gen.ts';
import { clock } from '../wire/socket.ts';
import { Duties } from './duties.tsx';
import { FirstSteps, firstSteps } from './first_steps.tsx';
import { Groups } from './groups.tsx';
import { NextCard, NextRow } from './next.tsx';
import { Tasks } from './tasks.tsx';

export default function HomeScreen() {
  const account = me.value?.account;
  const feeds = [account?.account ?? '', ...groups.value.map((group) => group.group)].filter(Boolean);
  const home = useQuery('home.show', {}, { group: feeds });
  const name = account?.name.split(' ')[0] ?? '';
  return (
    <Page>
      <Title hint={t('home.times_for', { day: longDay(clock.now()), zone: zonePlace() })}>
        {t('home.title', { name })}
      </Title>
      <Stale query={home} />
      <Loaded query={home}>{(data) => (data.groups.length ? <Content home={data} /> : <NoGroup />)}</Loaded>
    </Page>
  );
}

function Content({ home }: { home: Home }) {
  // What somebody is only asked to take over is among the tasks, not yet among the duties.
  const duties = home.duties.filter(({ duty }) => !duty.proposed);
  const [first, ...others] = home.next;
  const steps = firstSteps(home);
  return (
    <>
      {first && <NextCard next={first} />}
      <div class="split">
        <div class="col">
          {(home.tasks.length > 0 || steps.length === 0) && <Tasks tasks={home.tasks} duties={home.duties} />}
          <FirstSteps steps={steps} />
          {others.length > 0 && (
            <Card roomy title={t('home.other_groups')}>
              <ul class="rows lined">
                {others.map((next) => (
                  <NextRow key={next.group} next={next} />
                ))}
              </ul>
            </Card>
          )}
          <Groups groups={home.groups} />
        </div>
        <Duties duties={duties} />
      </div>
    </>
  );
}

function NoGroup() {
  return (
    <Card roomy raised title={t('home.no_group')} class="col">
      <p class="muted">{t('home.no_group_hint')}</p>
      <p>
        <ButtonLink look="go" icon="plus" href="/g/new">
          {t('home.new_group')}
        </ButtonLink>
      </p>
    </Card>
  );
}
