// Rows of the result: what was found, beside what, and which of the three limits it keeps.

const round = (value) => (value === undefined || Number.isNaN(value) ? '–' : Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))

/**
 * What is judged is the ratio where there is a peer, else ours. `least`: more is better; else less is. A row without
 * `first` is measured and not judged.
 */
export function row({ metric, unit, ours, peer, peer_name = '', ratio, least = false, first, goal, beyond }) {
  const judged = ratio ?? ours
  const keeps = (limit) => (limit === undefined || judged === undefined ? undefined : least ? judged >= limit : judged <= limit)
  return { metric, unit, ours, peer, peer_name, ratio, least, first, goal, beyond, pass: keeps(first), reaches: { goal: keeps(goal), beyond: keeps(beyond) } }
}

const bound = ({ least }, limit) => (limit === undefined ? '' : `${least ? '≥' : '≤'} ${round(limit)}`)
const verdict = ({ pass, reaches }) =>
  pass === undefined ? 'measured' : !pass ? 'MISSED' : reaches.beyond ? 'beyond' : reaches.goal ? 'goal' : 'pass'

export function print(rows) {
  const lines = [['metric', 'ours', 'peer', '÷ peer', 'first', 'goal', '']]
  for (const r of rows)
    lines.push([
      r.metric, `${round(r.ours)} ${r.unit ?? ''}`.trim(), r.peer === undefined ? '' : `${round(r.peer)} ${r.peer_name}`.trim(),
      r.ratio === undefined ? '' : round(r.ratio), bound(r, r.first), bound(r, r.goal), verdict(r),
    ])
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)))
  for (const line of lines) console.log(line.map((cell, i) => (i === 0 || i === 6 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd())
}
