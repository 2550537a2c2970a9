// The group's means over time. Each line has a shape and a dash of its own beside its colour; the table says it all again.
import { useEffect, useRef, useState } from 'preact/hooks';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import type { Item, TrendPoint } from '../protocol.gen.ts';
import { type Frame, named, path, piecesOf, xOf, yOf } from './places.ts';

const r = 4.5;
// biome-ignore format: one line each
const shapes: Record<Item, string> = {
  useful: `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  heard: `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  safe: `M0 ${-r - 1}L${r + 1} ${r}H${-r - 1}Z`,
  on_track: `M0 ${-r - 1.5}L${r + 1.5} 0L0 ${r + 1.5}L${-r - 1.5} 0Z`,
  fair_time: `M0 ${r + 1}L${r + 1} ${-r}H${-r - 1}Z`,
  takeaway: `M-1.75 ${-r - 1}h3.5v3.75h3.75v3.5h-3.75v3.75h-3.5v-3.75h-3.75v-3.5h3.75Z`,
};

/** The line's sign beside its name. */
export function Key({ item }: { item: Item }) {
  return (
    <svg class={`line-${item} linekey`} viewBox="0 0 32 16" width="32" height="16" aria-hidden="true">
      <path class="way" d="M0 8H32" />
      <path class="spot" d={shapes[item]} transform="translate(16 8)" />
    </svg>
  );
}

const height = 260;
const marks = [0, 2, 4, 6, 8, 10];

export function Plot({ points, items }: { points: TrendPoint[]; items: Item[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(200, entry.contentRect.width)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const frame: Frame = {
    width,
    height: height + 2 * rem,
    left: 1.75 * rem,
    right: 1.5 * rem,
    top: 10,
    bottom: 2 * rem,
  };
  const below = frame.height - 0.6 * rem;
  return (
    <div class="plot" ref={box}>
      <svg viewBox={`0 0 ${width} ${frame.height}`} role="img" aria-label={t('evaluation.plot_label')}>
        {marks.map((mark) => (
          <g key={mark}>
            <path class="rule" d={`M${frame.left} ${yOf(frame, mark)}H${width - frame.right / 2}`} />
            <text x={frame.left - 8} y={yOf(frame, mark)} dy=".35em" text-anchor="end">
              {mark}
            </text>
          </g>
        ))}
        {named(points.length, width - frame.left - frame.right, 4.75 * rem).map((i) => (
          <text key={i} x={xOf(frame, i, points.length)} y={below} text-anchor="middle">
            {shortDay(points[i]!.starts_at).replace(/^\S+\s/, '')}
          </text>
        ))}
        {points.map((point, i) =>
          point.items.length ? null : (
            <path
              key={point.session}
              class="none"
              d={`M${xOf(frame, i, points.length) - 4} ${yOf(frame, 0) - 8}l8 -8m0 8l-8 -8`}
            />
          ),
        )}
        {items.map((item) => (
          <g key={item} class={`line-${item}`}>
            {piecesOf(points, item, frame).map((spots) => (
              <g key={spots[0]!.point.session}>
                <path class="way" d={path(spots)} />
                {spots.map(({ x, y, point }) => (
                  <path
                    key={point.session}
                    class="spot"
                    d={shapes[item]}
                    transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
                  />
                ))}
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
