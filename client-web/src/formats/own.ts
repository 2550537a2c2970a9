// What a group says of a format in its own minutes and words. Pure.
import type { Format, FormatPhase, OwnPhase } from '../protocol.gen.ts';

/** Code points. */
export const longest_script = 600;

export type Draft = Record<string, { minutes: number; script: string }>;

export const draftOf = (format: Format): Draft =>
  Object.fromEntries(format.phases.map(({ code, minutes, script }) => [code, { minutes, script }]));

export const builtinPhase = (builtin: Format | undefined, code: string): FormatPhase | undefined =>
  builtin?.phases.find((phase) => phase.code === code);

type Said = Pick<FormatPhase, 'code' | 'minutes' | 'script'>;
/** A phase says something else than what comes with Covision. A script left empty is the one that comes with it. */
export function differs({ code, minutes, script }: Said, builtin: Format | undefined): boolean {
  const phase = builtinPhase(builtin, code);
  const own = script.trim();
  return phase !== undefined && (phase.minutes !== minutes || (own !== '' && own !== phase.script));
}

/** What is sent: the phases that differ. */
export function ownPhases(draft: Draft, builtin: Format): OwnPhase[] {
  return Object.entries(draft)
    .map(([code, { minutes, script }]) => ({ code, minutes, script: script.trim() }))
    .filter((said) => differs(said, builtin))
    .map(({ code, minutes, script }) => ({
      code,
      minutes,
      script: script && script !== builtinPhase(builtin, code)?.script ? script : undefined,
    }));
}

/** More words than stand on one sheet in the card's usual size. */
export const isLong = ({ phases }: Format): boolean =>
  phases.reduce((sum, { script }) => sum + [...script].length, 0) > 2400;

export const sumOf = (draft: Draft): number => Object.values(draft).reduce((sum, { minutes }) => sum + minutes, 0);
