// Starting what is measured, each on its own core, and what the system says of it.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { release } from '../support/server.mjs'

export const tools = join(dirname(release), 'tests')
export const folder = process.env.COVISION_BENCH ?? join(dirname(release), '../bench')

// The server has the first core, the generator the second; where there is just one they share it.
const core_of = { server: 0, generator: Math.min(1, availableParallelism() - 1) }
const pinned = (role, command, args) => ['taskset', ['-c', String(core_of[role]), command, ...args]]

const running = new Set()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))

export function start(role, command, args, options) {
  const child = spawn(...pinned(role, command, args), options)
  running.add(child)
  child.errors = ''
  child.stderr.on('data', (data) => (child.errors = (child.errors + data).slice(-4000)))
  child.ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)))
  child.ended.then(() => running.delete(child))
  return child
}

/** A server that writes {"port": N} when it serves, or listens on the `port` that it was told. */
export async function start_server(command, args, port) {
  const child = start('server', command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => {})
  if (!port) {
    const lines = createInterface({ input: child.stdout })
    const first = new Promise((resolve) => lines.once('line', resolve))
    const line = await Promise.race([first, child.ended])
    if (typeof line !== 'string' || !line.startsWith('{')) throw Error(`${command} did not start: ${child.errors}`)
    ;({ port } = JSON.parse(line))
  } else {
    child.stdout.resume()
  }
  return {
    port,
    pid: child.pid,
    rss_kib: () => Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]),
    kill: () => {
      child.kill('SIGKILL')
      return child.ended
    },
    end: () => {
      child.kill()
      return child.ended
    },
  }
}

/** Runs a tool to its end; resolves to its JSON lines. Exit codes that are not in `fine` are errors. */
export async function run(role, command, args, { seconds = 120, fine = [0] } = {}) {
  const child = start(role, command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.on('data', (data) => (text += data))
  const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  const how = await child.ended
  clearTimeout(late)
  if (how !== 0 && fine.includes(how)) process.stderr.write(child.errors)
  if (!fine.includes(how)) throw Error(`${command} ended with ${how}: ${child.errors}`)
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
}

/** The load generator: [connect, phase...]. Lost deliveries are in its lines, not an error. */
export function wsload(server, args, phases, { conns, group = 8, hold = 0, warmup = 0.5, size = 256 }) {
  const all = ['--port', server.port, '--pid', server.pid, '--conns', conns, '--group', group, '--hold', hold, '--warmup', warmup, '--size', size]
  for (const phase of phases) all.push('--phase', phase)
  return run('generator', join(tools, 'bench_wsload'), [...all, ...args].map(String), { fine: [0, 1] })
}

export function median(numbers) {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b)
  if (sorted.length === 0) return Number.NaN
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export const until = async (test, seconds = 20) => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await test()) return true
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  throw Error(`nothing came of it within ${seconds} s`)
}
