// How the shipped binary starts, refuses to start, and ends; and what it says when the disk is full.
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { free_port, release, start_server } from '../support/server.mjs'
import { enter, Person, post, secret_of } from '../support/test_server.mjs'

const home = mkdtempSync(join(tmpdir(), 'covision-start-'))
after(() => rmSync(home, { recursive: true, force: true }))
const someone = { email: 'mirjam@example.org', name: 'Mirjam Kolb' }

/** Runs the binary to its end; resolves to { code, out, err }. */
const run = (...options) =>
  new Promise((resolve) =>
    execFile(release, options, { timeout: 10_000 }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err })))
const serve = (...options) => run('serve', ...options)

/** The one sentence for the operator: the lines that are no log. */
const sentence = ({ err }) => err.split('\n').filter((line) => line && !line.startsWith('{')).join('\n')

function refuses(result, pattern) {
  assert.equal(result.code, 2, result.err)
  assert.match(sentence(result), /^covision: [^\n]+$/)
  assert.match(sentence(result), pattern)
}

test('a port in use, a data folder that cannot be, a bad certificate: one sentence and exit code 2', async () => {
  const server = await start_server()
  refuses(await serve('--data', join(home, 'other'), '--port', String(server.port)), /port|address/i)
  assert.ok(!existsSync(join(home, 'other')) && !existsSync(join(home, 'other.key')), 'nothing was touched')
  refuses(await serve('--data', server.data, '--port', String(await free_port())), /Another server/)
  await server.end()
  writeFileSync(join(home, 'file'), '')
  refuses(await serve('--data', join(home, 'file')), /not a folder/)
  refuses(await serve('--data', '/proc/none/data'), /cannot be made/)
  writeFileSync(join(home, 'bad.pem'), 'no certificate')
  const port = String(await free_port())
  refuses(await serve('--data', join(home, 'tls'), '--port', port, '--certificate', join(home, 'bad.pem'), '--certificate-key', join(home, 'bad.pem')), /certificate/i)
  refuses(await serve('--data', join(home, 'open'), '--port', port, '--listen', '0.0.0.0'), /TLS|certificate|proxy/i)
})

test('a missing or wrong master key is refused, and nothing is touched', async () => {
  const data = join(home, 'keys')
  const port = await free_port()
  const server = await start_server({ data, port })
  await server.kill()
  const key = `${data}.key`
  assert.equal(statSync(key).mode & 0o777, 0o600)
  const kept = readFileSync(key)
  const before = readFileSync(join(data, 'covision.db'))
  rmSync(key)
  refuses(await serve('--data', data), /master key/i)
  writeFileSync(key, Buffer.alloc(32, 7), { mode: 0o600 })
  refuses(await serve('--data', data), /key/i)
  assert.deepEqual(readFileSync(join(data, 'covision.db')), before)
  writeFileSync(key, kept)
  const again = await start_server({ data, port })
  await again.kill()
})

test('SIGTERM ends it within ten seconds with code 0; the data opens again with what was acknowledged', async () => {
  const data = join(home, 'term')
  const first = await start_server({ data })
  const person = await enter(first.origin, first.first_link(), someone)
  const { group } = await person.call('groups.create', {
    name: 'Tuesday circle', language: 'en', clauses: (await person.call('groups.template', { language: 'en' })).clauses,
  })
  assert.equal(await first.kill(), 0)
  assert.ok([1001, 1012].includes(await person.closed))
  const second = await start_server({ data })
  const { token } = await post(second.origin, 'sign_in', { email: someone.email, password: 'a calm long phrase' })
  assert.ok(token)
  assert.ok(!second.first_link())
  await second.end()
  assert.ok(group)
})

