// Time zones: whose clock times are shown by.
import { signal } from '@preact/signals';

export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
/** The zone in which times are shown: the account's, until it is known the browser's. */
export const zone = signal(browserZone);

/** "Berlin" for "Europe/Berlin", as people name their zone. */
export const zonePlace = (name = zone.value): string => (name.split('/').at(-1) ?? name).replaceAll('_', ' ');

/** All zones that the browser knows, `own` among them, as options. */
export function zones(own: string): { value: string; text: string }[] {
  const all = new Set([own, browserZone, ...Intl.supportedValuesOf('timeZone')]);
  return [...all].sort().map((value) => ({ value, text: value.replaceAll('_', ' ') }));
}
