// How sessions are going: the group's means over time, as a plot and as a table.
import { useState } from 'preact/hooks';
import '../style/screens/rate.css';
import '../style/screens/evaluation.css';
import { Page } from '../app/frame.tsx';
import { useQuery } from '../data/query.ts';
import { useGroup } from '../groups/people.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { Item, TrendPoint } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { first_items, items } from './items.ts';
import { Key, Plot } from './plot.tsx';
import { Agreed, figure, why } from './results.tsx';

export default function EvaluationScreen({ params: { group } }: ScreenProps<'group'>) {
  const query = useQuery('evaluation.trend', { group }, { group, on: ['evaluation.*', 'schedule.session_held'] });
  const name = useGroup(group).data?.name;
  return (
    <Page>
      <Title hint={name ? t('evaluation.hint', { group: name }) : ' '}>{t('evaluation.title')}</Title>
      <Stale query={query} />
      <Loaded query={query}>{({ points }) => <Trend group={group} points={points} />}</Loaded>
    </Page>
  );
}

function Trend({ group, points }: { group: string; points: TrendPoint[] }) {
  const [shown, setShown] = useState<ReadonlySet<Item>>(new Set(first_items));
  const any = points.some((point) => point.items.length > 0);
  if (!points.length)
    return (
      <Card roomy title={t('evaluation.none_yet')}>
        <p class="muted">{t('evaluation.none_yet_hint')}</p>
      </Card>
    );
  const rated = items.filter((item) => points.some((point) => point.items.some((each) => each.item === item)));
  const toggle = (item: Item, on: boolean) => {
    const next = new Set(shown);
    if (on) next.add(item);
    else next.delete(item);
    setShown(next);
  };
  return (
    <>
      {any && (
        <Card raised roomy title={t('evaluation.over_time')} fact={t('evaluation.scale')}>
          <fieldset class="lines-shown">
            <legend class="sr">{t('evaluation.which_lines')}</legend>
            {rated.map((item) => (
              <label key={item} class="check">
                <input
                  type="checkbox"
                  checked={shown.has(item)}
                  onChange={(event) => toggle(item, event.currentTarget.checked)}
                />
                <Key item={item} />
                <span>{t(`evaluation.item_${item}`)}</span>
              </label>
            ))}
          </fieldset>
          <Plot points={points} items={rated.filter((item) => shown.has(item))} />
          {points.some((point) => !point.items.length) && <p class="foot">{t('evaluation.plot_foot')}</p>}
        </Card>
      )}
      <Card roomy title={t('evaluation.each_session')} class="evaluated">
        {/* Roles by hand: shown as a list on a phone it is still a table to a screen reader. */}
        {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
        <table class="table" role="table" aria-label={t('evaluation.each_session')}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('evaluation.session')}
              </th>
              {rated.map((item) => (
                <th key={item} role="columnheader" scope="col">
                  {t(`evaluation.short_${item}`)}
                </th>
              ))}
              {!rated.length && (
                <th role="columnheader" scope="col">
                  {t('evaluation.result')}
                </th>
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {[...points].reverse().map((point) => (
              <Row key={point.session} group={group} point={point} rated={rated} />
            ))}
          </tbody>
        </table>
        {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
      </Card>
    </>
  );
}

function Row({ group, point, rated }: { group: string; point: TrendPoint; rated: Item[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a table to screen readers where it looks like a list
    <tr role="row">
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <th role="rowheader" scope="row">
        <a href={`/g/${group}/session/${point.session}/evaluation`}>{shortDay(point.starts_at)}</a>
        <small>{t('evaluation.number', { number: point.number })}</small>
      </th>
      {point.items.length === 0 ? (
        // biome-ignore lint/a11y/noRedundantRoles: as above
        <td role="cell" class="muted reason" colSpan={Math.max(1, rated.length)}>
          <span>{why(point.no_result ?? 'too_few')}</span>
        </td>
      ) : (
        rated.map((item) => {
          const found = point.items.find((each) => each.item === item);
          return (
            // biome-ignore lint/a11y/noRedundantRoles: as above
            <td key={item} role="cell" data-label={t(`evaluation.short_${item}`)}>
              <span>
                {found ? (
                  <>
                    <b class="num">{figure(found.mean)}</b> <Agreed agreeing={found.agreeing} />
                  </>
                ) : (
                  <span class="muted">{t('evaluation.not_enough')}</span>
                )}
              </span>
            </td>
          );
        })
      )}
    </tr>
  );
}
