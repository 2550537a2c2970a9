// Before the start, for all who do not lead: who is here, and who begins.
import { Page, TopBar } from '../app/frame.tsx';
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, ButtonLink, Card, Chip, Note, Rows } from '../parts/basics.tsx';
import { Title } from '../parts/title.tsx';
import { roleName } from '../rota/why.ts';
import { answerOf, callLink } from '../schedule/sessions.ts';
import { ConflictCard } from './conflict.tsx';
import { comingOf } from './start.ts';
import { OpensAt, RecordingOff, type StartProps } from './start_screen.tsx';
import { dayPartOf, sessionTime, sessionTitle } from './top.tsx';

type Props = Omit<StartProps, 'planned'> & { leader: string; onLead: (() => void) | undefined };
export function WaitingScreen({ group, view, people, near, open, leader, onLead }: Props) {
  const { session, duties } = view;
  const name = people.first(leader);
  const here = people.all.filter((member) => near.get(member.account) === 'here').length;
  const link = callLink(session);
  const brings = duties.some((duty) => duty.role === 'presenter' && people.isMe(duty.account));
  return (
    <>
      <TopBar nav="home" />
      <Page width="narrow">
        <Title hint={`${sessionTitle({ group, session })}. ${sessionTime({ session })}.`}>
          {t(`consultation.leads_${dayPartOf({ session })}`, { name })}
        </Title>
        <OpensAt session={session} open={open} />
        <RecordingOff session={session} />
        {view.case_id && view.answer_first && (
          <ConflictCard group={group.group} case_id={view.case_id} people={people} />
        )}
        {view.away && <Note icon="info">{t('consultation.away_tonight')}</Note>}
        <Card
          raised
          title={t('consultation.who_is_here')}
          fact={t('consultation.here_of', { here, of: people.all.length })}
          foot={open && <span>{t('consultation.begins_when', { name })}</span>}
        >
          <Rows>
            {people.all.map(({ account, name: whole }) => {
              const coming = comingOf(near.get(account), answerOf(session, account));
              const role = duties.find((duty) => duty.account === account)?.role;
              return (
                <li key={account} class={coming === 'here' ? undefined : 'away'}>
                  <Avatar id={account} name={whole} out={coming !== 'here'} />
                  <p>
                    {whole}
                    <small>
                      {people.isMe(account) && coming === 'here'
                        ? t('consultation.you_here')
                        : t(`consultation.coming_${coming}`)}
                    </small>
                  </p>
                  {role && (
                    <Chip tone={role === 'facilitator' ? 'plum' : role === 'presenter' ? 'warm' : undefined}>
                      {roleName(role)}
                    </Chip>
                  )}
                </li>
              );
            })}
          </Rows>
        </Card>
        <div class="btns">
          {link && (
            <ButtonLink icon="video" href={link} target="_blank">
              {t('consultation.join_call')}
            </ButtonLink>
          )}
          {brings && !view.case_id && (
            <ButtonLink icon="edit" href={`/g/${group.group}/case/new?session=${session.session}`}>
              {t('consultation.write_case')}
            </ButtonLink>
          )}
          {onLead && open && (
            <Button look="quiet" onClick={onLead}>
              {t('consultation.lead_instead', { name })}
            </Button>
          )}
        </div>
      </Page>
    </>
  );
}
