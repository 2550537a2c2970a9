// The de-identifier beside npm redact-pii: how fast on one core, and what each finds in the development notes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { release } from '../support/server.mjs'
import { folder, median } from './processes.mjs'

const notes_folder = fileURLToPath(new URL('../deid/notes', import.meta.url))
const redact = fileURLToPath(new URL('peers/deid/redact.mjs', import.meta.url))
const mark = /\[\[(\w+)([!?]):([^]*?)\]\]/g
const commands = {
  ours: (file) => [release, 'deid', '--jsonl', '--threads', '1', file],
  peer: (file) => [process.execPath, redact, file],
}

/** {text, marks: [{start, end, certain}]}, positions in code points, as tests/deid/notes has them. */
function read_note(file) {
  const marked = readFileSync(file, 'utf8')
  const note = { text: '', marks: [] }
  let points = 0
  let from = 0
  const add = (piece) => {
    note.text += piece
    points += [...piece].length
  }
  for (const { 0: whole, 2: level, 3: words, index } of marked.matchAll(mark)) {
    add(marked.slice(from, index))
    const start = points
    add(words)
    note.marks.push({ start, end: points, certain: level === '!' })
    from = index + whole.length
  }
  add(marked.slice(from))
  return note
}

/** Where a text was changed into `redacted`, which has U+0001 for each stretch that is gone. */
function taken_out(text, redacted) {
  const spans = []
  const pieces = redacted.split('\u0001')
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    const found = i === 0 ? 0 : i === pieces.length - 1 ? text.length - piece.length : text.indexOf(piece, at + 1)
    if (found < at || text.slice(found, found + piece.length) !== piece) throw Error('redact-pii changed what it does not mark')
    if (i > 0) spans.push({ start: [...text.slice(0, at)].length, end: [...text.slice(0, found)].length })
    at = found + piece.length
  }
  return spans
}

/** Recall over both levels, precision and wrong flags over what must go; a span counts when it overlaps. */
function score(notes, found) {
  const overlap = (a) => (b) => a.start < b.end && b.start < a.end
  const share = (part, all) => part.length / Math.max(1, all.length)
  const marks = notes.flatMap((note, i) => note.marks.map((one) => ({ ...one, found: found[i].some(overlap(one)) })))
  const flags = found.flatMap((spans, i) =>
    spans.filter(({ level }) => level !== 'review').map((one) => ({ right: notes[i].marks.some(overlap(one)) })),
  )
  const certain = marks.filter((one) => one.certain)
  const words = notes.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  return {
    recall: share(marks.filter((one) => one.found), marks),
    recall_certain: share(certain.filter((one) => one.found), certain),
    precision: share(flags.filter((one) => one.right), flags),
    wrong_per_1000: (flags.filter((one) => !one.right).length * 1000) / words,
  }
}

/** On one core; `seconds` of the processor's time, which others on the machine do not lengthen. */
function run(of, file, stdout) {
  const timed = ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', ...commands[of](file)]
  const done = spawnSync('taskset', ['-c', '0', ...timed], { stdio: ['ignore', stdout, 'pipe'], encoding: 'utf8', maxBuffer: 1 << 30 })
  if (done.status !== 0) throw Error(`${commands[of](file)[0]} ended with ${done.status ?? done.signal}: ${done.stderr}`)
  const [user, system] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { seconds: user + system, lines: (done.stdout ?? '').split('\n').filter(Boolean).map((line) => JSON.parse(line)) }
}

export function measure(rounds, megabytes, say) {
  mkdirSync(folder, { recursive: true })
  const notes = readdirSync(notes_folder, { recursive: true })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, ...read_note(join(notes_folder, name)) }))
  const lines = (texts) => texts.map((text) => `${JSON.stringify({ text })}\n`).join('')
  const file = join(folder, 'notes.jsonl')
  writeFileSync(file, lines(notes.map(({ text }) => text)))
  const found = {
    ours: run('ours', file, 'pipe').lines.map(({ spans }) => spans),
    peer: run('peer', file, 'pipe').lines.map(({ text }, i) => taken_out(notes[i].text, text)),
  }

  const once = notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const times = Math.ceil((megabytes * 1e6) / once)
  const many = join(folder, 'dense.jsonl')
  writeFileSync(many, lines(notes.map(({ text }) => text)).repeat(times))
  const rates = []
  for (let round = 0; round < rounds; ++round) {
    say(`de-identifier, round ${round + 1} of ${rounds}`)
    const rate = (of) => (once * times) / 1e6 / run(of, many, 'ignore').seconds
    rates.push({ ours: rate('ours'), peer: rate('peer') })
  }
  const language = (wanted) => {
    const chosen = notes.flatMap(({ name }, i) => (name.startsWith(wanted) ? [i] : []))
    const of = (who) => score(chosen.map((i) => notes[i]), chosen.map((i) => found[who][i]))
    return { notes: chosen.length, ours: of('ours'), peer: of('peer') }
  }
  return {
    rates,
    ours: median(rates.map((one) => one.ours)),
    peer: median(rates.map((one) => one.peer)),
    ratio: median(rates.map((one) => one.ours / one.peer)),
    en: language('en'),
    de: language('de'),
  }
}
