// The six questions in their order; the first three are shown first.
import type { Item } from '../protocol.gen.ts';

export const items: Item[] = ['useful', 'heard', 'safe', 'on_track', 'fair_time', 'takeaway'];
export const first_items = items.slice(0, 3);
export const more_items = items.slice(3);

export const lines = ['keep', 'change'] as const;
export type Line = (typeof lines)[number];
