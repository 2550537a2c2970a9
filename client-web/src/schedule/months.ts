// The days of a month, as weeks that begin on Monday.

export interface Month {
  year: number;
  /** 1–12 */
  month: number;
}

/** Weeks of seven; undefined is a day of another month. */
export function weeks({ year, month }: Month): (number | undefined)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (number | undefined)[] = Array.from({ length: before }, () => undefined);
  for (let day = 1; day <= length; day++) cells.push(day);
  while (cells.length % 7) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

export function step({ year, month }: Month, by: number): Month {
  const date = new Date(Date.UTC(year, month - 1 + by, 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** "2026-11-03", as dayKey writes days. */
export const keyOf = ({ year, month }: Month, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const monthOf = (key: string): Month => ({ year: Number(key.slice(0, 4)), month: Number(key.slice(5, 7)) });

/** UTC instants well around the month, whatever the zone. */
export const around = (month: Month): { from: string; to: string } => {
  const next = step(month, 1);
  const at = ({ year, month: m }: Month, days: number) =>
    `${new Date(Date.UTC(year, m - 1, 1 + days)).toISOString().slice(0, 19)}Z`;
  return { from: at(month, -1), to: at(next, 1) };
};
