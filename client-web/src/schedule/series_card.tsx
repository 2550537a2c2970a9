// The rhythm that a group has: each series in a sentence, how far it is planned, how many a session takes.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { dayKey, shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { Button, ButtonLink, Card } from '../parts/basics.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import { Select, TextField } from '../parts/fields.tsx';
import type { SeriesView, Session } from '../protocol.gen.ts';
import { daysText, rangeText, stopped } from './date_text.ts';
import { endOf } from './plan.ts';
import { ruleText } from './rule.ts';
import { isAhead } from './sessions.ts';

const quorums = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** "Every 2 weeks on Tuesday, 18:30 to 20:00, Berlin time." */
export const sentenceOf = ({ recurrence, starts, minutes, zone }: SeriesView): string =>
  t('planning.rule_whole', {
    rule: ruleText(recurrence, starts),
    from: starts.slice(11, 16),
    to: endOf(starts.slice(11, 16), minutes),
    zone: zonePlace(zone),
  });

type Props = {
  group: string;
  series: SeriesView[];
  sessions: Session[];
  organises: boolean;
  quorum: number | undefined;
  now: number;
};
export function SeriesCard({ group, series, sessions, organises, quorum, now }: Props) {
  const [ending, setEnding] = useState<string>();
  const to_end = series.find((each) => each.series === ending);
  const one = series.length === 1;
  return (
    <Card title={t(one || !series.length ? 'planning.series_card' : 'planning.series_cards')}>
      <ul class="series">
        {series.map((view) => (
          <li key={view.series}>
            <p>{sentenceOf(view)}</p>
            <p class="muted small">{lastText(view)}</p>
            <PausesLine view={view} today={dayKey(now, view.zone)} />
            {organises && (
              <span class="btns s">
                <ButtonLink
                  small
                  href={`/g/${group}/schedule#series=${view.series}`}
                  label={one ? undefined : t('planning.series_change_of', { rule: sentenceOf(view) })}
                >
                  {t('planning.series_change')}
                </ButtonLink>
                <Button
                  small
                  look="quiet"
                  label={t('planning.end_of', { rule: sentenceOf(view) })}
                  onClick={() => setEnding(view.series)}
                >
                  {t('planning.end')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {quorum && <QuorumLine {...{ group, quorum, organises }} />}
      {to_end && <EndDialog {...{ group, sessions, now }} view={to_end} onClose={() => setEnding(undefined)} />}
    </Card>
  );
}

function lastText({ recurrence, last }: SeriesView): string {
  if (!recurrence.count && !recurrence.until) return t('planning.series_on');
  return last ? stopped(t('planning.series_until', { day: shortDay(last) })) : '';
}

function PausesLine({ view, today }: { view: SeriesView; today: string }) {
  const ahead = view.breaks.filter((pause) => pause.last >= today);
  if (!ahead.length) return null;
  return <p class="muted small">{stopped(t('planning.series_breaks', { days: daysText(ahead.map(rangeText), 3) }))}</p>;
}

type EndProps = { group: string; view: SeriesView; sessions: Session[]; now: number; onClose(): void };
function EndDialog({ group, view, sessions, now, onClose }: EndProps) {
  const end = useMutation('schedule.end_series');
  const [after, setAfter] = useState(dayKey(view.next ?? now, view.zone));
  const goes = sessions.filter(
    (each) =>
      each.series === view.series &&
      each.state === 'planned' &&
      isAhead(each, now) &&
      dayKey(each.starts_at, view.zone) > after,
  );
  const press = async () => {
    if (!after || !(await end.run({ group, series: view.series, after }))) return;
    tell(t('planning.ended'));
    onClose();
  };
  return (
    <Dialog
      title={t('planning.end_title')}
      onClose={onClose}
      out={t('planning.end_not')}
      deed={{ text: t('planning.end_save'), look: 'stop', run: press, by: end, off: !after }}
    >
      <p class="muted small">{sentenceOf(view)}</p>
      <TextField label={t('planning.end_after')} type="date" value={after} onChange={setAfter} />
      <p class="small" aria-live="polite">
        {goes.length
          ? stopped(
              t('planning.end_goes', {
                count: goes.length,
                days: daysText(goes.map((each) => shortDay(each.starts_at))),
              }),
            )
          : t('planning.end_none')}
      </p>
    </Dialog>
  );
}

function QuorumLine({ group, quorum, organises }: { group: string; quorum: number; organises: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="foot">
      <span>{t('planning.quorum', { count: quorum })}</span>
      {organises && (
        <Button small onClick={() => setOpen(true)}>
          {t('planning.quorum_change')}
        </Button>
      )}
      {open && <QuorumDialog group={group} quorum={quorum} onClose={() => setOpen(false)} />}
    </div>
  );
}

function QuorumDialog({ group, quorum, onClose }: { group: string; quorum: number; onClose(): void }) {
  const save = useMutation('schedule.set_settings');
  const [chosen, setChosen] = useState(String(quorum));
  const press = async () => {
    if (!(await save.run({ group, quorum: Number(chosen) }))) return;
    tell(t('planning.quorum_saved'));
    onClose();
  };
  return (
    <Dialog
      title={t('planning.quorum_title')}
      onClose={onClose}
      deed={{ text: t('planning.quorum_save'), run: press, by: save }}
    >
      <Select
        label={t('planning.quorum_label')}
        hint={t('planning.quorum_hint')}
        value={chosen}
        onChange={setChosen}
        options={quorums.map((count) => ({ value: String(count), text: t('planning.quorum_people', { count }) }))}
      />
    </Dialog>
  );
}
