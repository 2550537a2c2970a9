// All icons, as symbols drawn once; <Icon name="check" /> refers to one.

// Strokes in a square of 24.
const shapes = {
  arrow: 'M5 12h14M13 6l6 6-6 6',
  cal: 'M7 5.5h10a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V8.5a3 3 0 0 1 3-3ZM4 10.5h16M8.5 3v4M15.5 3v4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0ZM12 7.5V12l3 2',
  copy: 'M11 8.5h7a2.5 2.5 0 0 1 2.5 2.5v7a2.5 2.5 0 0 1-2.5 2.5H11a2.5 2.5 0 0 1-2.5-2.5V11a2.5 2.5 0 0 1 2.5-2.5ZM15.5 5.5A2 2 0 0 0 13.5 3.5h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2',
  down: 'm6 9 6 6 6-6',
  edit: 'm4 20 1-4.5L16 4.5l3.5 3.5L8.5 19ZM13.5 7l3.5 3.5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0Z',
  eye_off:
    'M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.5M6.3 7.3A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.7-1.4M4 4l16 16',
  file: 'M7 3.5h7l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5ZM9 12h6M9 16h4',
  group:
    'M5.5 8.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0ZM3 19.5c.6-3.3 3-5 6-5s5.4 1.7 6 5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.8c1.6.8 2.6 2.4 3 4.7',
  home: 'm4 11 8-7 8 7v8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19ZM9.5 20.5V14h5v6.5',
  info: 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0ZM12 11v5M12 8v.1',
  leave: 'M9 4H5v16h4M15 8l4 4-4 4M19 12H9',
  left: 'm15 6-6 6 6 6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  lock: 'M7.5 10.5h9a2.5 2.5 0 0 1 2.5 2.5v4.5a2.5 2.5 0 0 1-2.5 2.5H7.5a2.5 2.5 0 0 1-2.5-2.5V13a2.5 2.5 0 0 1 2.5-2.5ZM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  moon: 'M20.5 14.2A8.5 8.5 0 1 1 9.8 3.5a6.8 6.8 0 0 0 10.7 10.7Z',
  pause: 'M7.5 5v14M8.5 5v14M15.5 5v14M16.5 5v14',
  play: 'M8 5.5v13l10.5-6.5Z',
  plus: 'M12 5v14M5 12h14',
  right: 'm9 6 6 6-6 6',
  ring: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0Z',
  shield: 'M12 3 5 6v5.5c0 4.3 2.9 7.8 7 9.5 4.1-1.7 7-5.2 7-9.5V6ZM9 12l2.2 2.2L15.2 10',
  sign: 'M3 17c3-1 4-9 7-9 2.5 0-.5 8 2 8 1.8 0 2-3 3.5-3 1.3 0 1 2 2.5 2H21M3 21h18',
  star: 'M5 13v5M10 9v9M15 11v7M20 5v13',
  sun: 'M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0ZM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  swap: 'M4 8.5h14M14.5 5l3.5 3.5-3.5 3.5M20 15.5H6M9.5 12 6 15.5 9.5 19',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-4',
  up: 'm6 15 6-6 6 6',
  video: 'M6 6h6a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3ZM15 11l6-3.5v9L15 13',
  warn: 'M12 4 2.8 19.5h18.4ZM12 10v4M12 17v.1',
  x: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
};
export type IconName = keyof typeof shapes;

export function Sprite() {
  return (
    <svg class="sprite" aria-hidden="true">
      {Object.entries(shapes).map(([name, shape]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 24 24">
          <path d={shape} />
        </symbol>
      ))}
    </svg>
  );
}

/** Decoration beside a word; an icon alone needs its button's `label`. */
export function Icon({ name, class: extra }: { name: IconName; class?: string }) {
  return (
    <svg class={extra ? `i ${extra}` : 'i'} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

const dots: [number, number, number][] = [
  [13, 4.2, 1],
  [20.6, 8.6, 0.8],
  [20.6, 17.4, 0.62],
  [13, 21.8, 0.48],
  [5.4, 17.4, 0.36],
  [5.4, 8.6, 0.26],
];
export function Logo() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" fill="currentColor" aria-hidden="true">
      {dots.map(([x, y, opacity]) => (
        <circle key={opacity} cx={x} cy={y} r="3.2" opacity={opacity} />
      ))}
    </svg>
  );
}
