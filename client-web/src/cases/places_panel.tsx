// What was found, beside the text: why, and what could stand there instead.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { tell } from '../parts/feedback.tsx';
import type { Checker } from './checker.ts';
import { RowItem } from './place_row.tsx';
import type { Row } from './places.ts';

type Props<F extends string> = {
  checker: Checker<F>;
  id?: string;
  /** What holds for all places. */
  hint?: ComponentChildren;
  children?: ComponentChildren;
};
export function PlacesPanel<F extends string>({ checker, id, hint, children }: Props<F>) {
  const panel = useRef<HTMLElement>(null);
  const goes_on = useRef<number | undefined>(undefined);
  const rows = checker.rows.value;
  const certain = rows.filter((row) => row.certain);
  const asked = rows.filter((row) => !row.certain);
  const open = checker.open.value;
  const must = open.filter((place) => place.certain).length;
  const decided = checker.places.value.length - open.length;

  // What was decided leaves the list: the focus goes on to what stands there now.
  useLayoutEffect(() => {
    if (goes_on.current === undefined) return;
    const items = panel.current?.querySelectorAll<HTMLElement>('li[data-open] .choice');
    const to = items?.length ? items[Math.min(goes_on.current, items.length - 1)] : panel.current?.querySelector('h2');
    goes_on.current = undefined;
    (to as HTMLElement | null | undefined)?.focus({ preventScroll: false });
  });
  const act = (row: Row<F>, work: () => void) => {
    const in_order = [...certain, ...asked.filter((each) => each.because === undefined)];
    if (panel.current?.contains(document.activeElement)) goes_on.current = Math.max(0, in_order.indexOf(row));
    const was_open = row.places.some(({ id: place }) => place === checker.at.value);
    work();
    checker.at.value = undefined;
    if (was_open && checker.open.value.length) {
      const first = row.places[0]!;
      checker.step(1, { field: first.field, at: first.start });
    }
  };
  const shared = { checker, act };
  return (
    <aside class="card pad side" id={id} ref={panel} aria-label={t('cases.panel')} data-panel>
      <div class="places">
        <div class="head">
          <h2 tabIndex={-1}>{open.length ? t('cases.to_look_at', { count: open.length }) : t('cases.nothing_left')}</h2>
          <span>{decided > 0 && t('cases.decided', { count: decided })}</span>
        </div>
        {hint}
        <State checker={checker} />
        <Said checker={checker} />
        {certain.length > 0 && (
          <>
            <p class="sect">
              <span class="key must" />
              {t('cases.must')}
              <span>{must}</span>
            </p>
            <Button
              look="go"
              full
              onClick={() => {
                goes_on.current = 0;
                const count = checker.replaceCertain();
                tell(t('cases.replaced', { count }));
              }}
            >
              {t('cases.replace_all', { count: checker.certain().length })}
            </Button>
            <ul class="finds">
              {certain.map((row) => (
                <RowItem key={row.words} row={row} {...shared} />
              ))}
            </ul>
          </>
        )}
        {certain.length > 0 && asked.length > 0 && <hr />}
        {asked.length > 0 && (
          <>
            <p class="sect">
              <span class="key review" />
              {t('cases.you_decide')}
              <span>{t('cases.left_of', { left: open.length - must, all: open.length - must + decided })}</span>
            </p>
            <ul class="finds">
              {asked.map((row) => (
                <RowItem key={`${row.words} ${row.because === undefined}`} row={row} {...shared} />
              ))}
            </ul>
          </>
        )}
        {checker.can_undo.value && (
          <Button look="quiet" small icon="undo" onClick={() => checker.undo()}>
            {t('parts.undo')}
          </Button>
        )}
        {rows.length > 0 && <p class="hint keys">{t('cases.keys')}</p>}
      </div>
      {children}
    </aside>
  );
}

function State<F extends string>({ checker }: { checker: Checker<F> }) {
  if (checker.state.value !== 'failed') return null;
  return (
    <p class="note c-warm">
      <span>{t('cases.check_failed')}</span>
      <button class="link" type="button" onClick={() => checker.settle()}>
        {t('parts.try_again')}
      </button>
    </p>
  );
}

/** Says politely how many there are, once the writing rests. */
function Said<F extends string>({ checker }: { checker: Checker<F> }) {
  const [said, setSaid] = useState('');
  const before = useRef(0);
  const count = checker.open.value.length;
  const idle = checker.state.value === 'idle';
  const place = checker.places.value.find(({ id }) => id === checker.at.value);
  useEffect(() => {
    if (!idle || count === before.current) return;
    const timer = setTimeout(() => {
      before.current = count;
      setSaid(count ? t('cases.to_look_at', { count }) : t('cases.nothing_left'));
    }, 900);
    return () => clearTimeout(timer);
  }, [idle, count]);
  useEffect(() => {
    if (!place) return;
    const where = checker.places.value.findIndex(({ id }) => id === place.id) + 1;
    const all = checker.places.value.length;
    const level = t(place.certain ? 'cases.must' : 'cases.you_decide');
    setSaid(`${t('cases.place_of', { where, all })}: ${checker.words(place)}. ${level}. ${place.reason}`);
  }, [place?.id]);
  return (
    <p class="sr" role="status" aria-live="polite">
      {said}
    </p>
  );
}
