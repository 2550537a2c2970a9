// The agreement: to read, what is new in it, signing, who has signed. With #propose: an organiser words a new version.
import '../style/screens/groups.css';
import { Page } from '../app/frame.tsx';
import { groups } from '../app/me.ts';
import { useQuery } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { AgreementView, GroupView } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { changedClauses } from './clauses.ts';
import { dayOf } from './days.ts';
import { type People, peopleOf, useGroup } from './people.ts';
import { ProposeScreen } from './propose_screen.tsx';
import { Sign } from './sign.tsx';
import { Signatures } from './signatures.tsx';
import { WhatsNew } from './whats_new.tsx';

export default function AgreementScreen({ params: { group } }: ScreenProps<'group'>) {
  const view = useGroup(group);
  const agreement = useQuery('groups.agreement', { group }, { group, on: ['groups.*'] });
  const data = agreement.data;
  if (location.hash === '#propose' && view.data?.role === 'organiser' && data) {
    return <ProposeScreen view={view.data} agreement={data} />;
  }
  const people = peopleOf(view.data, t('groups.former'));
  const name = view.data?.name ?? groups.value.find((each) => each.group === group)?.name ?? '';
  const author = data && (people.isMe(data.author) ? t('groups.you') : people.name(data.author));
  return (
    <Page>
      <Title
        hint={
          data &&
          t('groups.agreement_of', { group: name, version: data.version, day: dayOf(data.at), name: author ?? '' })
        }
      >
        {t('groups.agreement')}
      </Title>
      <Stale query={agreement} />
      <Loaded query={agreement}>
        {(read) => (
          <Loaded query={view}>{(group_view) => <Content view={group_view} agreement={read} people={people} />}</Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Props = { view: GroupView; agreement: AgreementView; people: People };
function Content({ view, agreement, people }: Props) {
  const signed_before = view.members.find((member) => people.isMe(member.account))?.signed_version ?? 0;
  const signed = agreement.signatures.find((signature) => people.isMe(signature.account));
  const compare = signed_before > 0 && signed_before < agreement.version;
  const before = useQuery(
    'groups.agreement',
    { group: view.group, version: signed_before },
    { group: view.group, on: [], when: compare },
  );
  const changes = compare && before.data ? changedClauses(before.data.clauses, agreement.clauses) : [];
  const kind = new Map(changes.map(({ kind: what, clause }) => [clause, what]));
  return (
    <div class="split">
      <div class="col">
        {compare && before.data && <WhatsNew version={signed_before} changes={changes} language={view.language} />}
        <article class="card agreement" lang={view.language}>
          <ol class="clauses">
            {agreement.clauses.map((clause, i) => (
              <li key={i} class={kind.has(clause) ? 'new' : undefined}>
                <h2>{clause.title}</h2>
                <p class="text">{clause.text}</p>
              </li>
            ))}
          </ol>
        </article>
        {!signed && <Sign key={agreement.version} group={view.group} version={agreement.version} />}
      </div>
      <div class="col">
        {signed && <Signed view={view} alone={view.members.length === 1} at={signed.at} />}
        <Signatures view={view} agreement={agreement} people={people} />
        {view.role === 'organiser' && (
          <Card title={t('groups.propose')}>
            <p class="muted small">{t('groups.propose_hint')}</p>
            <p class="after">
              <ButtonLink small icon="edit" href={`/g/${view.group}/agreement#propose`}>
                {t('groups.propose')}
              </ButtonLink>
            </p>
          </Card>
        )}
      </div>
    </div>
  );
}

function Signed({ view, alone, at }: { view: GroupView; alone: boolean; at: string }) {
  return (
    <Card label={t('groups.sign_title')} class="col">
      <p>{t('groups.you_signed', { day: dayOf(at) })}</p>
      <p>
        <ButtonLink look={alone ? 'go' : 'line'} href={`/g/${view.group}`}>
          {t(alone ? 'groups.next_invite' : 'groups.to_group')}
        </ButtonLink>
      </p>
    </Card>
  );
}
