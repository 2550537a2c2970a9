// What came of a rating: means to the nearest half, close or mixed, and the lines in mixed order.
import { t } from '../i18n/i18n.ts';
import { Chip } from '../parts/basics.tsx';
import type { Agreeing, ItemResult, NoResult } from '../protocol.gen.ts';

/** "7.5", "7,5" */
export const figure = (mean: number): string =>
  mean.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const why = (no_result: NoResult): string => t(`evaluation.no_${no_result}`);

export function Agreed({ agreeing }: { agreeing: Agreeing }) {
  return <Chip tone={agreeing === 'close' ? 'accent' : 'warm'}>{t(`evaluation.${agreeing}`)}</Chip>;
}

export function Results({ items }: { items: ItemResult[] }) {
  return (
    <ul class="show">
      {items.map(({ item, mean, agreeing }) => (
        <li key={item}>
          <span>{t(`evaluation.item_${item}`)}</span>
          <b class="num">{figure(mean)}</b>
          <Agreed agreeing={agreeing} />
        </li>
      ))}
    </ul>
  );
}

export function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (!lines.length) return null;
  return (
    <div>
      <h3 class="label">{title}</h3>
      <ul class="lines" translate={false}>
        {lines.map((line, i) => (
          // Two may have written the same.
          <li key={`${i} ${line}`}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
