// The server with a clock that tests move (tests/tools/test_server.cpp), and people who speak its protocol through the
// npm package `ws`: others' WebSocket code, not ours.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { load } from './packages.mjs'
import { client, release } from './server.mjs'

const { WebSocket } = load('ws')
const test_server = process.env.COVISION_TEST_SERVER ?? join(dirname(release), 'tests/covision_test_server')

/**
 * Starts it; resolves to { origin, port, data, first_link, log(), clock(command), advance(seconds), set(time),
 * kill(signal), process_stop(), ended, end() }. `data` and `port` may be an earlier one's (a restart); `more`: further options.
 */
export async function start_test_server({ data, port = 0, now = '2026-10-01T08:00:00Z', with_client = true, more = [] } = {}) {
  const own = data ? undefined : mkdtempSync(join(tmpdir(), 'covision-'))
  data ??= join(own, 'data')
  const options = ['--data', data, '--port', String(port), '--now', now, ...(with_client ? ['--client', client] : []), ...more]
  const child = spawn(test_server, options, { stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)))
  const lines = createInterface({ input: child.stdout })
  const waiting = []
  lines.on('line', (line) => waiting.shift()?.(line))
  const next_line = () =>
    Promise.race([
      new Promise((resolve) => waiting.push(resolve)),
      ended.then((how) => Promise.reject(Error(`the test server ended (${how}): ${said}`))),
    ])
  const { address, port: bound, first_link } = JSON.parse(await next_line())
  const clock = (command) => {
    const answer = next_line()
    child.stdin.write(`${command}\n`)
    return answer
  }
  const server = {
    origin: address,
    port: bound,
    data,
    first_link,
    log: () => said,
    ended,
    process_stop: () => child.stdin.write('stop\n'),
    clock,
    advance: (seconds) => clock(`advance ${seconds}`),
    set: (time) => clock(`set ${time}`),
    kill: (signal = 'SIGKILL') => {
      child.kill(signal)
      return ended
    },
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.stdin.write('stop\n')
        await ended
      }
      if (own) rmSync(own, { recursive: true, force: true })
    },
  }
  return server
}

/** POST /auth/NAME; resolves to { status, body, token }: the token is the login's, for Authorization: Bearer. */
export async function post(origin, name, body, token) {
  const answer = await fetch(`${origin}/auth/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Covision': '1',
      Origin: origin,
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  const cookie = answer.headers.get('set-cookie')?.match(/covision=([^;]*)/)?.[1]
  const text = await answer.text()
  return { status: answer.status, body: text ? JSON.parse(text) : undefined, token: cookie }
}

export class Refusal extends Error {
  constructor({ code, message, data }) {
    super(`${data?.code ?? code}: ${message}`)
    this.rpc_code = code
    this.code = data?.code
    this.details = data?.details ?? {}
  }
}

/** One connection. call() answers or throws a Refusal; events() are the notifications so far; until(kind) waits. */
export class Person {
  static async connect(origin, token, account) {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`, 'covision.v1', {
      headers: { Authorization: `Bearer ${token}` },
      perMessageDeflate: false,
    })
    const person = new Person(socket, origin, token, account)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return person
  }

  constructor(socket, origin, token, account) {
    Object.assign(this, { socket, origin, token, account, waiting: new Map(), heard: [], listeners: new Set() })
    socket.on('message', (data) => this.#received(JSON.parse(String(data))))
    socket.on('error', () => {})
    this.closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)))
    this.closed.then((code) => {
      for (const { reject } of this.waiting.values()) reject(Error(`closed ${code}`))
    })
  }

  #received(frame) {
    if (frame.method) {
      this.heard.push(frame)
      for (const listener of this.listeners) listener(frame)
      return
    }
    const waiter = this.waiting.get(frame.id)
    this.waiting.delete(frame.id)
    if (frame.error) waiter?.reject(new Refusal(frame.error))
    else waiter?.resolve(frame.result)
  }

  call(method, params = {}, id = randomUUID()) {
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }))
    this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    return answer
  }

  /** Whatever the check doubts in these texts ({ field: text }) is looked at and kept, as by an author of what is made up. */
  async kept(group, texts) {
    const written = Object.entries(texts).map(([field, text]) => ({ field, text }))
    const { fields } = await this.call('cases.check', { group, fields: written })
    return fields.flatMap(({ field, findings }) => findings.map(({ start, end }) => ({ field, start, end })))
  }

  /** The first event of this kind, heard already or to come. */
  until(kind, matches = () => true) {
    const fits = (frame) => frame.params?.kind === kind && matches(frame.params.data)
    const found = this.heard.find(fits)
    if (found) return Promise.resolve(found.params)
    return new Promise((resolve) => {
      const listener = (frame) => {
        if (!fits(frame)) return
        this.listeners.delete(listener)
        resolve(frame.params)
      }
      this.listeners.add(listener)
    })
  }

  async end() {
    this.socket.close()
    await this.closed
  }
}

export const secret_of = (link) => link.split('#')[1]

/** Uses a one-time link: an account is made, and a connection for it. */
export async function enter(origin, link, { email, name, zone = 'Europe/Berlin', language = 'en', password = 'a calm long phrase' }) {
  const { status, body, token } = await post(origin, 'enter', { token: secret_of(link), email, name, password, zone, language })
  if (status !== 200) throw Error(`enter answered ${status}: ${JSON.stringify(body)}`)
  const person = await Person.connect(origin, token, body.account.account)
  person.group = body.group
  return person
}

export async function sign_in(origin, email, password = 'a calm long phrase') {
  const { status, body, token } = await post(origin, 'sign_in', { email, password })
  if (status !== 200) throw Error(`sign_in answered ${status}: ${JSON.stringify(body)}`)
  return Person.connect(origin, token, body.account.account)
}
