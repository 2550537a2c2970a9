import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromUtf16, length, toUtf16 } from '../src/data/code_points.ts';
import de from '../src/i18n/de/index.ts';
import en from '../src/i18n/en/index.ts';
import { fill, type Message } from '../src/i18n/format.ts';
import { hasTexts, language, needTexts, setLanguage, tryError } from '../src/i18n/i18n.ts';
import { speak } from './speak.ts';

test('places and plurals are filled', () => {
  assert.equal(fill('Hello {name}', 'en', { name: 'Luz' }), 'Hello Luz');
  const message = { one: '{count} place', other: '{count} places' };
  assert.equal(fill(message, 'en', { count: 1 }), '1 place');
  assert.equal(fill(message, 'en', { count: 0 }), '0 places');
  assert.equal(fill(message, 'de', { count: 1200 }), '1.200 places');
});

const placesOf = (message: Message): string[] => {
  const text = typeof message === 'string' ? message : Object.values(message).join(' ');
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();
};

test('German has every text that English has, with the same places', () => {
  for (const [feature, texts] of Object.entries(en) as [string, Record<string, Message>][]) {
    const other = (de as unknown as Record<string, Record<string, Message>>)[feature]!;
    assert.deepEqual(Object.keys(other).sort(), Object.keys(texts).sort(), feature);
    for (const [key, message] of Object.entries(texts)) {
      assert.deepEqual(placesOf(other[key]!), placesOf(message), `${feature}.${key}`);
      assert.equal(typeof other[key], typeof message, `${feature}.${key}`);
    }
  }
});

test('whatever the server refuses with has a text', () => {
  const server = new URL('../../server/', import.meta.url);
  const texts = new Set(
    (Object.entries(en) as [string, Record<string, Message>][]).flatMap(([feature, messages]) =>
      Object.keys(messages).map((key) => (feature === 'errors' ? `error_${key}` : key)),
    ),
  );
  const files = (readdirSync(server, { recursive: true }) as string[]).filter((file) => /\.[ch]pp$/.test(file));
  const source = files.map((file) => readFileSync(new URL(file, server), 'utf8')).join('\n');
  const codes = new Set([...source.matchAll(/\bRefused\(\s*"(\w+)"/g)].map(([, code]) => code!));
  assert.ok(codes.size > 40);
  assert.deepEqual(
    [...codes].filter((code) => !texts.has(`error_${code}`)),
    [],
  );
});

test('a refusal is told in the words of the feature whose method was refused', async () => {
  await speak('en', ['schedule', 'rota']);
  assert.equal(tryError('session_started', {}, 'rota'), en.rota.error_session_started);
  assert.equal(tryError('session_started', {}, 'schedule'), en.schedule.error_session_started);
  assert.equal(tryError('stale', {}, 'rota'), en.errors.stale, 'no words of its own');
  assert.equal(tryError('not_yours', {}, 'cases'), en.rota.error_not_yours, 'better than none');
  assert.equal(tryError('nothing_like_it', {}, 'rota'), undefined);
});

test('the language that was chosen last counts, with the texts of the screen that came meanwhile', async () => {
  await speak('en', []);
  const slow = setLanguage('de');
  const screen = needTexts(['home']);
  await Promise.all([slow, screen]);
  assert.equal(language(), 'de');
  assert.ok(hasTexts(['home']));
  await Promise.all([setLanguage('de'), setLanguage('en')]);
  assert.equal(language(), 'en');
});

test('no text shouts', () => {
  for (const catalogue of [en, de]) assert.doesNotMatch(JSON.stringify(catalogue), /!/);
});

test('code points and UTF-16 units', () => {
  const text = 'a😀ä🇩🇪b';
  assert.equal(length(text), 6);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 99].map((point) => toUtf16(text, point)),
    [0, 1, 3, 4, 6, 8, 9, 9],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4, 8, 9].map((index) => fromUtf16(text, index)),
    [0, 1, 1, 2, 3, 5, 6],
  );
});
