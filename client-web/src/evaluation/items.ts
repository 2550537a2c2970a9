// The six questions in their order; the first three are shown first.
import type { Item, Rate } from '../protocol.gen.ts';

export const items: Item[] = ['useful', 'heard', 'safe', 'on_track', 'fair_time', 'takeaway'];
export const first_items = items.slice(0, 3);
export const more_items = items.slice(3);

export type Line = 'keep' | 'change';

/**
 * The places that a refusal names, "keep:3-8,change:0-5" in code points, as the words that stand there; each once.
 */
export function places(details: string | undefined, lines: Pick<Rate, Line>): Record<Line, string[]> {
  const found: Record<Line, string[]> = { keep: [], change: [] };
  for (const place of details?.split(',') ?? []) {
    const [, line, from, to] = /^(keep|change):(\d+)-(\d+)$/.exec(place) ?? [];
    if (!line) continue;
    const words = [...lines[line as Line].normalize('NFC')].slice(Number(from), Number(to)).join('');
    if (words && !found[line as Line].includes(words)) found[line as Line].push(words);
  }
  return found;
}
