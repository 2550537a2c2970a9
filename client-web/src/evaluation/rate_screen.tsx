// One minute after a session. Nothing of it is kept on the device; what has been sent can be replaced until it closes.

import { useRef, useState } from 'preact/hooks';
import { useEvaluation } from './query.ts';
import '../style/screens/case_field.css';
import '../style/screens/places.css';
import '../style/screens/rate.css';
import { Page, TopBar } from '../app/frame.tsx';
import { useKeep } from '../app/keep.ts';
import { navigate } from '../app/router.ts';
import { CheckedField } from '../cases/checked_field.tsx';
import { PlacesPanel } from '../cases/places_panel.tsx';
import { settled, useChecker, useRefusedPlaces } from '../cases/use_checker.ts';
import { length } from '../data/code_points.ts';
import { useMutation, useQuery } from '../data/query.ts';
import { useGroup } from '../groups/people.ts';
import { longDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Card, Note } from '../parts/basics.tsx';
import { Scale, type Score } from '../parts/choices.tsx';
import { ErrorNote, Loaded, tell } from '../parts/feedback.tsx';
import { confidential, Wrong } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import { Title } from '../parts/title.tsx';
import { type Evaluation, type Item, type ItemResult, limits, type SessionRef } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { first_items, items, type Line, lines, more_items } from './items.ts';
import { Results } from './results.tsx';

const example: ItemResult[] = [
  { item: 'useful', mean: 7.5, agreeing: 'close' },
  { item: 'safe', mean: 6, agreeing: 'mixed' },
];

export default function RateScreen({ params: { group, session } }: ScreenProps<'group' | 'session'>) {
  const of = { group, session };
  const query = useEvaluation(of);
  const view = useQuery('consultation.show', of, { group, on: ['schedule.*'] });
  const name = useGroup(group).data?.name;
  const number = view.data?.session.number;
  return (
    <>
      <TopBar menu="none">
        <ButtonLink look="quiet" href="/">
          {t('evaluation.later')}
        </ButtonLink>
      </TopBar>
      <Page width="narrow">
        <Title hint={name && number ? t('evaluation.rate_hint', { group: name, number }) : ' '}>
          {t('evaluation.rate')}
        </Title>
        <Loaded query={query}>
          {({ evaluation }) =>
            evaluation.mine === 'not_present' || evaluation.mine === 'closed' ? (
              <>
                <Note>{t(evaluation.mine === 'closed' ? 'evaluation.closed' : 'evaluation.not_there')}</Note>
                <p>
                  <ButtonLink href={`/g/${group}/session/${session}/evaluation`}>{t('evaluation.see')}</ButtonLink>
                </p>
              </>
            ) : (
              <Ballot of={of} evaluation={evaluation} />
            )
          }
        </Loaded>
      </Page>
    </>
  );
}

function Ballot({ of, evaluation }: { of: SessionRef; evaluation: Evaluation }) {
  const rate = useMutation('evaluation.rate');
  const decline = useMutation('evaluation.decline');
  const [scores, setScores] = useState<Partial<Record<Item, Score>>>({});
  const checker = useChecker<Line>(of.group, lines);
  const [empty, setEmpty] = useState(false);
  const given = items.flatMap((item) => {
    const score = scores[item];
    return typeof score === 'number' ? [{ item, score }] : [];
  });
  // Once there were places, the way back stays too.
  const found = useRef(false);
  found.current ||= checker.rows.value.length > 0;
  const texts = checker.texts.value;
  const written = lines.some((line) => texts[line].trim());
  const letGo = useKeep(given.length > 0 || written, t('evaluation.leave'));
  useRefusedPlaces(checker, rate.error);

  const done = (text: string) => {
    letGo();
    tell(text);
    navigate('/');
  };
  const send = async () => {
    setEmpty(!given.length && !written);
    if ((!given.length && !written) || lines.some((line) => length(texts[line]) > limits.Rate[line])) return;
    if (!(await settled(checker))) return;
    const { keep, change } = checker.texts.value;
    // White space alone is no line.
    const lines_of = { keep: keep.trim() && keep, change: change.trim() && change };
    if (await rate.run({ ...of, scores: given, ...lines_of, kept: checker.keptSpans() })) done(t('evaluation.sent'));
  };
  const pass = async () => {
    if (await decline.run(of)) done(t('evaluation.passed'));
  };
  const scale = (item: Item) => (
    <Scale
      key={item}
      legend={t(`evaluation.ask_${item}`)}
      low={t('evaluation.low')}
      high={t('evaluation.high')}
      value={scores[item]}
      onChange={(score) => setScores({ ...scores, [item]: score })}
    />
  );
  const line = (which: Line) => (
    <CheckedField checker={checker} field={which} label={t(`evaluation.${which}`)} most={limits.Rate[which]} />
  );

  return (
    <>
      {evaluation.mine !== 'open' && (
        <Note>{t(evaluation.mine === 'rated' ? 'evaluation.replaces' : 'evaluation.passed_before')}</Note>
      )}
      <section class="card pad2 items" aria-label={t('evaluation.questions')}>
        {first_items.map(scale)}
        <details class="more">
          <summary>
            <Icon name="down" />
            {t('evaluation.more')}
          </summary>
          <div class="items">{more_items.map(scale)}</div>
        </details>
      </section>
      <section class="card pad2 col" aria-label={t('evaluation.words')} {...{ translate: confidential.translate }}>
        {line('keep')}
        {line('change')}
        <p class="hint">{t('evaluation.words_hint')}</p>
      </section>
      {found.current && <PlacesPanel checker={checker} />}
      <Card roomy title={t('evaluation.will_see')} foot={<span>{t('evaluation.fewer')}</span>}>
        <p class="muted">
          {t('evaluation.until', { day: longDay(evaluation.closes_at), time: time(evaluation.closes_at) })}
        </p>
        <p class="hint eg">{t('evaluation.example')}</p>
        <Results items={example} />
      </Card>
      <div class="col send">
        {empty && <Wrong>{t('evaluation.nothing')}</Wrong>}
        <ErrorNote error={rate.error ?? decline.error} />
        <Button look="go" full busy={rate.busy} onClick={send}>
          {t('evaluation.send')}
        </Button>
        <Button look="quiet" full busy={decline.busy} onClick={pass}>
          {t('evaluation.pass')}
        </Button>
      </div>
    </>
  );
}
