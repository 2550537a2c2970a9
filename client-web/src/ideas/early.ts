// When an idea waits: the server's is_early, told beforehand for the screen. Pure, so that it is tested alone.
import type { FormatPhase } from '../protocol.gen.ts';

/** The phase for which an idea waits that comes to mind in this one; undefined: it can be noted now. */
export function waitsFor(phases: FormatPhase[], at: number): FormatPhase | undefined {
  return phases[at]?.advice ? undefined : phases.slice(at).find((phase) => phase.advice);
}

/** Slips as they lie on the device, in one text. */
export const slipsIn = (text: string): string[] => {
  if (!text) return [];
  const found: unknown = JSON.parse(text);
  return Array.isArray(found) ? found.filter((slip) => typeof slip === 'string') : [];
};
export const textOf = (slips: string[]): string => (slips.length ? JSON.stringify(slips) : '');
