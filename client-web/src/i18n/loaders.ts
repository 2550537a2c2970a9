// Which file holds which texts. The base comes with the first load, a feature's with the first screen that wants it.
import type { Language } from './catalogue.ts';
import type { Message } from './format.ts';

export type Texts = Record<string, Message>;
export type Feature = keyof typeof en;

const en = {
  accounts: () => import('./en/accounts.ts'),
  calendar: () => import('./en/calendar.ts'),
  cases: () => import('./en/cases.ts'),
  consultation: () => import('./en/consultation.ts'),
  evaluation: () => import('./en/evaluation.ts'),
  floor: () => import('./en/floor.ts'),
  formats: () => import('./en/formats.ts'),
  groups: () => import('./en/groups.ts'),
  home: () => import('./en/home.ts'),
  ideas: () => import('./en/ideas.ts'),
  planning: () => import('./en/planning.ts'),
  policy: () => import('./en/policy.ts'),
  polls: () => import('./en/polls.ts'),
  rehearsal: () => import('./en/rehearsal.ts'),
  rota: () => import('./en/rota.ts'),
  schedule: () => import('./en/schedule.ts'),
  turns: () => import('./en/turns.ts'),
};
const de = {
  accounts: () => import('./de/accounts.ts'),
  calendar: () => import('./de/calendar.ts'),
  cases: () => import('./de/cases.ts'),
  consultation: () => import('./de/consultation.ts'),
  evaluation: () => import('./de/evaluation.ts'),
  floor: () => import('./de/floor.ts'),
  formats: () => import('./de/formats.ts'),
  groups: () => import('./de/groups.ts'),
  home: () => import('./de/home.ts'),
  ideas: () => import('./de/ideas.ts'),
  planning: () => import('./de/planning.ts'),
  policy: () => import('./de/policy.ts'),
  polls: () => import('./de/polls.ts'),
  rehearsal: () => import('./de/rehearsal.ts'),
  rota: () => import('./de/rota.ts'),
  schedule: () => import('./de/schedule.ts'),
  turns: () => import('./de/turns.ts'),
};

export const features: Record<Language, Record<Feature, () => Promise<{ default: Texts }>>> = { en, de };
export const base: Record<Language, () => Promise<{ default: Record<string, Texts> }>> = {
  en: () => import('./en/base.ts'),
  de: () => import('./de/base.ts'),
};
