import { lengthText } from './rule.ts';

const usual = [30, 45, 60, 75, 90, 105, 120, 150, 180, 240];

/** How long a session can be, as options; `own` is among them. */
export function lengths(own: number): { value: string; text: string }[] {
  const all = [...new Set([...usual, own])].sort((a, b) => a - b);
  return all.map((minutes) => ({ value: String(minutes), text: lengthText(minutes) }));
}
