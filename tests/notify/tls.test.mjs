// Secrecy on the way to the relay: TLS is demanded beyond loopback, certificates are checked, passwords never go first.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, after, test } from 'node:test'
import { free_port, release } from '../support/server.mjs'
import { Relay } from '../support/smtp.mjs'
import { start_test_server } from '../support/test_server.mjs'

const folder = mkdtempSync(join(tmpdir(), 'covision-tls-'))
const file = (name) => join(folder, name)
const openssl = (...args) => execFileSync('openssl', args, { stdio: 'ignore' })

/** A certificate for one name, which vouches for itself. */
const certificate = (name) =>
  openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj',
    `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', file(`${name}.key`), '-out', file(`${name}.crt`))

before(() => {
  // Names under .localhost are this machine (RFC 6761), but not written as a loopback address.
  certificate('relay.localhost')
  certificate('other.localhost')
  writeFileSync(file('password'), 'a relay word\n', { mode: 0o600 })
  writeFileSync(file('wrong'), 'another word\n', { mode: 0o600 })
})
after(() => rmSync(folder, { recursive: true }))

const own = (name) => ['--certificate', file(`${name}.crt`), '--key', file(`${name}.key`)]
const known = (user = true, word = 'password', authority = 'relay.localhost') => [
  '--mail-from', 'covision@example.org', '--mail-ca', file(`${authority}.crt`),
  ...(user ? ['--mail-user', 'covision', '--mail-password-file', file(word)] : []),
]
const login = ['--user', 'covision', '--password', 'a relay word']

/** Orders one mail for a relay of that kind; { relay, log }: what came of it. */
async function sent(context, relay_options, scheme, mail_options, ...plan) {
  const relay = await Relay.start(relay_options)
  context.after(() => relay.end())
  await relay.plan(...plan)
  const more = ['--mail-relay', `${scheme}://relay.localhost:${relay.port}`, ...mail_options]
  const server = await start_test_server({ with_client: false, more })
  context.after(() => server.end())
  await server.clock('order one zoe@example.org 0 3600')
  await server.clock('mail')
  return { relay, log: server.log() }
}

test('STARTTLS, then the password, then the mail', async (context) => {
  const { relay } = await sent(context, [...own('relay.localhost'), ...login], 'smtp', known())
  assert.deepEqual(relay.mails.map(({ secret, user }) => [secret, user]), [[true, 'covision']])
})

test('TLS from the first byte', async (context) => {
  const { relay } = await sent(context, [...own('relay.localhost'), '--implicit', ...login], 'smtps', known())
  assert.deepEqual(relay.mails.map(({ secret, user }) => [secret, user]), [[true, 'covision']])
})

test('a relay that asks for no password is shown none', async (context) => {
  const { relay } = await sent(context, [...own('relay.localhost'), '--implicit'], 'smtps', known())
  assert.deepEqual(relay.mails.map(({ secret, user }) => [secret, user]), [[true, null]])
  // What it refuses then is no verdict on the mail.
  const refused = { step: 'rcpt', answer: '554 5.7.1 Relay access denied' }
  const { log } = await sent(context, [...own('relay.localhost'), '--implicit'], 'smtps', known(), refused)
  assert.match(log, /"event":"mail.no_relay","why":"login"/)
  assert.doesNotMatch(log, /mail\.failed/)
})

for (const [what, relay_options, mail_options, why, steps] of [
  ['a relay without TLS', () => [], () => known(false), 'no_tls', ['connect', 'hello']],
  ['a certificate for another name', () => own('other.localhost'), () => known(false, '', 'other.localhost'), 'certificate', ['connect', 'hello']],
  ['a certificate that nobody vouches for', () => own('relay.localhost'), () => known(false, '', 'other.localhost'), 'certificate', ['connect', 'hello']],
  ['a wrong password', () => [...own('relay.localhost'), ...login], () => known(true, 'wrong'), '535', undefined],
])
  test(`${what}: nothing of the mail is said`, async (context) => {
    const { relay, log } = await sent(context, relay_options(), 'smtp', mail_options())
    assert.equal(relay.count('mail'), 0)
    if (steps) assert.deepEqual(relay.steps.slice(0, 2), steps)
    assert.match(log, new RegExp(`"event":"mail.no_relay","why":"${why}`))
    assert.doesNotMatch(log, /word/)
  })

const mail_test = (...options) => {
  const done = spawnSync(release, ['admin', 'mail-test', ...options], { encoding: 'utf8', timeout: 20_000 })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

test('covision admin mail-test says what the relay answered', async (context) => {
  const relay = await Relay.start()
  context.after(() => relay.end())
  const options = ['--mail-relay', `smtp://127.0.0.1:${relay.port}`, '--mail-from', 'covision@example.org']
  // The relay runs in a process of its own, so this one may wait for the command.
  const good = mail_test(...options, '--to', 'ann@example.org')
  assert.deepEqual([good.code, good.err], [0, ''])
  assert.match(good.out, /^127\.0\.0\.1:\d+ has taken the mail: 250 2\.0\.0 Taken\n$/)
  await relay.plan({ step: 'rcpt', answer: '550 5.1.1 Nobody of that name' })
  const bad = mail_test(...options, '--to', 'ann@example.org')
  assert.equal(bad.code, 1)
  assert.match(bad.err, /has not taken the mail \(550 5\.1\.1\): 550 5\.1\.1 Nobody of that name/)
  const port = await free_port()
  const none = mail_test('--mail-relay', `smtp://127.0.0.1:${port}`, '--mail-from', 'covision@example.org', '--to', 'a@example.org')
  assert.equal(none.code, 1)
  assert.match(none.err, /no_connection/)
})

test('settings that cannot work are refused in one sentence', () => {
  chmodSync(file('wrong'), 0o644)
  const from = ['--mail-from', 'covision@example.org']
  const relay = ['--mail-relay', 'smtp://relay.example.org']
  for (const [options, words] of [
    [[], /No mail relay is configured/],
    [from, /options for mail, but no relay/],
    [relay, /needs an address to come from/],
    [['--mail-relay', 'relay.example.org:25', ...from], /smtp:\/\/HOST:PORT/],
    [['--mail-relay', 'http://relay.example.org', ...from], /begins with smtp/],
    [['--mail-relay', 'smtp://a:secret@relay.example.org', ...from], /options of their own/],
    [[...relay, ...from, '--mail-user', 'covision'], /needs a password/],
    [[...relay, ...from, '--mail-user', 'covision', '--mail-password-file', file('nowhere')], /cannot be read/],
    [[...relay, ...from, '--mail-user', 'covision', '--mail-password-file', file('wrong')], /Everybody on this machine/],
  ]) {
    const { code, err } = mail_test(...options, '--to', 'ann@example.org')
    assert.equal(code, 2, options.join(' '))
    assert.match(err, words)
    assert.equal(err.trim().split('\n').length, 1)
    assert.doesNotMatch(err, /secret/)
  }
})
