// Calendar feeds, as calendar hosts ask for them: of a group with five years behind it, unchanged (by ETag) and whole.
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { Person } from '../support/test_server.mjs'
import { ours } from './peers/peers.mjs'
import { median } from './processes.mjs'

const connections = 16

/** CPU seconds that a process has used. */
function cpu_seconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** One connection that asks again as soon as it is answered; resolves to the number of answers, each of which must begin with `status`. */
function ask(port, request, status, until) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answers = 0
    let held = Buffer.alloc(0)
    const next = () => (performance.now() < until() ? socket.write(request) : socket.end())
    socket.on('connect', next)
    socket.on('error', reject)
    socket.on('close', () => resolve(answers))
    socket.on('data', (chunk) => {
      held = held.length ? Buffer.concat([held, chunk]) : chunk
      const end = held.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = held.subarray(0, end).toString('latin1')
      if (!head.startsWith(`HTTP/1.1 ${status}`)) return reject(Error(`the feed was answered: ${head.slice(0, 40)}`))
      const length = Number(/Content-Length: (\d+)/.exec(head)?.[1] ?? 0)
      if (held.length < end + 4 + length) return
      held = Buffer.alloc(0)
      ++answers
      next()
    })
  })
}

async function rate(server, request, status, seconds) {
  const began = performance.now()
  const cpu = cpu_seconds(server.pid)
  const until = () => began + seconds * 1000
  const counts = await Promise.all(Array.from({ length: connections }, () => ask(server.port, request, status, until)))
  const answers = counts.reduce((sum, one) => sum + one, 0)
  return { per_cpu_s: answers / (cpu_seconds(server.pid) - cpu), per_s: (answers / (performance.now() - began)) * 1000 }
}

/** { unchanged: { per_s, per_cpu_s }, whole: …, bytes, sessions } */
export async function measure({ token }, rounds, seconds) {
  const server = await ours.start()
  try {
    const person = await Person.connect(`http://localhost:${server.port}`, token)
    const { token: secret } = await person.call('calendar.make_feed')
    const path = `/calendar/${secret}.ics`
    const first = await fetch(`http://localhost:${server.port}${path}`)
    const text = await first.text()
    const get = (more = '') => `GET ${path} HTTP/1.1\r\nHost: localhost:${server.port}\r\n${more}\r\n`
    const known = `If-None-Match: ${first.headers.get('etag')}\r\n`
    const found = { unchanged: [], whole: [] }
    for (let i = 0; i < rounds; ++i) {
      found.unchanged.push(await rate(server, get(known), 304, seconds))
      found.whole.push(await rate(server, get(), 200, seconds))
    }
    await person.end()
    const middle = (all) => ({ per_s: median(all.map((one) => one.per_s)), per_cpu_s: median(all.map((one) => one.per_cpu_s)) })
    return {
      unchanged: middle(found.unchanged), whole: middle(found.whole),
      bytes: Buffer.byteLength(text), sessions: text.split('BEGIN:VEVENT').length - 1,
    }
  } finally {
    await server.end()
  }
}
