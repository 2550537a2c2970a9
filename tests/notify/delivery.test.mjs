// Mail from the outbox to a real SMTP server, which takes it, refuses, puts off, says nothing or breaks down.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { free_port } from '../support/server.mjs'
import { header, message_id, Relay } from '../support/smtp.mjs'
import { start_test_server } from '../support/test_server.mjs'

const hour = 3600
const from = 'Covision <covision@example.org>'
const loopback = (port) => ['--mail-relay', `smtp://127.0.0.1:${port}`, '--mail-from', from]

/** A relay and a server that sends through it. */
async function house(context, more = [], relay_options = []) {
  const relay = await Relay.start(relay_options)
  context.after(() => relay.end())
  const server = await start_test_server({ with_client: false, more: [...loopback(relay.port), ...more] })
  context.after(() => server.end())
  server.order = (key, { to = 'zoe@example.org', bytes = 0, seconds = 48 * hour } = {}) =>
    server.clock(`order ${key} ${to} ${bytes} ${seconds}`)
  server.mail = () => server.clock('mail')
  return { relay, server }
}

/** Time passes until the next try of a mail that was put off for the first time, and for the others. */
const a_little = 76

test('a mail arrives whole, and others read what we wrote', async (context) => {
  const { relay, server } = await house(context)
  await server.order('first')
  await server.order('second', { to: 'ben@bücher.example', bytes: 3000 })
  await server.order('first')
  await server.mail()
  assert.equal(relay.mails.length, 2, 'the same order twice is one mail')
  const [mail, other] = relay.mails
  assert.deepEqual([mail.from, mail.to], ['covision@example.org', ['zoe@example.org']])
  assert.deepEqual(other.to, ['ben@xn--bcher-kva.example'])
  assert.deepEqual(mail.defects, [])
  assert.equal(header(mail, 'Subject'), 'first: Dienstag, 24. November, 16:30 – äöü €')
  assert.equal(header(mail, 'From'), from)
  assert.equal(header(mail, 'To'), '"Zoë \\"Z\\" Ünal" <zoe@example.org>')
  assert.equal(header(mail, 'Date'), 'Thu, 01 Oct 2026 08:00:00 +0000')
  assert.equal(header(mail, 'Auto-Submitted'), 'auto-generated')
  assert.equal(header(mail, 'Content-Language'), 'de')
  assert.match(message_id(mail), /^<[0-9a-f-]{36}@example\.org>$/)
  assert.notEqual(message_id(mail), message_id(other))
  assert.deepEqual(mail.shape, [
    'multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/calendar', 'application/ics',
  ])
  const [text, html, calendar, file] = mail.parts
  // The line end before a boundary belongs to the boundary.
  assert.equal(text.text, 'Guten Tag, Zoë.\r\n\r\n.\r\n..\r\nFrom here = to there.')
  assert.equal(html.text, '<p>Guten Tag, Zoë.</p>')
  assert.equal(calendar.method, 'REQUEST')
  assert.equal(file.file, 'invite.ics')
  for (const { events } of [calendar, file])
    assert.deepEqual(events, [{ uid: 'test@covision', summary: 'Covision – Grüße', starts: '2026-11-24T15:30:00+00:00' }])
  for (const { longest, bare, ascii } of relay.mails) {
    assert.ok(longest <= 76, `a line of ${longest}`)
    assert.equal(bare, 0, 'a bare CR or LF')
    assert.ok(ascii)
  }
  assert.ok(other.parts[0].text.length >= 2900)
  assert.equal(relay.count('connect'), 1, 'one line for both')
  await server.advance(30 * 24 * hour)
  await server.mail()
  assert.equal(relay.mails.length, 2)
  assert.match(server.log(), /"event":"mail.sent"/)
  assert.doesNotMatch(server.log(), /Zoë|Guten|Dienstag/)
})

