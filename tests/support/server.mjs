// Starts a server binary on a free port of the loopback with a data folder of its own.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const release = process.env.COVISION_BINARY ?? join(root, 'build/release/covision')
export const client = process.env.COVISION_CLIENT ?? join(root, 'client-web/dist')

/** A port that nobody listens on at this moment. */
export function free_port() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/**
 * A server that answers on /readyz. `data` and `port` may be those of an earlier one (a restart); options go to `serve`.
 * Resolves to { origin, port, data, process, output(), first_link(), kill(signal), end() }; end() removes a folder made here.
 * Rejects with the server's own words where it ends before it is ready.
 */
export async function start_server({ binary = release, data, port, options = [] } = {}) {
  const own = data ? undefined : mkdtempSync(join(tmpdir(), 'covision-'))
  data ??= join(own, 'data') // its key is made beside it
  port ??= await free_port()
  const origin = `http://localhost:${port}`
  const child = spawn(binary, ['serve', '--data', data, '--port', String(port), '--client', client, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)))
  child.on('error', (error) => (said += error.message))

  const server = {
    origin,
    port,
    data,
    process: child,
    output: () => said,
    first_link: () => said.match(/https?:\/\/\S+\/\S+/)?.[0],
    kill: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) await server.kill()
      if (own) rmSync(own, { recursive: true, force: true })
    },
  }
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const answer = await Promise.race([fetch(`${origin}/readyz`).catch(() => undefined), ended.then(() => 'ended')])
    if (answer === 'ended') break
    // What it says of itself may come through the pipe a little after its first answer.
    if (answer?.ok && said.includes('Covision is at')) return server
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await server.kill('SIGKILL')
  await server.end()
  throw Error(`the server did not get ready: ${said}`)
}
