// t('feature.key', {place: value}) in the person's language. A component that calls t() renders again when it changes.
import { signal } from '@preact/signals';
import { type ComponentChild, createElement, Fragment } from 'preact';
import { type Catalogue, type Language, languages } from './catalogue.ts';
import { fill, type Message, type Places, pieces } from './format.ts';
import { base, type Feature, features, type Texts } from './loaders.ts';

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

const stored = 'covision.language';
const current = signal<{ language: Language; texts: Record<string, Texts> }>({
  language: 'en',
  texts: {},
});

export const language = (): Language => current.value.language;

/** "Ann, Ben and Cem" */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(language() === 'en' ? 'en-GB' : language()).format(words);

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

const wanted_features = new Set<Feature>();

async function load(wanted: Language): Promise<Record<string, Texts>> {
  const texts: Record<string, Texts> = {};
  const own = [...wanted_features].map(async (feature) => {
    texts[feature] = (await features[wanted][feature]()).default;
  });
  Object.assign(texts, (await base[wanted]()).default);
  await Promise.all(own);
  return texts;
}

let chosen: Language | undefined;
export async function setLanguage(wanted: Language = guess()): Promise<void> {
  chosen = wanted;
  let texts: Record<string, Texts>;
  // A screen may want more texts meanwhile.
  do texts = await load(wanted);
  while ([...wanted_features].some((feature) => !texts[feature]));
  // Another language may have been chosen meanwhile.
  if (chosen !== wanted) return;
  current.value = { language: wanted, texts };
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(stored, wanted);
  } catch {}
}

export const hasTexts = (wanted: readonly Feature[]): boolean =>
  wanted.every((feature) => current.value.texts[feature] !== undefined);

/** Loads the texts of these features, in the language of the moment. */
export async function needTexts(wanted: readonly Feature[]): Promise<void> {
  for (const feature of wanted) wanted_features.add(feature);
  while (!hasTexts(wanted)) {
    const now = language();
    const texts = await load(now);
    // Another language may have been chosen meanwhile.
    if (now === language()) current.value = { language: now, texts };
  }
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

/**
 * The text for a refusal's code: error_CODE of the feature whose method was refused, errors.CODE, or error_CODE of any
 * feature. The same code means different things in different features.
 */
export function tryError(code: string, values: Record<string, string | number>, feature = ''): string | undefined {
  const all = [feature, ...Object.keys(current.value.texts)].map((name) => `${name}.error_${code}`);
  all.splice(1, 0, `errors.${code}`);
  const key = all.find(find);
  return key && tryText(key, values);
}

/** For keys that are made at run time (error codes, kinds); the fallback is used where there is no such text. */
export function tryText(key: string, values: Record<string, string | number> = {}): string | undefined {
  const message = find(key);
  return message === undefined ? undefined : fill(message, language(), values);
}
