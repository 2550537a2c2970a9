// A poll while somebody writes it: its dated options.
import type { PollCreate } from '../protocol.gen.ts';

export interface Draft {
  title: string;
  zone: string;
  minutes: number;
  options: { day: string; time: string }[];
}

export const most_options = 40;

export const newDraft = (zone: string): Draft => ({ title: '', zone, minutes: 90, options: [{ day: '', time: '' }] });

const dayAfter = (day: string): string =>
  day && new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** One more option: the next day at the same time, as most are. */
export function oneMore(options: Draft['options']): Draft['options'] {
  const last = options.at(-1);
  return [...options, { day: dayAfter(last?.day ?? ''), time: last?.time ?? '' }];
}

const written = ({ day, time }: { day: string; time: string }) => day !== '' || time !== '';

/** Complete options, in order, each once. */
export const optionsOf = (draft: Draft): string[] =>
  [...new Set(draft.options.filter(({ day, time }) => day && time).map(({ day, time }) => `${day}T${time}`))].sort();

/** few: a choice takes two. half: an option has no day or no time. */
export function wrongWith(draft: Draft): 'few' | 'half' | undefined {
  if (draft.options.some((option) => written(option) && !(option.day && option.time))) return 'half';
  return optionsOf(draft).length < 2 ? 'few' : undefined;
}

export const pollOf = (group: string, draft: Draft): PollCreate => ({
  group,
  title: draft.title.trim(),
  zone: draft.zone,
  minutes: draft.minutes,
  options: optionsOf(draft),
});
