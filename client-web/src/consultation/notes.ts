// My notes: on this device alone, sealed with a key that scripts cannot take out of the browser, gone after two weeks.
// Where the browser keeps nothing (a private window), they live as long as the page.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

const kept_ms = 14 * 24 * 3600_000;
interface Kept {
  id: string;
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  body: ArrayBuffer;
}

let opening: Promise<IDBDatabase> | undefined;
function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('covision.notes', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('notes', { keyPath: 'id' });
      request.result.createObjectStore('keys');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function ask<T>(
  store: 'notes' | 'keys',
  mode: IDBTransactionMode,
  run: (s: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await database();
  return new Promise((resolve, reject) => {
    const request = run(db.transaction(store, mode).objectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function key(): Promise<CryptoKey> {
  const found = await ask<CryptoKey | undefined>('keys', 'readonly', (s) => s.get('own'));
  if (found) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two tabs may be at it at once: the first one's key stays.
  await ask('keys', 'readwrite', (s) => s.add(made, 'own')).catch(() => {});
  return (await ask<CryptoKey | undefined>('keys', 'readonly', (s) => s.get('own'))) ?? made;
}

async function read(id: string): Promise<string> {
  const found = await ask<Kept | undefined>('notes', 'readonly', (s) => s.get(id));
  if (!found) return '';
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: found.iv }, await key(), found.body);
  return new TextDecoder().decode(text);
}

async function write(id: string, text: string): Promise<void> {
  if (!text) {
    await ask('notes', 'readwrite', (s) => s.delete(id));
    return;
  }
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), new TextEncoder().encode(text));
  await ask('notes', 'readwrite', (s) => s.put({ id, at: Date.now(), iv, body } satisfies Kept));
}

async function sweep(): Promise<void> {
  for (const old of await ask<Kept[]>('notes', 'readonly', (s) => s.getAll()))
    if (Date.now() - old.at > kept_ms) await ask('notes', 'readwrite', (s) => s.delete(old.id));
}

export interface Notes {
  text: string;
  change(text: string): void;
}

const unkept = new Map<string, string>();

/** The notes of one account for one session. */
export function useNotes(account: string, session: string): Notes {
  const id = `${account} ${session}`;
  const [text, setText] = useState(() => unkept.get(id) ?? '');
  const touched = useRef(unkept.has(id));
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    let here = true;
    sweep()
      .then(() => read(id))
      .then((found) => here && !touched.current && setText(found))
      .catch(() => {});
    return () => {
      here = false;
    };
  }, [id]);
  const change = useCallback(
    (next: string) => {
      touched.current = true;
      setText(next);
      unkept.set(id, next);
      // Each letter at once and in order: a page can be closed at any moment.
      saving.current = saving.current
        .then(() => (unkept.get(id) === next ? write(id, next) : undefined))
        .catch(() => {});
    },
    [id],
  );
  return { text, change };
}
