// The session is over: the rating, and what one has noted.

import { Page, TopBar } from '../app/frame.tsx';
import { useEvaluation } from '../evaluation/query.ts';
import { dayAndTime } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { GiftCard } from '../ideas/gift_card.tsx';
import { StepCard } from '../ideas/step_card.tsx';
import { Button, ButtonLink, Card } from '../parts/basics.tsx';
import { Loaded, tell } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { Format, GroupView, Session } from '../protocol.gen.ts';
import type { Notes } from './notes.ts';
import { NotesCard } from './notes_card.tsx';
import { sessionTime, sessionTitle } from './top.tsx';

type Props = {
  group: GroupView;
  session: Session;
  notes: Notes;
  /** By item of the agenda. */
  formats: (Format | undefined)[];
  /** Everybody looks at this screen. */
  shared: boolean;
};
export function After({ group, session, notes, formats, shared }: Props) {
  const of = { group: group.group, session: session.session };
  const shown = useEvaluation(of);
  const here = `/g/${group.group}/session/${session.session}`;
  const forget = () => {
    const text = notes.text;
    notes.change('');
    tell(t('consultation.notes_deleted'), () => notes.change(text));
  };
  return (
    <>
      <TopBar nav="home" />
      <Page width="narrow">
        <Title hint={`${sessionTitle({ group, session })}. ${sessionTime({ session })}.`}>
          {t('consultation.over')}
        </Title>
        <Loaded query={shown}>
          {({ evaluation: { mine, closes_at } }) => (
            <Card raised roomy title={t(mine === 'open' ? 'consultation.rate_title' : 'consultation.evaluation_title')}>
              <p class="muted">
                {mine === 'open'
                  ? t('consultation.rate_hint', { when: dayAndTime(closes_at) })
                  : t(`consultation.ballot_${mine}`)}
              </p>
              <div class="btns after">
                {mine === 'open' ? (
                  <ButtonLink look="go" href={`${here}/rate`}>
                    {t('consultation.rate')}
                  </ButtonLink>
                ) : (
                  <ButtonLink href={`${here}/evaluation`}>{t('consultation.see_evaluation')}</ButtonLink>
                )}
              </div>
            </Card>
          )}
        </Loaded>
        {!shared && <StepCard group={group.group} session={session.session} />}
        {!shared && <GiftCard group={group.group} session={session.session} formats={formats} />}
        {!shared && notes.text && (
          <div class="col">
            <NotesCard notes={notes} />
            <div class="btns">
              <Button look="quiet" icon="x" onClick={forget}>
                {t('consultation.delete_notes')}
              </Button>
            </div>
          </div>
        )}
      </Page>
    </>
  );
}
