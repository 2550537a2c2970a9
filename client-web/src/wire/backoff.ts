/** Waiting times between tries to connect: doubling from 0.3 s to 15 s, each anywhere in its upper half. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(15_000, 300 * 2 ** Math.min(attempt, 10));
  return most / 2 + (most / 2) * random();
}
