import { browserZone } from './dates.ts';

/** All zones that the browser knows, `own` among them, as options. */
export function zones(own: string): { value: string; text: string }[] {
  const all = new Set([own, browserZone, ...Intl.supportedValuesOf('timeZone')]);
  return [...all].sort().map((value) => ({ value, text: value.replaceAll('_', ' ') }));
}
