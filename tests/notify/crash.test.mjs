// kill -9 at every step of the outbox: no mail is lost, and none comes twice, but for the one moment in which nobody
// can know. That moment lasts from the mark that ends the mail to the commit after the relay's answer; the row says so.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { message_id, Relay } from '../support/smtp.mjs'
import { start_test_server } from '../support/test_server.mjs'

const state = (data) =>
  execFileSync('/usr/bin/python3', ['-c', 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT state FROM outbox").fetchall()[-1][0])',
    `${data}/covision.db`], { encoding: 'utf8' }).trim()

/** One server after the other on one data folder, one relay for all. */
async function house(context) {
  const relay = await Relay.start()
  context.after(() => relay.end())
  let server
  const start = async (data) => {
    const more = ['--mail-relay', `smtp://127.0.0.1:${relay.port}`, '--mail-from', 'covision@example.org']
    server = await start_test_server({ data, with_client: false, more })
    return server
  }
  const first = await start()
  context.after(async () => {
    await server.end()
    await first.end()
  })
  return { relay, start, first }
}

test('killed before the end of a mail: it arrives once; killed before the answer: again, under the same Message-ID', async (context) => {
  const { relay, start, first } = await house(context)
  let server = first
  for (const step of ['connect', 'mail', 'rcpt', 'data', 'text', 'whole']) {
    const known = relay.mails.length
    await relay.plan({ step, act: 'hold', line: 8 })
    const there = relay.next(step)
    // Longer than what the kernel holds for the relay, so that its end has not been reached.
    const bytes = step === 'text' ? 4_000_000 : 0
    await server.clock(`order ${step} zoe@example.org ${bytes} 3600`)
    await there
    await server.kill('SIGKILL')
    const doubtful = step === 'whole'
    assert.equal(state(first.data), doubtful ? 'sending' : 'waiting', step)
    await relay.go()
    server = await start(first.data)
    await server.clock('mail')
    assert.equal(state(first.data), 'sent', step)
    await server.clock('mail')
    const arrived = relay.mails.slice(known)
    assert.equal(arrived.length, doubtful ? 2 : 1, step)
    assert.equal(new Set(arrived.map(message_id)).size, 1, step)
    for (const mail of arrived) assert.ok(mail.parts[0].text.length > 0.9 * bytes, `${step}: the whole text`)
  }
})

test('killed at any moment after the answer: what is not marked in doubt came once', async (context) => {
  const { relay, start, first } = await house(context)
  let server = first
  const seen = new Set()
  for (let delay = 0; delay < 5; delay++) {
    const known = relay.mails.length
    const answered = relay.next('answered')
    await server.clock(`order after-${delay} zoe@example.org 0 3600`)
    await answered
    if (delay > 1) await new Promise((resolve) => setTimeout(resolve, delay))
    await server.kill('SIGKILL')
    const left = state(first.data)
    seen.add(left)
    assert.notEqual(left, 'waiting')
    server = await start(first.data)
    await server.clock('mail')
    const arrived = relay.mails.slice(known)
    assert.equal(arrived.length, left === 'sending' ? 2 : 1, `${delay} ms, ${left}`)
    assert.equal(new Set(arrived.map(message_id)).size, 1)
    assert.equal(state(first.data), 'sent')
  }
  assert.ok(seen.has('sent'))
})
