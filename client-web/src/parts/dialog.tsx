// A native modal dialog, with the one thing that it is for.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Doing } from '../data/task.ts';
import { t } from '../i18n/i18n.ts';
import { Button, type ButtonLook, useId } from './basics.tsx';
import { ErrorNote } from './feedback.tsx';

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
