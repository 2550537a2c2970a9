// Everything that fans out: how each is started and how the generator speaks with it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { free_port } from '../../support/server.mjs'
import { folder, start_server, tools, until } from '../processes.mjs'

export const data = join(folder, 'data')
export const tokens = join(folder, 'tokens')
export const singles = join(folder, 'singles')

// A writing call's id is used once: the generator counts from 1 in each of its runs, so each gets a prefix.
let runs = Math.floor(Date.now() / 1000)
const fresh = () => (runs++ >>> 0).toString(16).padStart(8, '0')

const call = (id, method, params) => `{"jsonrpc":"2.0","id":"${id}","method":"${method}","params":${params}}`

function covision(kind, lines) {
  const group = `"group":"00000000-0000-400${kind}-8000-{g:12}"`
  return [
    '--path', '/ws', '--protocol', 'covision.v1', '--header', 'Authorization: Bearer {line}', '--lines', lines,
    '--step', `send:${call('follow', 'feed.follow', `{${group}}`)}`, '--step', 'wait:"result"',
    '--send', call(`${fresh()}-0000-4000-8000-{n:12}`, 'bench.publish', `{${group},"body":"{body}"}`),
  ]
}

/** Our server over groups of eight, with whatever the bench has seeded. */
export const ours = {
  name: 'covision',
  start: () => start_server(join(tools, 'bench_server'), ['serve', '--data', data]),
  args: () => covision(0, tokens),
  /** Over groups of one. */
  single_args: () => covision(1, singles),
}

const relay = {
  name: 'npm ws',
  start: () => start_server(process.execPath, [fileURLToPath(new URL('relay.mjs', import.meta.url))]),
  args: () => ['--path', '/g/{g}'],
}

const floor = {
  name: 'raw epoll',
  start: () => start_server(join(tools, 'bench_floor'), []),
  args: () => ['--path', '/g/{g}'],
}

function found(command) {
  try {
    return execFileSync('sh', ['-c', `command -v ${command}`]).toString().trim()
  } catch {
    return undefined
  }
}

const listens = (port) =>
  new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    probe.on('connect', () => probe.destroy())
  })

async function configured(command, option, text) {
  const port = await free_port()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'peer.conf')
  writeFileSync(file, text(port, await free_port()))
  const server = await start_server(command, [option, file], port)
  await until(() => listens(port))
  return server
}

const nats = {
  name: 'nats-server',
  command: found('nats-server'),
  start: () =>
    configured(nats.command, '-c', (port, other) => `host: 127.0.0.1\nport: ${other}\nwebsocket { host: "127.0.0.1", port: ${port}, no_tls: true }\n`),
  args: () => [
    '--binary', '--stream', '--step', 'send:CONNECT {"verbose":false,"pedantic":false,"echo":true}\\r\\nSUB g.{g} 1\\r\\nPING\\r\\n',
    '--step', 'wait:PONG', '--send', 'PUB g.{g} 256\\r\\n{body}\\r\\n',
  ],
}

/** All that are here; the first two are compared in the table. */
export const peers = [ours, relay, floor, nats].filter((peer) => !('command' in peer) || peer.command)
