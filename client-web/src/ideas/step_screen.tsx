// Some weeks later: how did it go? Asked of the presenter alone; the answer is not kept, and the step goes with it.
import { useState } from 'preact/hooks';
import { Page, TopBar } from '../app/frame.tsx';
import { me } from '../app/me.ts';
import { navigate } from '../app/router.ts';
import { useMutation, useQuery } from '../data/query.ts';
import { longDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Card, Note } from '../parts/basics.tsx';
import { Check, Pick } from '../parts/choices.tsx';
import { ErrorNote, Loaded, tell } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { FirstStep } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';

export default function StepScreen({ params: of }: ScreenProps<'group' | 'session'>) {
  const account = me.value?.account.account ?? '';
  const query = useQuery('ideas.step', of, { group: [of.group, account], on: ['ideas.*'], forget: true });
  return (
    <>
      <TopBar menu="none">
        <ButtonLink look="quiet" href="/">
          {t('ideas.later')}
        </ButtonLink>
      </TopBar>
      <Page width="narrow">
        <Title hint={t('ideas.went_hint')}>{t('ideas.went')}</Title>
        <Loaded query={query}>
          {({ step }) => (step ? <Answer of={of} step={step} /> : <Note icon="check">{t('ideas.no_step')}</Note>)}
        </Loaded>
      </Page>
    </>
  );
}

const ways = ['well', 'partly', 'changed', 'not_yet'] as const;

function Answer({ of, step }: { of: { group: string; session: string }; step: FirstStep }) {
  const answer = useMutation('ideas.answer_step');
  const [went, setWent] = useState<(typeof ways)[number]>();
  const [echo, setEcho] = useState(false);
  const [missing, setMissing] = useState(false);
  const send = async () => {
    setMissing(!went);
    if (!went || !(await answer.run({ ...of, not_yet: went === 'not_yet', echo }))) return;
    tell(t(went === 'not_yet' ? 'ideas.asked_again' : 'ideas.step_gone'));
    navigate('/');
  };
  return (
    <Card raised roomy title={t('ideas.first_step')}>
      <div class="col">
        <p class="read" translate={false}>
          {step.text}
        </p>
        <Pick
          legend={t('ideas.went')}
          value={went}
          onChange={setWent}
          options={ways.map((value) => ({ value, text: t(`ideas.went_${value}`) }))}
        />
        {missing && !went && <p role="alert">{t('ideas.went_missing')}</p>}
        <Check checked={echo} onChange={setEcho}>
          {t('ideas.echo')}
        </Check>
        <p class="hint">{t('ideas.went_private', { day: longDay(step.until) })}</p>
        <ErrorNote error={answer.error} />
        <div class="btns">
          <Button look="go" busy={answer.busy} onClick={send}>
            {t('ideas.went_send')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
