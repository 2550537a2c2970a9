// Might one know the person? Asked before a case opens, and open to be said at any moment. Nobody is told.
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { useHeading } from '../app/focus.ts';
import { Page, TopBar, useFrameClass } from '../app/frame.tsx';
import { useMutation, useQuery } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Card } from '../parts/basics.tsx';
import { Pick } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote, Loaded } from '../parts/feedback.tsx';
import type { ConflictAnswer } from '../protocol.gen.ts';
import { Danger } from './danger.tsx';
import { holder } from './run.ts';
import type { Scene } from './scene.ts';
import { LiveBar } from './top.tsx';

type CardProps = { group: string; case_id: string; people: People };
/** The private question with the four blurred facts. */
export function ConflictCard({ group, case_id, people }: CardProps) {
  const cases = useQuery('cases.list', { group }, { group, on: ['cases.*'], forget: true });
  const reply = useMutation('cases.answer_conflict');
  const [answer, setAnswer] = useState<ConflictAnswer>();
  return (
    <Card raised roomy title={t('consultation.know_title')}>
      <Loaded query={cases}>
        {({ cases: all }) => {
          const found = all.find((each) => each.case_id === case_id);
          return (
            <div class="col">
              <p class="muted">{t('consultation.know_hint', { name: people.first(found?.presenter) })}</p>
              {found?.blur && (
                <dl class="facts" translate={false}>
                  {(['setting', 'age_band', 'place_kind', 'theme'] as const).map((fact) => (
                    <Fragment key={fact}>
                      <dt>{t(`consultation.blur_${fact}`)}</dt>
                      <dd>{found.blur?.[fact]}</dd>
                    </Fragment>
                  ))}
                </dl>
              )}
              <Pick
                legend={t('consultation.know_ask')}
                value={answer}
                onChange={setAnswer}
                options={[
                  { value: 'no', text: t('consultation.know_no') },
                  { value: 'maybe', text: t('consultation.know_maybe') },
                  { value: 'yes', text: t('consultation.know_yes') },
                ]}
              />
              <p class="hint">{t('consultation.know_private')}</p>
              <ErrorNote error={reply.error} />
              <div class="btns">
                <Button
                  look="go"
                  busy={reply.busy}
                  off={!answer}
                  onClick={() => answer && reply.run({ group, case_id, answer })}
                >
                  {t('consultation.know_send')}
                </Button>
              </div>
            </div>
          );
        }}
      </Loaded>
    </Card>
  );
}

/** The session runs, and the reader has not answered yet. */
export function AnswerFirst({ scene }: { scene: Scene }) {
  useFrameClass('live');
  return (
    <>
      <LiveBar scene={scene} />
      <Page width="narrow">
        {scene.run.case_id && (
          <ConflictCard group={scene.group.group} case_id={scene.run.case_id} people={scene.people} />
        )}
      </Page>
    </>
  );
}

/** Away for this case: out of it until it is over. */
export function Away({ scene }: { scene: Scene }) {
  useFrameClass('hush');
  const heading = useHeading();
  const { people, run, role } = scene;
  return (
    <>
      <TopBar menu="none" />
      <main id="main" tabIndex={-1}>
        <h1 class="big" ref={heading} tabIndex={-1}>
          {t('consultation.away')}
        </h1>
        <p class="muted">{t('consultation.away_hint', { name: people.first(holder(run, 'presenter')) })}</p>
        {role === 'facilitator' && <p class="muted">{t('consultation.away_lead')}</p>}
        <div class="still">
          <ButtonLink href="/">{t('app.to_home')}</ButtonLink>
          <Danger scene={scene} away />
        </div>
      </main>
    </>
  );
}

type KnowProps = { scene: Scene; case_id: string; onClose(): void };
export function KnowDialog({ scene, case_id, onClose }: KnowProps) {
  const reply = useMutation('cases.answer_conflict');
  const press = () => reply.run({ group: scene.group.group, case_id, answer: 'maybe' });
  return (
    <Dialog
      title={t('consultation.may_know')}
      onClose={onClose}
      deed={{ text: t('consultation.step_out'), run: press, by: reply }}
    >
      <p>{t('consultation.step_out_hint')}</p>
      <p class="muted">{t('consultation.step_out_private')}</p>
    </Dialog>
  );
}
