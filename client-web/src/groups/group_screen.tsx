// A group: who is in it, who is new, invitations, the agreement, leaving.
import '../style/screens/groups.css';
import { Page } from '../app/frame.tsx';
import { groups } from '../app/me.ts';
import { PolicyCard } from '../cases/policy_card.tsx';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card, Note } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { GroupView } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { ContactsCard } from './contacts_card.tsx';
import { Invitations } from './invitations.tsx';
import { Leave } from './leave.tsx';
import { Members } from './members.tsx';
import { Newcomers } from './newcomers.tsx';
import { peopleOf, useGroup } from './people.ts';

export default function GroupScreen({ params: { group } }: ScreenProps<'group'>) {
  const view = useGroup(group);
  const name = groups.value.find((each) => each.group === group)?.name;
  return (
    <Page>
      <Title hint={view.data && t('groups.count', { count: view.data.members.length })}>
        {view.data?.name ?? name ?? t('groups.title')}
      </Title>
      <Stale query={view} />
      <Loaded query={view}>{(data) => <Content view={data} />}</Loaded>
    </Page>
  );
}

function Content({ view }: { view: GroupView }) {
  const people = peopleOf(view, t('groups.former'));
  const organises = view.role === 'organiser';
  const own = view.members.find((member) => people.isMe(member.account));
  return (
    <div class="split">
      <div class="col">
        {own && !own.confirmed && <Note icon="clock">{t('groups.you_are_new')}</Note>}
        <Newcomers view={view} people={people} />
        <Members view={view} people={people} />
        {organises && <Invitations view={view} />}
      </div>
      <div class="col">
        <AgreementCard view={view} />
        {view.has_signed && <PolicyCard group={view.group} organises={organises} />}
        <Card title={t('groups.evaluation')}>
          <p class="muted small">{t('groups.evaluation_hint')}</p>
          <p class="after">
            <ButtonLink small href={`/g/${view.group}/evaluation`}>
              {t('groups.look')}
            </ButtonLink>
          </p>
        </Card>
        <Card title={t('groups.formats')}>
          <p class="muted small">{t('groups.formats_hint')}</p>
          <p class="after">
            <ButtonLink small href={`/g/${view.group}/formats`}>
              {t('groups.look')}
            </ButtonLink>
          </p>
        </Card>
        <ContactsCard view={view} />
        <Leave view={view} people={people} />
      </div>
    </div>
  );
}

function AgreementCard({ view }: { view: GroupView }) {
  const version = view.agreement_version;
  const signed = view.members.filter((member) => member.signed_version === version).length;
  const href = `/g/${view.group}/agreement`;
  return (
    <Card title={t('groups.agreement')}>
      <p class="muted small">
        {t(view.has_signed ? 'groups.version_signed' : 'groups.version_open', { version })}{' '}
        {t('groups.signed_count', { count: signed, members: view.members.length })}
      </p>
      <p class="after">
        {view.has_signed ? (
          <ButtonLink small href={href}>
            {t('groups.read')}
          </ButtonLink>
        ) : (
          <ButtonLink look="go" icon="sign" href={href}>
            {t('groups.read_sign')}
          </ButtonLink>
        )}
      </p>
    </Card>
  );
}
