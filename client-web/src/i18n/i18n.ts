// t('feature.key', {place: value}) in the person's language. A component that calls t() renders again when it changes.
import { signal } from '@preact/signals';
import { type ComponentChild, createElement, Fragment } from 'preact';
import { type Catalogue, type Language, languages } from './catalogue.ts';
import { fill, type Message, type Places, pieces } from './format.ts';

type KeyOf<C> = { [F in keyof C & string]: `${F}.${keyof C[F] & string}` }[keyof C & string];
export type Key = KeyOf<Catalogue>;
type MessageAt<K extends Key> = K extends `${infer F}.${infer M}`
  ? F extends keyof Catalogue
    ? M extends keyof Catalogue[F]
      ? Catalogue[F][M]
      : never
    : never
  : never;
type Args<K extends Key, V> = [Places<MessageAt<K>>] extends [never]
  ? []
  : [values: { [P in Places<MessageAt<K>>]: P extends 'count' ? number : V }];

const loaders = {
  en: () => import('./en/index.ts'),
  de: () => import('./de/index.ts'),
} as const;

const stored = 'covision.language';
const current = signal<{ language: Language; texts: Record<string, Record<string, Message>> }>({
  language: 'en',
  texts: {},
});

export const language = (): Language => current.value.language;

function guess(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(stored);
  } catch {}
  for (const wanted of [kept, ...navigator.languages]) {
    const found = languages.find((l) => wanted?.toLowerCase().startsWith(l));
    if (found) return found;
  }
  return 'en';
}

export async function setLanguage(wanted: Language = guess()): Promise<void> {
  const loaded = await loaders[wanted]();
  current.value = { language: wanted, texts: loaded.default };
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(stored, wanted);
  } catch {}
}

function find(key: string): Message | undefined {
  const dot = key.indexOf('.');
  return current.value.texts[key.slice(0, dot)]?.[key.slice(dot + 1)];
}

export function t<K extends Key>(key: K, ...args: Args<K, string | number>): string {
  return fill(find(key) ?? key, language(), (args[0] ?? {}) as Record<string, string | number>);
}

/** Like t, but a place may be filled with markup: rich('home.leads', {name: <b>Luz</b>}). */
export function rich<K extends Key>(key: K, ...args: Args<K, ComponentChild>): ComponentChild {
  const values = (args[0] ?? {}) as Record<string, ComponentChild>;
  return createElement(Fragment, null, ...pieces(find(key) ?? key, language(), values));
}

/** The text for a refusal's code: errors.CODE, or error_CODE in any feature's texts. */
export function tryError(code: string, values: Record<string, string | number>): string | undefined {
  const feature = Object.keys(current.value.texts).find((name) => current.value.texts[name]?.[`error_${code}`]);
  return tryText(`errors.${code}`, values) ?? (feature && tryText(`${feature}.error_${code}`, values));
}

/** For keys that are made at run time (error codes, kinds); the fallback is used where there is no such text. */
export function tryText(key: string, values: Record<string, string | number> = {}): string | undefined {
  const message = find(key);
  return message === undefined ? undefined : fill(message, language(), values);
}
