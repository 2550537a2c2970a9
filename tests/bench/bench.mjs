// The whole bench; tests/bench/run builds what it needs and says how it is used.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { first_load_kb } from './client.mjs'
import * as deid from './deid.mjs'
import * as durable from './durable.mjs'
import * as fanout from './fanout.mjs'
import * as feed from './feed.mjs'
import * as growth from './growth.mjs'
import { fill } from './history.mjs'
import * as live from './live.mjs'
import { data, ours, peers, singles, tokens } from './peers/peers.mjs'
import { folder, median, run, tools } from './processes.mjs'
import * as screens from './screens.mjs'
import { empty_mib, seconds_to_answer } from './start.mjs'
import { print, row } from './table.mjs'

const parts = ['deid', 'fanout', 'live', 'durable', 'start', 'screens', 'feed', 'schedule', 'rota', 'growth', 'client']
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, peers: { type: 'boolean' }, only: { type: 'string' } } })
const chosen = new Set(values.only?.split(',') ?? parts)
const { quick } = values
const small = 1000
const large = 10000
const began = performance.now()
const say = (text) => process.stderr.write(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${text}\n`)

/** One data folder for everything: ten thousand groups, and one of them with a past. */
async function prepare() {
  mkdirSync(folder, { recursive: true })
  for (const path of [data, `${data}.key`]) rmSync(path, { recursive: true, force: true })
  say('five years of history')
  const past = await fill(data, say)
  say('ten thousand groups')
  await run('server', join(tools, 'bench_server'), ['seed', '--data', data, '--tokens', tokens, '--singles', singles])
  return past
}

function fanout_rows(rounds, disk) {
  const rows = []
  const ratio = (metric, phase, limits) => {
    for (const conns of [small, large]) {
      const of = (name, to) => fanout.figure(rounds, conns, phase, 'deliveries_per_cpu_s', name, to)
      rows.push(row({
        metric: `${metric}, ${conns} conns`, unit: '/CPU-s', ours: of(ours.name), peer: of('npm ws'), peer_name: 'npm ws',
        ratio: of(ours.name, 'npm ws'), least: true, ...limits,
      }))
    }
  }
  ratio('deliveries, W=1', 'closed:1', { first: 0.7, goal: 0.95, beyond: 1.15 })
  ratio('deliveries, 1,000 msg/s', 'rate:1000', { first: 0.45, goal: 0.6, beyond: 0.85 })
  ratio('deliveries, bursts W=8', 'closed:8', { first: 0.6, goal: 1.5, beyond: 4 })
  for (const [name, field, commit, times] of [['p50', 'p50_us', disk?.commit_p50, [2, 1.25]], ['p99', 'p99_us', disk?.commit_p99, [3, 1.5]]])
    for (const conns of [small, large]) {
      const peer = fanout.figure(rounds, conns, 'rate:1000', field, 'npm ws')
      const [goal, beyond] = commit ? times.map((n) => peer + n * commit) : []
      rows.push(row({
        metric: `${name} at 1,000 msg/s, ${conns} conns`, unit: 'µs', ours: fanout.figure(rounds, conns, 'rate:1000', field), peer, peer_name: 'npm ws', goal, beyond,
      }))
    }
  const memory = (name) => fanout.figure(rounds, large, 'connect', 'rss_kib_per_conn', name)
  rows.push(row({ metric: 'RSS per signed-in idle connection', unit: 'KiB', ours: memory(ours.name), peer: memory('npm ws'), peer_name: 'npm ws', first: 14, goal: 9, beyond: 5 }))
  rows.push(row({ metric: 'deliveries lost, connections cut', ours: fanout.lost(rounds), first: 0, goal: 0, beyond: 0 }))
  return rows
}

const durable_rows = (found) => [
  row({
    metric: 'durable calls/s, full batches', ours: found.calls, peer: found.append, peer_name: 'append log', ratio: found.to_append,
    least: true, first: 0.2, goal: 0.4, beyond: 0.7,
  }),
  row({ metric: 'the same ÷ pwrite + fdatasync', ours: found.calls, peer: found.raw, peer_name: 'raw, 64 KiB', ratio: found.to_raw }),
  row({
    metric: 'single durable calls/s', ours: found.single, peer: found.syncs, peer_name: 'fdatasync/s', ratio: found.to_syncs,
    least: true, first: 0.35, goal: 0.5, beyond: 0.65,
  }),
]

function deid_rows({ ours, peer, ratio, en, de }) {
  const peer_name = 'redact-pii'
  const found = (notes, what, of, limits) =>
    row({ metric: `${what}, ${notes.notes} ${notes === en ? 'English' : 'German'} notes`, ours: notes.ours[of], peer: notes.peer[of], peer_name, least: true, ...limits })
  return [
    row({ metric: 'de-identifier, dense notes, one core', unit: 'MB/CPU-s', ours, peer, peer_name, least: true, first: 3, goal: 5, beyond: 15 }),
    row({ metric: 'the same ÷ redact-pii', ours: ratio }),
    ...[en, de].flatMap((notes) => [
      found(notes, 'recall', 'recall', { first: 0.9, goal: 0.98, beyond: 0.99 }),
      found(notes, 'recall, must_replace', 'recall_certain', { first: 0.95, goal: 0.98, beyond: 0.99 }),
      found(notes, 'precision, must_replace', 'precision', { first: 0.8, goal: 0.88, beyond: 0.94 }),
    ]),
  ]
}

function live_rows({ steady, read, deaf, storm, after }) {
  const conns = storm.in_step
  const ms = (us) => us / 1000
  const beside = (metric, field) => {
    const of = (rounds) => median(rounds.map((round) => round[field]))
    const ratio = median(deaf.map((round, i) => round[field] / read[i][field]))
    return row({ metric, unit: 'ms', ours: ms(of(deaf)), peer: ms(of(read)), peer_name: 'all read', ratio, first: 1.5 })
  }
  return [
    row({ metric: `a phase change to all, 200/s, ${conns} conns, p99`, unit: 'ms', ours: ms(steady.p99_us), first: 100, goal: 100 }),
    row({ metric: 'the same, p50', unit: 'ms', ours: ms(steady.p50_us) }),
    row({ metric: 'members left behind, numbers left out, calls refused', ours: [steady, ...read, ...deaf, after].reduce((n, x) => n + x.behind + x.gaps + x.refused, 0), first: 0 }),
    beside('ten busy groups, one in each reads nothing, p50', 'busy_p50_us'),
    beside('the same, p99', 'busy_p99_us'),
    beside('the other 990 groups meanwhile, p50', 'p50_us'),
    beside('the same, p99', 'p99_us'),
    row({ metric: 'who read nothing was cut, and resumed', ours: Math.min(...deaf.map((round) => round.cut)), least: true, first: 10 }),
    row({ metric: `${conns} conns in step after a kill and a start`, unit: 's', ours: storm.seconds, first: 15, goal: 15 }),
    row({ metric: 'p99 of a phase change after that', unit: 'ms', ours: ms(after.p99_us), first: 100, goal: 100 }),
  ]
}

/** Other servers beside npm ws, for the record. */
function print_others(rounds) {
  console.log('\ndeliveries for a CPU-second ÷ npm ws in the same round; RSS KiB per connection')
  for (const { name } of peers) {
    const of = (conns, phase) => fanout.figure(rounds, conns, phase, 'deliveries_per_cpu_s', name, 'npm ws').toFixed(2).replace('NaN', '–')
    const cells = ['closed:1', 'rate:1000', 'closed:8'].map((phase) => `${phase} ${of(small, phase)} / ${of(large, phase)}`)
    console.log(`${name.padEnd(12)} ${cells.join('   ')}   ${fanout.figure(rounds, large, 'connect', 'rss_kib_per_conn', name).toFixed(1)} KiB`)
  }
}

// The de-identifier and rules of series need no data, growth and live sessions make their own.
const past = [...chosen].some((part) => !['deid', 'live', 'schedule', 'rota', 'growth'].includes(part)) ? await prepare() : undefined
const rows = []
const raw = {}
if (chosen.has('deid')) {
  raw.deid = deid.measure(quick ? 3 : 5, quick ? 6 : 16, say)
  rows.push(...deid_rows(raw.deid))
}
if (chosen.has('durable')) raw.durable = await durable.measure(quick ? 3 : 5, quick ? 1 : 2, say)
if (chosen.has('fanout')) {
  const plan = quick
    ? [{ conns: small, rounds: 3, seconds: 1 }, { conns: large, rounds: 1, seconds: 2 }]
    : [{ conns: small, rounds: 5, seconds: 2 }, { conns: large, rounds: 5, seconds: 2 }]
  raw.fanout = await fanout.measure(plan, say)
  rows.push(...fanout_rows(raw.fanout, raw.durable))
}
if (chosen.has('live')) {
  mkdirSync(folder, { recursive: true })
  raw.live = await live.measure(say)
  rows.push(...live_rows(raw.live))
}
if (raw.durable) rows.push(...durable_rows(raw.durable))
if (chosen.has('start')) {
  say('starting')
  rows.push(row({ metric: 'start with 10,000 groups to first answer', unit: 's', ours: await seconds_to_answer(data, quick ? 3 : 5), first: 1, goal: 0.3, beyond: 0.1 }))
  rows.push(row({ metric: 'RSS, empty server', unit: 'MiB', ours: await empty_mib(), first: 40, goal: 20, beyond: 12 }))
}
if (chosen.has('screens')) {
  say('screens')
  raw.screens = await screens.measure(past, quick ? 50 : 200)
  const [slowest, took] = Object.entries(raw.screens).sort((a, b) => b[1] - a[1])[0]
  rows.push(row({ metric: `slowest screen's first data (${slowest})`, unit: 'ms', ours: took, peer: raw.screens['time.now'], peer_name: 'time.now', first: 20, goal: 5, beyond: 2 }))
}
if (chosen.has('feed')) {
  say('calendar feeds')
  raw.feed = await feed.measure(past, quick ? 3 : 5, quick ? 1 : 2)
  const { unchanged, whole, bytes, sessions } = raw.feed
  rows.push(row({ metric: 'calendar feeds, unchanged (ETag)', unit: '/CPU-s', ours: unchanged.per_cpu_s, least: true, first: 2000, goal: 5000, beyond: 10000 }))
  rows.push(row({ metric: `calendar feeds, whole (${sessions} sessions, ${Math.round(bytes / 1024)} KiB)`, unit: '/CPU-s', ours: whole.per_cpu_s }))
}
if (chosen.has('schedule')) {
  say('series')
  mkdirSync(folder, { recursive: true })
  ;[raw.schedule] = await run('server', join(tools, 'bench_schedule'), [])
  rows.push(row({ metric: 'a year of a weekly series, slowest zone', unit: 'ms', ours: raw.schedule.weekly_year_ms, first: 2, goal: 0.5, beyond: 0.1 }))
}
if (chosen.has('rota')) {
  say('the rota')
  mkdirSync(folder, { recursive: true })
  ;[raw.rota] = await run('server', join(tools, 'bench_rota'), [])
  const slowest = Math.max(...Object.values(raw.rota))
  rows.push(row({ metric: 'a plan of 12 sessions for 12 members', unit: 'ms', ours: slowest, first: 1, goal: 0.5, beyond: 0.1 }))
}
if (chosen.has('growth')) {
  mkdirSync(folder, { recursive: true })
  raw.growth = await growth.measure(quick ? [100, 1000, 10000] : [100, 1000, 10000, 100000], quick ? [1, 10] : [1, 10, 100], say)
  for (const [what, columns, { methods, found }] of growth.judged(raw.growth)) {
    const sizes = Object.keys(columns)
    const named = found.length ? ` (${found.join(', ')})` : ''
    rows.push(row({ metric: `of ${methods.length} methods, dearer with ${sizes.at(-1)} ${what} than with ${sizes[0]}${named}`, ours: found.length, first: 0 }))
  }
}
if (chosen.has('client')) {
  say('client')
  rows.push(row({ metric: 'client, first load, JS gz', unit: 'kB', ours: await first_load_kb(data, past.token), first: 40, goal: 25, beyond: 15 }))
}

console.log()
print(rows)
if (raw.fanout) print_others(raw.fanout)
if (raw.growth) growth.print(raw.growth)
if (raw.screens) console.log(`\nround trips, ms: ${Object.entries(raw.screens).map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ')}`)
const file = join(folder, 'result.json')
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), cpu: cpus()[0]?.model, cores: cpus().length, quick: Boolean(quick), rows, raw }, null, 1)}\n`)
const missed = rows.filter((r) => r.pass === false)
console.log(`\n${rows.filter((r) => r.pass).length} of ${rows.filter((r) => r.pass !== undefined).length} first limits kept; ${file}`)
process.exit(missed.length ? 1 : 0)
