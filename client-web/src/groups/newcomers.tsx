// Newcomers that the signed members have still to confirm, and what confirming means.
import { useMutation } from '../data/query.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, ButtonLink, Card } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { GroupView, Member } from '../protocol.gen.ts';
import type { People } from './people.ts';

export function Newcomers({ view, people }: { view: GroupView; people: People }) {
  const waiting = view.members.filter((member) => !member.confirmed && !people.isMe(member.account));
  if (waiting.length === 0) return null;
  return (
    <Card roomy title={t('groups.newcomers')}>
      <ul class="rows lined do">
        {waiting.map((member) => (
          <Newcomer key={member.account} member={member} view={view} first={people.first(member.account)} />
        ))}
      </ul>
    </Card>
  );
}

function Newcomer({ member, view, first }: { member: Member; view: GroupView; first: string }) {
  const confirm = useMutation('groups.confirm');
  const own = view.members.find((each) => each.confirmed && each.signed_version > 0);
  const press = async () => {
    if (await confirm.run({ group: view.group, account: member.account }))
      tell(t('groups.confirmed', { name: member.name }));
  };
  return (
    <li>
      <Avatar id={member.account} name={member.name} />
      <div class="grow">
        <h3>{member.name}</h3>
        <p>
          {member.confirmed_by_me
            ? t('groups.confirmed_waiting')
            : t('groups.newcomer_text', { name: first, day: shortDay(member.joined_at) })}
        </p>
        <ErrorNote error={confirm.error} />
      </div>
      {!member.confirmed_by_me &&
        own &&
        (view.has_signed ? (
          <Button look="soft" busy={confirm.busy} onClick={press}>
            {t('groups.confirm', { name: first })}
          </Button>
        ) : (
          <ButtonLink look="line" href={`/g/${view.group}/agreement`} label={t('groups.confirm_sign_first')}>
            {t('groups.read_sign')}
          </ButtonLink>
        ))}
    </li>
  );
}
