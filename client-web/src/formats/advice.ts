// Which format fits, and why. Pure: the need is said in a word, the rest is how many there are and how long they have.
import type { Format } from '../protocol.gen.ts';

export const needs = ['stuck', 'feelings', 'deadline', 'understand', 'no_case'] as const;
export type Need = (typeof needs)[number];

/** Formats for each need, the best first (practice of the field: solutions for the stuck, Balint for strong feelings …). */
const order: Record<Need, readonly string[]> = {
  stuck: ['reflecting_team', 'intervision', 'wise_crowds', 'troika'],
  feelings: ['balint', 'interview_team', 'reflecting_team', 'troika'],
  deadline: ['wise_crowds', 'consultancy', 'intervision', 'troika'],
  understand: ['case_consultation', 'consultancy', 'interview_team', 'troika'],
  no_case: ['peer_support'],
};

export interface Advice {
  format: Format;
  /** three: only a Troika is made for three. best: what fits the need. next: the best one is made for others or too long. */
  why: 'three' | 'best' | 'next';
}

/** Whether a format is made for so many people. */
export const fits = (format: Format, count: number) => count >= format.min_people && count <= format.max_people;

/** `count`: people, the facilitator among them; `minutes`: what the slot has. Undefined: no format fits. */
export function advise(formats: Format[], need: Need, count: number, minutes: number): Advice | undefined {
  const known = order[need].flatMap((code) => formats.find((format) => format.code === code) ?? []);
  const possible = known.filter((format) => fits(format, count));
  const format = possible.find((each) => each.minutes <= minutes) ?? possible[0];
  if (!format) return undefined;
  if (format.code === 'troika') return { format, why: 'three' };
  return { format, why: format === known[0] ? 'best' : 'next' };
}
