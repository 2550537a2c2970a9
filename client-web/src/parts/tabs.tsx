// Real tabs with arrow keys, drawn as a bar. Which panels they show is the screen's matter.
import type { ComponentChildren } from 'preact';
import { classes } from './basics.tsx';

export interface Tab<V extends string> {
  value: V;
  text: ComponentChildren;
  /** id of the panel (role=tabpanel). */
  panel: string;
}
type TabsProps<V extends string> = {
  label: string;
  tabs: Tab<NoInfer<V>>[];
  value: V;
  onChange(value: NoInfer<V>): void;
  class?: string;
};
export function Tabs<V extends string>({ label, tabs, value, onChange, class: extra }: TabsProps<V>) {
  const step = (event: KeyboardEvent, by: number | 'first' | 'last') => {
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.value === value);
    const to = by === 'first' ? 0 : by === 'last' ? tabs.length - 1 : (at + by + tabs.length) % tabs.length;
    onChange(tabs[to]!.value);
    const list = (event.currentTarget as HTMLElement).closest('[role=tablist]');
    list?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  const keys: Record<string, number | 'first' | 'last'> = { ArrowRight: 1, ArrowLeft: -1, Home: 'first', End: 'last' };
  return (
    <div class={classes('seg tabs', extra)} role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          aria-controls={tab.panel}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          onKeyDown={(event) => {
            const by = keys[event.key];
            if (by !== undefined) step(event, by);
          }}
        >
          {tab.text}
        </button>
      ))}
    </div>
  );
}
