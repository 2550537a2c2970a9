// Series whose last planned session is near: everybody is told, an organiser can let them go on.
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Tile } from '../parts/basics.tsx';
import type { SeriesView } from '../protocol.gen.ts';
import { stopped } from './date_text.ts';

const lastOne = (last: string): string => stopped(t('planning.runs_out', { day: shortDay(last) }));

type Props = { group: string; series: SeriesView[]; organises: boolean };
export function RunsOut({ group, series, organises }: Props) {
  return (
    <>
      {series.map(
        ({ series: id, runs_out, last }) =>
          runs_out &&
          last && (
            <section key={id} class="card swap" aria-label={lastOne(last)}>
              <Tile tone="warm" icon="cal" />
              <p>
                {lastOne(last)}
                <small>{t(organises ? 'planning.runs_out_organiser' : 'planning.runs_out_member')}</small>
              </p>
              {organises && (
                <ButtonLink look="soft" href={`/g/${group}/schedule#series=${id}`}>
                  {t('planning.runs_out_do')}
                </ButtonLink>
              )}
            </section>
          ),
      )}
    </>
  );
}
