// The keyboard while writing: F8 and Shift+F8 go from place to place, Alt+Enter to what could stand there, Ctrl+Z back.
import { useEffect } from 'preact/hooks';
import type { Checker } from './checker.ts';

export function useEditorKeys<F extends string>(checker: Checker<F>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const active = document.activeElement as HTMLElement | null;
      const field = active?.dataset.field as F | undefined;
      const panel = active?.closest('[data-panel]');
      if (event.key === 'F8') {
        event.preventDefault();
        const at = field ? ((active as HTMLTextAreaElement).selectionStart ?? 0) : 0;
        const place = checker.step(event.shiftKey ? -1 : 1, field && { field, at });
        if (place && panel) focusChoice();
        else if (place) checker.show(place);
      } else if (event.key === 'Enter' && event.altKey && field) {
        event.preventDefault();
        if (checker.at.value !== undefined) focusChoice();
      } else if ((event.ctrlKey || event.metaKey) && !event.altKey && (field || (panel && !isTyping(active)))) {
        const key = event.key.toLowerCase();
        const redo = key === 'y' || (key === 'z' && event.shiftKey);
        if (!redo && key !== 'z') return;
        event.preventDefault();
        if (redo) checker.redo();
        else checker.undo();
        if (panel) keepFocus();
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [checker]);
}

/** What had the focus in the panel may be gone. */
const keepFocus = (): void =>
  void setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-panel] h2')?.focus();
  }, 30);
const isTyping = (element: HTMLElement | null): boolean => element instanceof HTMLInputElement;
/** The first choice of the place one looks at, once the panel shows it. */
const focusChoice = (): void =>
  void setTimeout(() => document.querySelector<HTMLElement>('[data-panel] .open .choice')?.focus(), 30);
