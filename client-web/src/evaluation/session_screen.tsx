// What one session's rating came to, or plainly why there is nothing to see.
import { useEvaluation } from './query.ts';
import '../style/screens/rate.css';
import '../style/screens/evaluation.css';
import { Page } from '../app/frame.tsx';
import { useQuery } from '../data/query.ts';
import { dayAndTime, longDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card, Note } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { ScreenProps } from '../screens.ts';
import { Lines, Results, why } from './results.tsx';

export default function SessionEvaluationScreen({ params: { group, session } }: ScreenProps<'group' | 'session'>) {
  const of = { group, session };
  const query = useEvaluation(of);
  const held = useQuery('consultation.show', of, { group, on: ['schedule.*'] }).data?.session;
  return (
    <Page width="narrow">
      <Title hint={held ? t('evaluation.of_session', { number: held.number, day: longDay(held.starts_at) }) : ' '}>
        {t('evaluation.title_session')}
      </Title>
      <Stale query={query} />
      <Loaded query={query}>
        {({ evaluation: { no_result, mine, closes_at, items, keep, change } }) => (
          <>
            <Card raised roomy title={t('evaluation.came_of_it')}>
              {no_result ? <p class="muted">{why(no_result)}</p> : <Results items={items} />}
              {no_result === 'still_open' && (
                <p class="hint eg">{t('evaluation.closes_at', { when: dayAndTime(closes_at) })}</p>
              )}
              {!no_result && <p class="foot">{t('evaluation.scale_foot')}</p>}
            </Card>
            {no_result === 'still_open' && mine !== 'not_present' && (
              <>
                {mine === 'rated' && <Note icon="check">{t('evaluation.you_rated')}</Note>}
                {mine === 'declined' && <Note icon="info">{t('evaluation.you_passed')}</Note>}
                <p>
                  <ButtonLink look={mine === 'open' ? 'go' : 'line'} href={`/g/${group}/session/${session}/rate`}>
                    {t(mine === 'open' ? 'evaluation.do_rate' : 'evaluation.do_change')}
                  </ButtonLink>
                </p>
              </>
            )}
            {!no_result && keep.length + change.length > 0 && (
              <Card roomy title={t('evaluation.in_words')} foot={<span>{t('evaluation.mixed_order')}</span>}>
                <div class="col">
                  <Lines title={t('evaluation.keep')} lines={keep} />
                  <Lines title={t('evaluation.change')} lines={change} />
                </div>
              </Card>
            )}
          </>
        )}
      </Loaded>
      <p>
        <ButtonLink look="quiet" icon="left" href={`/g/${group}/evaluation`}>
          {t('evaluation.all_sessions')}
        </ButtonLink>
      </p>
    </Page>
  );
}
