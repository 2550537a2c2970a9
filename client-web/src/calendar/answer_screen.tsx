// Opened from a mail, without signing in: looking sends nothing, one button does. In the language of whose link it is.
import '../style/screens/answer.css';
import { useEffect, useState } from 'preact/hooks';
import { wantFocus } from '../app/focus.ts';
import { Page, TopBar } from '../app/frame.tsx';
import { fragmentSecret } from '../app/router.ts';
import { useTask } from '../data/task.ts';
import { language, setLanguage, t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Card } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote, errorText, Loading } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { Answer, AnswerLink } from '../protocol.gen.ts';
import { asRpcError, type RpcError } from '../wire/errors.ts';
import { post } from '../wire/http.ts';
import { tapped } from './tapped.ts';
import { When } from './when.tsx';

export default function AnswerScreen() {
  const fragment = fragmentSecret();
  const link = tapped(fragment);
  const [view, setView] = useState<AnswerLink>();
  const [error, setError] = useState<RpcError>();
  useEffect(() => {
    if (!link) return;
    setError(undefined);
    setView(undefined);
    post('peek_answer', { token: link.token })
      .then(async (found) => {
        if (found.language !== language()) await setLanguage(found.language);
        setView(found);
      })
      .catch((thrown) => setError(asRpcError(thrown)));
  }, [fragment]);
  return (
    <>
      <TopBar menu="none" />
      <Page width="narrow" class="entry">
        {!link ? (
          <Closed title={t('calendar.dead')} hint={t('calendar.incomplete')} />
        ) : error ? (
          <Unreadable error={error} />
        ) : !view ? (
          <Loading />
        ) : (
          <Found key={fragment} token={link.token} first={link.answer} view={view} onChange={setView} />
        )}
      </Page>
    </>
  );
}

function Closed({ title, hint, view }: { title: string; hint: string; view?: AnswerLink }) {
  return (
    <>
      <Title hint={hint}>{title}</Title>
      {view && (
        <Card roomy label={title}>
          <When link={view} />
        </Card>
      )}
      <p>
        <ButtonLink href="/">{t('calendar.way_in')}</ButtonLink>
      </p>
    </>
  );
}

const dead = ['link_unknown', 'link_expired', 'not_found', 'invalid_params'];
const Unreadable = ({ error }: { error: RpcError }) =>
  dead.includes(error.code) ? (
    <Closed title={t('calendar.dead')} hint={t('calendar.dead_hint')} />
  ) : (
    <Closed title={t('calendar.your_answer')} hint={errorText(error)} />
  );

type FoundProps = { token: string; first: Answer; view: AnswerLink; onChange(view: AnswerLink): void };
function Found({ token, first, view, onChange }: FoundProps) {
  const [sent, setSent] = useState(false);
  const [answer, setAnswer] = useState<Answer>(first);
  const go = (to: boolean) => {
    wantFocus();
    setSent(to);
  };
  const about_duty = view.purpose === 'duty';
  const done = (after: AnswerLink) => {
    onChange(after);
    go(true);
  };
  if (sent && about_duty) {
    return <Closed view={view} title={t('calendar.gave_up')} hint={t('calendar.gave_up_hint')} />;
  }
  switch (view.state) {
    case 'cancelled':
      return <Closed view={view} title={t('calendar.cancelled')} hint={t('calendar.cancelled_hint')} />;
    case 'taken':
      return <Closed view={view} title={t('calendar.taken')} hint={t('calendar.taken_hint')} />;
    case 'over': {
      const which = about_duty ? 'duty_over' : 'over';
      return <Closed view={view} title={t(`calendar.${which}`)} hint={t(`calendar.${which}_hint`)} />;
    }
  }
  if (about_duty) return <GiveUp token={token} view={view} onDone={done} />;
  if (sent && view.current) return <Said view={view} current={view.current} onChange={() => go(false)} />;
  return <Ask {...{ token, view, answer, setAnswer }} onDone={done} />;
}

type AskProps = {
  token: string;
  view: AnswerLink;
  answer: Answer;
  setAnswer(answer: Answer): void;
  onDone(after: AnswerLink): void;
};
function Ask({ token, view, answer, setAnswer, onDone }: AskProps) {
  const { run, busy, error, clear } = useTask();
  const send = () => run(async () => onDone(await post('answer', { token, answer })));
  const choose = (wanted: Answer) => {
    clear();
    setAnswer(wanted);
  };
  return (
    <>
      <Title hint={t('calendar.quiet')}>{t('calendar.will_you')}</Title>
      <Card roomy class="col" label={t('calendar.will_you')}>
        <When link={view} />
        <Segmented
          legend={t('calendar.your_answer')}
          quiet
          value={answer}
          onChange={choose}
          options={[
            { value: 'yes', text: t('calendar.yes') },
            { value: 'late', text: t('calendar.late'), icon: 'clock' },
            // Not among a mail's answers, but it may be what somebody has said before.
            ...(view.current === 'online' ? [{ value: 'online' as const, text: t('calendar.online') }] : []),
            { value: 'no', text: t('calendar.no'), icon: 'x' },
          ]}
          hint={answer === 'no' ? t('calendar.no_hint') : undefined}
        />
        <ErrorNote error={error} />
        <Button look="go" full busy={busy} onClick={send}>
          {t(`calendar.send_${answer}`)}
        </Button>
        {view.current && <p class="hint">{t('calendar.so_far', { answer: t(`calendar.${view.current}`) })}</p>}
      </Card>
    </>
  );
}

function Said({ view, current, onChange }: { view: AnswerLink; current: Answer; onChange(): void }) {
  return (
    <>
      <Title hint={t('calendar.said_hint')}>{t(`calendar.said_${current}`)}</Title>
      <Card roomy class="col" label={t('calendar.your_answer')}>
        <When link={view} />
        <div class="btns">
          <Button onClick={onChange}>{t('calendar.change')}</Button>
          <ButtonLink look="quiet" href="/">
            {t('calendar.way_in')}
          </ButtonLink>
        </div>
        <p class="hint">{t('calendar.can_change')}</p>
      </Card>
    </>
  );
}

function GiveUp({ token, view, onDone }: { token: string; view: AnswerLink; onDone(after: AnswerLink): void }) {
  const { run, busy, error } = useTask();
  const title = t(`calendar.duty_${view.role ?? 'facilitator'}`);
  return (
    <>
      <Title hint={t('calendar.quiet')}>{title}</Title>
      <Card roomy class="col" label={title}>
        <When link={view} />
        <p class="muted">{t('calendar.cannot')}</p>
        <ErrorNote error={error} />
        <Button look="go" full busy={busy} onClick={() => run(async () => onDone(await post('give_up', { token })))}>
          {t('calendar.give_up')}
        </Button>
      </Card>
    </>
  );
}