test('admin create-account prints a link that makes an account, admin end-logins signs it out everywhere', async () => {
  const data = join(home, 'admin')
  const server = await start_server({ data })
  await enter(server.origin, server.first_link(), someone)
  const made = await run('admin', 'create-account', '--data', data, '--email', 'ben@example.org', '--name', 'Ben Okafor', '--origin', server.origin)
  assert.equal(made.code, 0, made.err)
  const { body } = await post(server.origin, 'peek', { token: secret_of(made.out.trim()) })
  assert.equal(body.email, 'ben@example.org')
  const ben = await enter(server.origin, made.out.trim(), { email: 'ben@example.org', name: 'Ben Okafor' })
  const ended = await run('admin', 'end-logins', '--data', data, '--email', 'Ben@example.org')
  assert.equal(ended.code, 0, ended.err)
  assert.equal(await ben.closed, 4401)
  await assert.rejects(Person.connect(server.origin, ben.token), /401/)
  refuses(await run('admin', 'end-logins', '--data', data, '--email', 'nobody@example.org'), /no account/)
  await server.end()
})

test('what is written down of the interface is what is served: TypeScript, OpenRPC', async () => {
  const typescript = await run('schema', '--typescript')
  assert.equal(typescript.out, readFileSync(new URL('../../client-web/src/protocol.gen.ts', import.meta.url), 'utf8'))
  const server = await start_server({ data: join(home, 'schema') })
  const served = await (await fetch(`${server.origin}/openrpc.json`)).json()
  assert.deepEqual(served, JSON.parse((await run('schema', '--openrpc')).out))
  assert.ok(served.methods.some(({ name }) => name === 'cases.submit'))
  await server.end()
})

test('health on the main port, metrics on their own, and both without anybody signing in', async () => {
  const metrics_port = await free_port()
  const server = await start_server({ data: join(home, 'health'), options: ['--metrics-port', String(metrics_port)] })
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200)
  const text = await (await fetch(`http://127.0.0.1:${metrics_port}/metrics`)).text()
  assert.match(text, /^# TYPE covision_\w+ (counter|gauge)$/m)
  await server.end()
})

test('the disk is full: nothing is acknowledged, the error is named, reading goes on', async () => {
  const data = join(home, 'full')
  const port = await free_port()
  const prepare = await start_server({ data, port })
  const founder = await enter(prepare.origin, prepare.first_link(), someone)
  const { clauses } = await founder.call('groups.template', { language: 'en' })
  const { group } = await founder.call('groups.create', { name: 'Tuesday circle', language: 'en', clauses })
  await prepare.kill()

  // No file may grow beyond what the database has now and a little more: the system's answer to a full disk.
  const limit = statSync(join(data, 'covision.db')).size + 40_000
  const child = spawn('prlimit', [`--fsize=${limit}`, release, 'serve', '--data', data, '--port', String(port)], { stdio: 'ignore' })
  const origin = `http://localhost:${port}`
  for (let i = 0; i < 200 && !(await fetch(`${origin}/readyz`).catch(() => undefined))?.ok; i++)
    await new Promise((resolve) => setTimeout(resolve, 25))
  const { token } = await post(origin, 'sign_in', { email: someone.email, password: 'a calm long phrase' })
  const person = await Person.connect(origin, token)
  let version = 1
  let failure
  for (let i = 0; i < 400 && !failure; i++)
    await person.call('groups.propose_agreement', {
      group, based_on: version, clauses: clauses.map((clause) => ({ ...clause, text: `${clause.text} ${i}` })),
    }).then((made) => (version = made.version), (error) => (failure = error))
  assert.ok(failure, 'the disk never got full')
  assert.match(failure.code, /^storage_/)
  const { current_version } = await person.call('groups.agreement', { group })
  assert.equal(current_version, version)
  child.kill()
  await new Promise((resolve) => child.on('close', resolve))

  const roomy = await start_server({ data, port })
  const later = await post(origin, 'sign_in', { email: someone.email, password: 'a calm long phrase' })
  const reader = await Person.connect(origin, later.token)
  assert.equal((await reader.call('groups.agreement', { group })).current_version, version)
  await roomy.end()
})
