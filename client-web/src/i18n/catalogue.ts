// The shape of a catalogue: English has the keys, every other language has to have the same ones.
import type { Plural } from './format.ts';

/** A translation of catalogue T: the same keys, texts of its own; plural stays plural. */
export type Translated<T> = {
  [K in keyof T]: T[K] extends string ? string : Plural;
};

export type Catalogue = typeof import('./en/index.ts').default;
export type Language = 'en' | 'de';
export const languages: readonly Language[] = ['en', 'de'];
