// The session is over: the rating, and what one has noted.
import { Page, TopBar } from '../app/frame.tsx';
import { useQuery } from '../data/query.ts';
import { dayAndTime } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Card } from '../parts/basics.tsx';
import { Title } from '../parts/title.tsx';
import type { GroupView, Session } from '../protocol.gen.ts';
import type { Notes } from './notes.ts';
import { NotesCard } from './notes_card.tsx';
import { sessionTime, sessionTitle } from './top.tsx';

type Props = { group: GroupView; session: Session; notes: Notes };
export function After({ group, session, notes }: Props) {
  const of = { group: group.group, session: session.session };
  const shown = useQuery('evaluation.show', of, { group: group.group, on: ['evaluation.*'], forget: true });
  const evaluation = shown.data?.evaluation;
  const here = `/g/${group.group}/session/${session.session}`;
  const open = evaluation?.mine === 'open';
  return (
    <>
      <TopBar nav="home" />
      <Page width="narrow">
        <Title hint={`${sessionTitle({ group, session })}. ${sessionTime({ session })}.`}>
          {t('consultation.over')}
        </Title>
        {evaluation && (
          <Card raised roomy title={t(open ? 'consultation.rate_title' : 'consultation.evaluation_title')}>
            <p class="muted">
              {open
                ? t('consultation.rate_hint', { when: dayAndTime(evaluation.closes_at) })
                : t(`consultation.ballot_${evaluation.mine === 'open' ? 'rated' : evaluation.mine}`)}
            </p>
            <div class="btns after">
              {open ? (
                <ButtonLink look="go" href={`${here}/rate`}>
                  {t('consultation.rate')}
                </ButtonLink>
              ) : (
                <ButtonLink href={`${here}/evaluation`}>{t('consultation.see_evaluation')}</ButtonLink>
              )}
            </div>
          </Card>
        )}
        {notes.text && (
          <div class="col">
            <NotesCard notes={notes} />
            <div class="btns">
              <Button look="quiet" icon="x" onClick={() => notes.change('')}>
                {t('consultation.delete_notes')}
              </Button>
            </div>
          </div>
        )}
      </Page>
    </>
  );
}
