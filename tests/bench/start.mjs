// From the start of the shipped binary to its first answer, and how much memory it has when it is empty.
import { rmSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { free_port, release } from '../support/server.mjs'
import { folder, median, start_server, until } from './processes.mjs'

const answers = (port) =>
  new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    request.on('error', () => resolve(false))
  })

async function serve(data, look) {
  const port = await free_port()
  const began = performance.now()
  const server = await start_server(release, ['serve', '--data', data, '--port', String(port)], port)
  try {
    await until(() => answers(port))
    return await look(server, (performance.now() - began) / 1000)
  } finally {
    await server.end()
  }
}

/** Seconds to the first answer with what lies in `data`. */
export async function seconds_to_answer(data, rounds) {
  const found = []
  for (let i = 0; i < rounds; ++i) found.push(await serve(data, (_server, seconds) => seconds))
  return median(found)
}

/** MiB of a server that nobody has used. */
export async function empty_mib() {
  const data = join(folder, 'empty')
  const clean = () => ['', '.key'].forEach((end) => rmSync(data + end, { recursive: true, force: true }))
  clean()
  try {
    return await serve(data, async (server) => {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return server.rss_kib() / 1024
    })
  } finally {
    clean()
  }
}
