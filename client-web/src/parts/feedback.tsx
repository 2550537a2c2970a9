// What tells how it went: errors, loading, the status line.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Query } from '../data/query.ts';
import { t, tryError } from '../i18n/i18n.ts';
import type { RpcError } from '../wire/errors.ts';
import { Icon } from './icon.tsx';

/** The text for a refusal, by its code. */
export function errorText(error: RpcError): string {
  return tryError(error.code, error.details, error.feature) ?? t('errors.unknown');
}

export function ErrorNote({ error, retry }: { error: RpcError | undefined; retry?: () => void }) {
  if (!error) return null;
  return (
    <div class="note c-clay" role="alert">
      <Icon name="warn" />
      <span>{errorText(error)}</span>
      {retry && (
        <button class="link" type="button" onClick={retry}>
          {t('parts.try_again')}
        </button>
      )}
    </div>
  );
}

export function Loading({ label }: { label?: string }) {
  return (
    <p class="loading" role="status">
      {label ?? t('parts.loading')}
    </p>
  );
}

/** A query's data, or that it is loading, or why it cannot be had. Old data stays while new loads or fails. */
export function Loaded<T>({ query, children }: { query: Query<T>; children: (data: T) => ComponentChildren }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error && !query.loading) return <ErrorNote error={query.error} retry={query.reload} />;
  return <Loading />;
}

interface Told {
  text: string;
  undo?: () => void;
}
const told = signal<Told | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;
/** Says in the status line what has happened; with `undo` it can be taken back while the line stands (10 s). */
export function tell(text: string, undo?: () => void): void {
  clearTimeout(timer);
  told.value = { text, undo };
  timer = setTimeout(() => (told.value = undefined), undo ? 10_000 : 6_000);
}
export function Toast() {
  const now = told.value;
  return (
    <div class="toast" role="status" aria-live="polite">
      {now && (
        <p>
          <span>{now.text}</span>
          {now.undo && (
            <button
              class="link"
              type="button"
              onClick={() => {
                told.value = undefined;
                now.undo?.();
              }}
            >
              {t('parts.undo')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
