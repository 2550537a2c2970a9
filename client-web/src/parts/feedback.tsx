// What tells how it went: errors, loading, the status line, dialogs.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Doing, Query } from '../data/query.ts';
import { t, tryError } from '../i18n/i18n.ts';
import type { RpcError } from '../wire/errors.ts';
import { Button, type ButtonLook, useId } from './basics.tsx';
import { Icon } from './icon.tsx';

/** The text for a refusal, by its code; `own` has texts that fit one place better. */
export function errorText(error: RpcError, own: Record<string, string> = {}): string {
  return own[error.code] ?? tryError(error.code, error.details, error.feature) ?? t('errors.unknown');
}

export function ErrorNote({
  error,
  own,
  retry,
}: {
  error: RpcError | undefined;
  own?: Record<string, string>;
  retry?: () => void;
}) {
  if (!error) return null;
  return (
    <div class="note c-clay" role="alert">
      <Icon name="warn" />
      <span>{errorText(error, own)}</span>
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

type DialogProps = {
  title: ComponentChildren;
  open?: boolean;
  onClose(): void;
  /** What the dialog is for: its button. A refusal is shown until something is changed or tried again. */
  deed?: { text: string; run(): void; by: Doing; look?: ButtonLook; off?: boolean } | undefined;
  /** Other buttons. A way out is added. */
  actions?: ComponentChildren;
  /** What the way out is called, where 'Cancel' could be taken for the deed. */
  out?: string;
  children: ComponentChildren;
};
/** A native modal dialog: the browser keeps the focus inside and closes on Escape; the focus goes back to its opener. */
export function Dialog({ open = true, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}
function OpenDialog({ title, onClose, deed, actions, out, children }: Omit<DialogProps, 'open'>) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId('d');
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // It is gone from the page by now, so the browser has nowhere to give the focus back to.
      const lost = !document.activeElement || document.activeElement === document.body;
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      class="card"
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div class="col" onInput={deed?.by.clear}>
        {children}
        {deed && <ErrorNote error={deed.by.error} />}
      </div>
      <div class="btns">
        <Button look="quiet" onClick={onClose}>
          {out ?? t(deed || actions ? 'parts.cancel' : 'parts.close')}
        </Button>
        {deed && (
          <Button look={deed.look ?? 'go'} busy={deed.by.busy} off={deed.off} onClick={deed.run}>
            {deed.text}
          </Button>
        )}
        {actions}
      </div>
    </dialog>
  );
}
