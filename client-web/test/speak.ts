// Texts of some features in one language, without a browser.
import type { Language } from '../src/i18n/catalogue.ts';
import { needTexts, setLanguage } from '../src/i18n/i18n.ts';
import type { Feature } from '../src/i18n/loaders.ts';

export async function speak(language: Language, features: Feature[]): Promise<void> {
  const there = globalThis as { document?: unknown };
  there.document ??= { documentElement: { lang: '' } };
  await setLanguage(language);
  await needTexts(features);
}
