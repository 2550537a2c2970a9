// Where the points of the plot lie. Pure.
import type { Item, TrendPoint } from '../protocol.gen.ts';

export interface Spot {
  x: number;
  y: number;
  mean: number;
  point: TrendPoint;
}
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const xOf = (frame: Frame, i: number, count: number): number => {
  const room = frame.width - frame.left - frame.right;
  return count < 2 ? frame.left + room / 2 : frame.left + (room * i) / (count - 1);
};
/** 0 lies at the bottom, 10 at the top. */
export const yOf = (frame: Frame, mean: number): number =>
  frame.top + (frame.height - frame.top - frame.bottom) * (1 - mean / 10);

/** An item's line in pieces: a session without a result breaks it, nothing is made up between. */
export function piecesOf(points: TrendPoint[], item: Item, frame: Frame): Spot[][] {
  const pieces: Spot[][] = [];
  let open: Spot[] | undefined;
  for (const [i, point] of points.entries()) {
    const mean = point.items.find((each) => each.item === item)?.mean;
    if (mean === undefined) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = [];
      pieces.push(open);
    }
    open.push({ x: xOf(frame, i, points.length), y: yOf(frame, mean), mean, point });
  }
  return pieces;
}

export const path = (spots: Spot[]): string =>
  spots.map(({ x, y }, i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Which sessions are named below: the last always, others with room between. */
export function named(count: number, width: number, each = 64): number[] {
  const step = Math.max(1, Math.ceil((count * each) / Math.max(width, each)));
  const found: number[] = [];
  for (let i = count - 1; i >= 0; i -= step) found.unshift(i);
  return found;
}
