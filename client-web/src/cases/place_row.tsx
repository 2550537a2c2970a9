// One row of the panel: words that stand at one place or more, and what is decided about them.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button, classes, useId } from '../parts/basics.tsx';
import { confidential } from '../parts/fields.tsx';
import type { Checker } from './checker.ts';
import type { Place, Row } from './places.ts';

/** Long words (a quotation) are cut in the panel; the text shows all of them. */
const short = (words: string): string => ([...words].length > 80 ? `${[...words].slice(0, 78).join('')}…` : words);

type RowProps<F extends string> = { row: Row<F>; checker: Checker<F>; act(row: Row<F>, work: () => void): void };
export function RowItem<F extends string>(props: RowProps<F>) {
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
  const all = row.because === undefined ? checker.everywhere(row) : row.places;
  const count = all.length;
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
            onClick={() => act(row, () => checker.replace(all, first))}
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
  const all = checker.everywhere(row);
  const count = all.length;
  const replace = (word: string) => act(row, () => checker.replace(everywhere ? all : [at], word));
  const keep = (because: string) => {
    const reason = because.trim();
    if (reason) act(row, () => checker.keep(everywhere ? row.places : [at], reason));
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
        {(['shared', 'needed', 'other'] as const).map((reason) => (
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
