// What was found, beside the text: why, and what could stand there instead.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button, classes, useId } from '../parts/basics.tsx';
import { tell } from '../parts/feedback.tsx';
import { confidential } from '../parts/fields.tsx';
import type { Checker, Place, Row } from './checker.ts';

/** Long words (a quotation) are cut in the panel; the text shows all of them. */
const short = (words: string): string => ([...words].length > 80 ? `${[...words].slice(0, 78).join('')}…` : words);

type Props<F extends string> = { checker: Checker<F>; id?: string; children?: ComponentChildren };
export function PlacesPanel<F extends string>({ checker, id, children }: Props<F>) {
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
        <State checker={checker} />
        <Said checker={checker} />
        {certain.length > 0 && (
          <>
            <p class="sect">
              <span class="key must" />
              {t('cases.must')}
              <span>{must}</span>
            </p>
            <ul class="finds">
              {certain.map((row) => (
                <RowItem key={row.words} row={row} {...shared} />
              ))}
            </ul>
            <Button
              look="go"
              full
              onClick={() => {
                goes_on.current = 0;
                const count = checker.replaceCertain();
                tell(t('cases.replaced', { count }));
              }}
            >
              {t('cases.replace_all', { count: must })}
            </Button>
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

type RowProps<F extends string> = { row: Row<F>; checker: Checker<F>; act(row: Row<F>, work: () => void): void };
function RowItem<F extends string>(props: RowProps<F>) {
  const { row, checker, act } = props;
  const item = useRef<HTMLLIElement>(null);
  const at = row.places.find(({ id }) => id === checker.at.value);
  useEffect(() => {
    const side = item.current?.closest('.side');
    // On the phone the panel stands below the text; there nothing moves by itself.
    if (at && side && getComputedStyle(side).position === 'sticky') item.current?.scrollIntoView({ block: 'nearest' });
  }, [at?.id]);
  if (at && row.because === undefined) return <OpenRow {...props} at={at} item={item} />;
  const words = short(row.words);
  const count = row.places.length;
  const [first] = row.proposals;
  return (
    <li class="find1" ref={item} data-open={row.because === undefined || undefined}>
      <div>
        <button class="words" type="button" onClick={() => checker.show(row.places[0]!)} translate={false}>
          <b class={row.because === undefined ? undefined : 'muted'}>{words}</b>
          <span class="sr">{t('cases.show')}</span>
        </button>
        <small>
          {row.because === undefined ? row.reason : t('cases.kept_because', { because: row.because })}
          {count > 1 && ` ${t('cases.times', { count })}`}
        </small>
      </div>
      {row.because !== undefined ? (
        <Button
          look="quiet"
          small
          label={t('cases.change_for', { words })}
          onClick={() => act(row, () => checker.unkeep(row.places))}
        >
          {t('cases.change')}
        </Button>
      ) : (
        first !== undefined && (
          <Button
            small
            icon="arrow"
            class="choice"
            label={t(count > 1 ? 'cases.replace_times' : 'cases.replace_with', { words, other: first, count })}
            onClick={() => act(row, () => checker.replace(row.places, first))}
          >
            {first}
          </Button>
        )
      )}
    </li>
  );
}

function OpenRow<F extends string>({
  row,
  checker,
  act,
  at,
  item,
}: RowProps<F> & { at: Place<F>; item: { current: HTMLLIElement | null } }) {
  const [own, setOwn] = useState<string>();
  const [everywhere, setEverywhere] = useState(true);
  const field = useRef<HTMLInputElement>(null);
  const id = useId('keep');
  const words = short(row.words);
  const count = row.places.length;
  const places = everywhere ? row.places : [at];
  const replace = (word: string) => act(row, () => checker.replace(places, word));
  const keep = (because: string) => {
    const reason = because.trim();
    if (reason) act(row, () => checker.keep(places, reason));
  };
  useEffect(() => {
    if (own !== undefined) field.current?.focus();
  }, [own === undefined]);
  return (
    <li
      class={classes('open', row.certain && 'certain')}
      ref={item}
      data-open
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        checker.show(at);
      }}
    >
      <b translate={false}>{words}</b>
      <small>{row.reason}</small>
      <div class="btns s">
        {row.proposals.map((proposal, i) => (
          <Button
            key={proposal}
            small
            class={i === 0 ? 'choice' : undefined}
            label={t('cases.replace_with', { words, other: proposal })}
            onClick={() => replace(proposal)}
          >
            {proposal}
          </Button>
        ))}
        <Button
          small
          class={row.proposals.length ? undefined : 'choice'}
          onClick={() => setOwn(own === undefined ? '' : undefined)}
        >
          {t('cases.own_words')}
        </Button>
      </div>
      {own !== undefined && (
        <form
          class="with"
          onSubmit={(event) => {
            event.preventDefault();
            replace(own);
          }}
        >
          <input
            class="in"
            ref={field}
            aria-label={t('cases.own_words_for', { words })}
            value={own}
            onInput={(event) => setOwn(event.currentTarget.value)}
            {...confidential}
          />
          <Button type="submit">{t('cases.replace')}</Button>
        </form>
      )}
      {count > 1 && (
        <label class="check">
          <input
            type="checkbox"
            checked={everywhere}
            onChange={(event) => setEverywhere(event.currentTarget.checked)}
          />
          <span>{t('cases.everywhere', { count })}</span>
        </label>
      )}
      {!row.certain && <Keep id={id} words={words} keep={keep} />}
    </li>
  );
}

function Keep({ id, words, keep }: { id: string; words: string; keep(because: string): void }) {
  const [because, setBecause] = useState('');
  return (
    <form
      class="keep"
      onSubmit={(event) => {
        event.preventDefault();
        keep(because);
      }}
    >
      <p class="label" id={id}>
        {t('cases.keep_because')}
      </p>
      <div class="btns s">
        {(['shared', 'needed'] as const).map((reason) => (
          <Button
            key={reason}
            small
            look="quiet"
            label={`${t('cases.keep_for', { words })}: ${t(`cases.because_${reason}`)}`}
            onClick={() => keep(t(`cases.because_${reason}`))}
          >
            {t(`cases.because_${reason}`)}
          </Button>
        ))}
      </div>
      <div class="with">
        <input
          class="in"
          aria-labelledby={id}
          placeholder={t('cases.because_own')}
          value={because}
          onInput={(event) => setBecause(event.currentTarget.value)}
          {...confidential}
        />
        <Button type="submit" off={!because.trim()} label={t('cases.keep_for', { words })}>
          {t('cases.keep')}
        </Button>
      </div>
      <p class="hint">{t('cases.because_stays')}</p>
    </form>
  );
}
