// A case as it is read, here and in a live session.
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/i18n.ts';
import { Chip, useId } from '../parts/basics.tsx';
import type { Blur, CaseView } from '../protocol.gen.ts';
import { blurred } from './form.ts';
import { Prose, withCodes } from './prose.tsx';

type Props = {
  view: CaseView;
  /** Who brings it; nothing: the reader. */
  by?: string;
  /** What is true of the whole: when it is shredded, "I may know this person". */
  foot?: ComponentChildren;
  class?: string;
};
export function CaseCard({ view, by, foot, class: extra }: Props) {
  const id = useId('case');
  const first = by?.split(' ')[0] ?? '';
  return (
    <article class={extra ? `card case ${extra}` : 'card case'} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id} translate={false}>
            {withCodes(view.title)}
          </h2>
          <p class="by">{by ? t('cases.brought_by', { name: by }) : t('cases.brought_by_you')}</p>
        </div>
        <Chip tone="accent" icon="shield">
          {t('cases.checked')}
        </Chip>
      </header>
      <div class="ask">
        <b>{by ? t('cases.question_of', { name: first }) : t('cases.question_yours')}</b>
        <q translate={false}>{withCodes(view.question)}</q>
      </div>
      <BlurFacts blur={view.blur} wanted={t(`cases.wanted_${view.summary.wanted}`)} />
      {view.text.trim() ? (
        <Prose text={view.text} />
      ) : (
        <p class="muted">{by ? t('cases.told_by', { name: first }) : t('cases.told_by_you')}</p>
      )}
      {foot && <div class="foot">{foot}</div>}
    </article>
  );
}

/** The four broad strokes, and what is wanted. */
export function BlurFacts({ blur, wanted }: { blur: Blur; wanted?: string }) {
  return (
    <dl class="facts" translate={false}>
      {blurred.map(
        (field) =>
          blur[field].trim() && (
            <>
              <dt>{t(`cases.${field}`)}</dt>
              <dd>{blur[field]}</dd>
            </>
          ),
      )}
      {wanted && (
        <>
          <dt>{t('cases.wanted')}</dt>
          <dd>{wanted}</dd>
        </>
      )}
    </dl>
  );
}
