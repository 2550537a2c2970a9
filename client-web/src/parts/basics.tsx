// Button, link, card, chip, avatar, tile, note: what every screen is made of. Classes are those of the look.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

export const classes = (...all: (string | false | undefined | null)[]): string => all.filter(Boolean).join(' ');

export type ButtonLook = 'go' | 'soft' | 'line' | 'quiet' | 'stop' | 'plain';
type ButtonProps = {
  look?: ButtonLook;
  small?: boolean;
  full?: boolean;
  icon?: IconName;
  /** Icon behind the words (an arrow). */
  after?: IconName;
  /** Says what an icon alone cannot, or more than the words do. */
  label?: string;
  /** The call is on its way: pressing again does nothing. */
  busy?: boolean;
  /** It cannot be done now; stays focusable so that one can find out why. */
  off?: boolean;
  class?: string;
  children?: ComponentChildren;
};
const look_of = ({ look = 'line', small, full, class: extra, icon, children }: ButtonProps) =>
  classes('btn', look !== 'plain' && look, small && 's', full && 'full', icon && !children && 'icon', extra);
const inside = ({ icon, after, children }: ButtonProps) => (
  <>
    {icon && <Icon name={icon} />}
    {children}
    {after && <Icon name={after} />}
  </>
);

export function Button(
  props: ButtonProps & { onClick?: () => void; type?: 'button' | 'submit'; autofocus?: boolean; pressed?: boolean },
) {
  const { busy, off, label, onClick, type = 'button', pressed } = props;
  const idle = busy || off;
  return (
    <button
      class={look_of(props)}
      type={type}
      aria-label={label}
      aria-disabled={idle || undefined}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      autofocus={props.autofocus}
      onClick={(event) => {
        if (idle) event.preventDefault();
        else onClick?.();
      }}
    >
      {inside(props)}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonProps & { href: string; target?: string }) {
  return (
    <a
      class={look_of(props)}
      href={props.href}
      aria-label={props.label}
      target={props.target}
      rel={props.target && 'noreferrer'}
    >
      {inside(props)}
    </a>
  );
}

/** For rare or grave things that must not shout. */
export function QuietLink({
  onClick,
  icon,
  children,
}: {
  onClick: () => void;
  icon?: IconName;
  children: ComponentChildren;
}) {
  return (
    <button class="link" type="button" onClick={onClick}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

let ids = 0;
/** An id for aria-labelledby and the like, the same through the life of a component. */
export function useId(prefix: string): string {
  return useState(() => `${prefix}-${++ids}`)[0];
}

type CardProps = {
  title?: ComponentChildren;
  /** The fact at the right of the title. */
  fact?: ComponentChildren;
  foot?: ComponentChildren;
  roomy?: boolean;
  raised?: boolean;
  /** Name for a card without a title. */
  label?: string;
  class?: string;
  children?: ComponentChildren;
};
export function Card({ title, fact, foot, roomy, raised, label, class: extra, children }: CardProps) {
  const id = useId('h');
  return (
    <section
      class={classes('card', roomy ? 'pad2' : 'pad', raised && 'raised', extra)}
      aria-labelledby={title ? id : undefined}
      aria-label={title ? undefined : label}
    >
      {title && (
        <div class="head">
          <h2 id={id}>{title}</h2>
          {fact !== undefined && <span>{fact}</span>}
        </div>
      )}
      {children}
      {foot && <div class="foot">{foot}</div>}
    </section>
  );
}

export type Tone = 'accent' | 'warm' | 'plum' | 'blue' | 'clay' | 'olive';
const tone_class = (tone?: Tone) => tone && `c-${tone}`;

/** States a fact, is never pressed. */
export function Chip({
  tone,
  icon,
  dot,
  children,
  class: extra,
}: {
  tone?: Tone;
  icon?: IconName;
  dot?: boolean;
  children: ComponentChildren;
  class?: string;
}) {
  return (
    <span class={classes('chip', tone_class(tone), extra)}>
      {dot && <span class="dot" />}
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

const tones: Tone[] = ['plum', 'warm', 'accent', 'blue', 'clay', 'olive'];
/** A person keeps one colour everywhere. */
export function toneOf(id: string): Tone {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return tones[(hash >>> 8) % tones.length]!;
}
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...words.at(-1)!][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
/** Always beside the name. */
export function Avatar({ id, name, small, out }: { id: string; name: string; small?: boolean; out?: boolean }) {
  return (
    <span class={classes('av', out ? 'out' : tone_class(toneOf(id)), small && 's')} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

export function Tile({ tone, icon }: { tone?: Tone; icon: IconName }) {
  return (
    <span class={classes('tile', tone_class(tone))}>
      <Icon name={icon} />
    </span>
  );
}

/** What one should know but need not do. */
export function Note({
  tone = 'blue',
  icon = 'info',
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ComponentChildren;
}) {
  return (
    <p class={classes('note', tone_class(tone))}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}

export function Why({ ask, open, children }: { ask: ComponentChildren; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="why" open={open}>
      <summary>{ask}</summary>
      <p>{children}</p>
    </details>
  );
}

export function Rows({
  lined,
  class: extra,
  children,
}: {
  lined?: boolean;
  class?: string;
  children: ComponentChildren;
}) {
  return <ul class={classes('rows', lined && 'lined', extra)}>{children}</ul>;
}

/** Words for screen readers alone. */
export const Sr = ({ children }: { children: ComponentChildren }) => <span class="sr">{children}</span>;
