import { t } from '../i18n/i18n.ts';
import { Avatar, Card, Rows } from '../parts/basics.tsx';
import type { AgreementView, GroupView } from '../protocol.gen.ts';
import { dayOf } from './days.ts';
import type { People } from './people.ts';

type Props = { view: GroupView; agreement: AgreementView; people: People };
export function Signatures({ view, agreement, people }: Props) {
  const at = new Map(agreement.signatures.map((signature) => [signature.account, signature.at]));
  const signed = view.members.filter((member) => at.has(member.account)).length;
  return (
    <Card
      title={t('groups.signed_by')}
      fact={t('groups.signed_count', { count: signed, members: view.members.length })}
    >
      <Rows>
        {view.members.map((member) => {
          const when = at.get(member.account);
          return (
            <li key={member.account}>
              <Avatar small id={member.account} name={member.name} out={!when} />
              <p>
                {people.isMe(member.account) ? t('parts.you') : member.name}
                <small>{when ? t('groups.signed_on', { day: dayOf(when) }) : t('groups.not_yet')}</small>
              </p>
            </li>
          );
        })}
      </Rows>
    </Card>
  );
}
