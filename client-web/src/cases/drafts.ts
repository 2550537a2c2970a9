// A case that is not handed in yet, kept on this device alone: in IndexedDB, under a key that no script can read out.
// Two weeks after the last change it is gone; where the device is shared nothing is kept at all.
import { signal } from '@preact/signals';
import type { Wanted } from '../protocol.gen.ts';
import type { Field } from './form.ts';
import type { KeptPlace } from './places.ts';

export interface Draft {
  texts: Record<Field, string>;
  kept: KeptPlace<Field>[];
  wanted: Wanted | undefined;
  session: string | undefined;
  keep_days: number;
  told: boolean;
}
interface Sealed {
  key: string;
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

const keep_ms = 14 * 24 * 3600_000;
const switch_name = 'covision.drafts';

/** Without a secure context, or without storage, nothing can be kept. */
const possible = typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined;
function kept_here(): boolean {
  try {
    return possible && localStorage.getItem(switch_name) !== 'off';
  } catch {
    return false;
  }
}
/** False: this device is shared. */
export const keeping = signal(kept_here());
export const can_keep = possible;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opened: Promise<IDBDatabase> | undefined;
function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('covision', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys');
      request.result.createObjectStore('drafts', { keyPath: 'key' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}
async function store(name: 'keys' | 'drafts', mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await open()).transaction(name, mode).objectStore(name);
}

async function secret(account: string): Promise<CryptoKey> {
  const known = await done<CryptoKey | undefined>((await store('keys', 'readonly')).get(account));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const keys = await store('keys', 'readwrite');
  // Another tab may have been quicker.
  const first = await done<CryptoKey | undefined>(keys.get(account));
  if (!first) await done(keys.put(made, account));
  return first ?? made;
}
const place = (account: string, group: string) => `${account} ${group}`;
const bound = (key: string) => new TextEncoder().encode(`covision draft ${key}`);

// One after the other, so that an older state never overwrites a newer one.
let queue: Promise<unknown> = Promise.resolve();
function next<T>(work: () => Promise<T>): Promise<T> {
  const result = queue.then(work);
  queue = result.catch(() => {});
  return result;
}

/** True when it is safe on this device. */
export function save(account: string, group: string, draft: Draft): Promise<boolean> {
  return next(async () => {
    if (!keeping.value) return false;
    const key = place(account, group);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(draft));
    const algorithm = { name: 'AES-GCM', iv, additionalData: bound(key) };
    const bytes = await crypto.subtle.encrypt(algorithm, await secret(account), plain);
    await done((await store('drafts', 'readwrite')).put({ key, at: Date.now(), iv, bytes } satisfies Sealed));
    return true;
  }).catch(() => false);
}

export function load(account: string, group: string): Promise<Draft | undefined> {
  return next(async () => {
    if (!keeping.value) return undefined;
    await sweep();
    const key = place(account, group);
    const sealed = await done<Sealed | undefined>((await store('drafts', 'readonly')).get(key));
    if (!sealed) return undefined;
    const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData: bound(key) };
    const plain = await crypto.subtle.decrypt(algorithm, await secret(account), sealed.bytes);
    return JSON.parse(new TextDecoder().decode(plain)) as Draft;
  }).catch(() => undefined);
}

export function discard(account: string, group: string): Promise<void> {
  return next(async () => {
    if (possible) await done((await store('drafts', 'readwrite')).delete(place(account, group)));
  }).catch(() => {});
}

/** Switching it off forgets all that is kept, everybody's. */
export function setKeeping(on: boolean): void {
  keeping.value = on && possible;
  try {
    if (on) localStorage.removeItem(switch_name);
    else localStorage.setItem(switch_name, 'off');
  } catch {}
  if (on || !possible) return;
  next(async () => {
    await done((await store('drafts', 'readwrite')).clear());
    await done((await store('keys', 'readwrite')).clear());
  }).catch(() => {});
}

async function sweep(): Promise<void> {
  const drafts = await store('drafts', 'readwrite');
  const all = await done<Sealed[]>(drafts.getAll());
  for (const { key, at } of all) if (at < Date.now() - keep_ms || at > Date.now() + keep_ms) drafts.delete(key);
}
