// System, light or dark. /theme.js sets it before the first paint from what is stored here.
import { signal } from '@preact/signals';
import type { Theme } from '../protocol.gen.ts';

function kept(): Theme {
  const now = document.documentElement.dataset.theme;
  return now === 'light' || now === 'dark' ? now : 'system';
}
export const theme = signal<Theme>(kept());
const systemDark = matchMedia('(prefers-color-scheme: dark)');

export function setTheme(wanted: Theme): void {
  theme.value = wanted;
  if (wanted === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
  try {
    if (wanted === 'system') localStorage.removeItem('covision.theme');
    else localStorage.setItem('covision.theme', wanted);
  } catch {}
}

/** What one sees now. */
export const isDark = (): boolean => (theme.value === 'system' ? systemDark.matches : theme.value === 'dark');
