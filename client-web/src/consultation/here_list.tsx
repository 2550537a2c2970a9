// The members with a tick each.
import type { People } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { Avatar } from '../parts/basics.tsx';
import type { Presence, Session } from '../protocol.gen.ts';
import { answerOf } from '../schedule/sessions.ts';
import { comingOf } from './start.ts';

type Props = {
  legend: string;
  people: People;
  near: Map<string, Presence['nearness']>;
  session: Session;
  present: string[];
  onChange(account: string, here: boolean): void;
};
export function HereList({ legend, people, near, session, present, onChange }: Props) {
  return (
    <fieldset>
      <legend class="sr">{legend}</legend>
      <div class="here">
        {people.all.map(({ account, name }) => (
          <label key={account}>
            <input
              type="checkbox"
              checked={present.includes(account)}
              onChange={(event) => onChange(account, event.currentTarget.checked)}
            />
            <span>
              {people.isMe(account) ? t('parts.you') : people.first(account)}
              <small>{t(`consultation.coming_${comingOf(near.get(account), answerOf(session, account))}`)}</small>
            </span>
            <Avatar id={account} name={name} small />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