test('an address in letters of any script goes to a relay that takes such addresses, and no other', async (context) => {
  const able = await house(context, [], ['--utf8'])
  await able.server.order('first', { to: 'zoë@bücher.example' })
  await able.server.order('second')
  await able.server.mail()
  assert.deepEqual(able.relay.mails.map(({ to }) => to), [['zoë@xn--bcher-kva.example'], ['zoe@example.org']])
  assert.match(header(able.relay.mails[0], 'To'), /<zoë@xn--bcher-kva\.example>$/)
  assert.deepEqual(able.relay.mails[0].defects, [])
  assert.ok(able.relay.mails[1].ascii)

  const unable = await house(context)
  await unable.server.order('first', { to: 'zoë@bücher.example' })
  await unable.server.order('second')
  await unable.server.mail()
  assert.deepEqual(unable.relay.mails.map(({ to }) => to), [['zoe@example.org']], 'the next mail does not wait for it')
  assert.match(unable.server.log(), /"event":"mail.failed"[^\n]*"why":"5/)
  await unable.server.advance(48 * hour)
  await unable.server.mail()
  assert.equal(unable.relay.mails.length, 1, 'refused for good, it is not tried again')
})

test('no for now is tried again later, no for good never', async (context) => {
  const { relay, server } = await house(context)
  await relay.plan({ step: 'rcpt', answer: '450 4.2.0 Greylisted, come back' })
  await server.order('greylisted')
  await server.mail()
  await server.advance(59)
  await server.mail()
  assert.equal(relay.count('rcpt'), 1, 'not before a minute is over')
  await server.advance(a_little - 59)
  await server.mail()
  assert.equal(relay.mails.length, 1)

  // At each step once: to the recipient, to DATA, to the whole text.
  await relay.plan(
    { step: 'rcpt', answer: '451 4.3.0 Not now' },
    { step: 'data', answer: '451 4.3.0 Not now' },
    { step: 'whole', answer: '452 4.3.1 No room' },
  )
  await server.order('thrice')
  for (const wait of [0, a_little, 2 * a_little, 5 * 60]) {
    assert.equal(relay.mails.length, 1)
    await server.advance(wait)
    await server.mail()
  }
  assert.equal(relay.mails.length, 2)

  await relay.plan({ step: 'rcpt', answer: '550 5.1.1 Nobody of that name' }, { step: 'whole', answer: '554 5.6.0 Not this' })
  await server.order('unknown')
  await server.order('unwanted')
  await server.mail()
  await server.order('unknown')
  await server.advance(7 * hour)
  await server.mail()
  assert.equal(relay.mails.length, 2)
  assert.match(server.log(), /"event":"mail.failed".*"why":"550 5\.1\.1"/)
  assert.match(server.log(), /"event":"mail.failed".*"why":"554 5\.6\.0"/)
  assert.doesNotMatch(server.log(), /Nobody of that name/)
})

test('what is too late is dropped, what is withdrawn never leaves', async (context) => {
  const { relay, server } = await house(context)
  await relay.plan(...Array(9).fill({ step: 'rcpt', answer: '450 4.2.0 Later' }))
  await server.order('late', { seconds: 600 })
  for (let i = 0; i < 70; i++) {
    await server.advance(10)
    await server.mail()
  }
  assert.equal(relay.count('rcpt'), 4, 'at once, after 1, 2 and 4 minutes and a little, and not after ten')
  assert.match(server.log(), /"event":"mail.dropped".*"why":"late"/)
  assert.equal(relay.mails.length, 0)

  // Waiting for its next try; and while its text is on the way already.
  await server.order('waiting')
  await server.mail()
  await server.clock('withdraw waiting/0')
  await server.advance(hour)
  await server.mail()
  assert.equal(relay.count('rcpt'), 5)
  await server.advance(hour)
  const second = await house(context)
  await second.relay.plan({ step: 'data', act: 'hold' })
  const there = second.relay.next('data')
  await second.server.order('leaving')
  await there
  await second.server.clock('withdraw leaving/0')
  await second.relay.go()
  await second.server.mail()
  assert.equal(second.relay.mails.length, 0)
  await second.server.order('another')
  await second.server.mail()
  assert.equal(second.relay.mails.length, 1)
})

test('a relay that says nothing costs patience only', async (context) => {
  const { relay, server } = await house(context, ['--mail-patience-ms', '300'])
  for (const step of ['connect', 'rcpt', 'text', 'whole']) {
    await relay.plan({ step, act: 'silent', line: 3 })
    const before = relay.mails.length
    await server.order(step)
    await server.mail()
    assert.equal(relay.mails.length, step === 'whole' ? before + 1 : before, step)
    await server.advance(2 * a_little)
    await server.mail()
    const arrived = relay.mails.slice(before).map(message_id)
    assert.equal(new Set(arrived).size, 1, step)
    // It had the mail and never said so: it comes again, recognisably. SMTP offers nothing better.
    assert.equal(arrived.length, step === 'whole' ? 2 : 1, step)
  }
  assert.match(server.log(), /"why":"timeout"/)
})

test('a relay that dies, in the middle of a mail too, and comes back', async (context) => {
  const { relay, server } = await house(context)
  for (const step of ['connect', 'hello', 'mail', 'rcpt', 'data', 'text']) {
    await relay.plan({ step, act: 'cut', line: 200 })
    const before = relay.mails.length
    await server.order(step, { bytes: 400_000 })
    await server.mail()
    assert.equal(relay.mails.length, before, `${step}: no part of a mail is taken for a mail`)
    await server.advance(2 * a_little)
    await server.mail()
    assert.equal(relay.mails.length, before + 1, step)
    assert.ok(relay.mails.at(-1).parts[0].text.length >= 390_000, step)
  }
  // Nobody listens for a day. None of that counts as a try of a mail.
  await relay.end()
  await server.order('patient', { seconds: 72 * hour })
  for (let i = 0; i < 24; i++) {
    await server.advance(hour)
    await server.mail()
  }
  const back = await Relay.start(['--port', relay.port])
  context.after(() => back.end())
  await server.advance(1801)
  await server.mail()
  assert.equal(back.mails.length, 1, 'half an hour after it is back at the latest')
})

test('no relay is a normal state', async (context) => {
  const server = await start_test_server({ with_client: false })
  context.after(() => server.end())
  await server.clock('order waiting zoe@example.org 0 3600')
  await server.clock('mail')
  assert.equal(server.log().includes('mail.'), false)
})

test('a stop is quick whatever the relay does, and loses nothing', async (context) => {
  const relay = await Relay.start()
  context.after(() => relay.end())
  const first = await start_test_server({ with_client: false, more: loopback(relay.port) })
  context.after(() => first.end())
  await relay.plan({ step: 'data', act: 'silent' })
  const stuck = relay.next('data')
  await first.clock(`order stuck zoe@example.org 0 ${hour}`)
  await stuck
  const begun = Date.now()
  first.process_stop()
  await first.ended
  assert.ok(Date.now() - begun < 9000)

  const port = await free_port()
  const second = await start_test_server({ data: first.data, port, with_client: false, more: loopback(relay.port) })
  await relay.plan({ step: 'whole', act: 'hold' })
  await relay.next('whole')
  second.process_stop()
  setTimeout(() => relay.go(), 500)
  await second.ended
  const third = await start_test_server({ data: first.data, port, with_client: false, more: loopback(relay.port) })
  context.after(() => third.end())
  await third.clock('mail')
  assert.equal(relay.mails.length, 1, 'the answer of a relay that has the mail is waited for')
})
