// The private calendar feed: what it shows, that libraries which are not ours read the same instants out of it in every
// zone and across both changes of the clocks, and that its secret ends when it is told to.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { property_of, read_by_all } from '../support/calendars.mjs'
import { enter, post, sign_in, start_test_server } from '../support/test_server.mjs'

// Weekly for a year at an hour that one of the changes skips or shows twice, where the zone has such changes.
const zones = {
  'Europe/Berlin': '2026-10-04T02:30',
  'Europe/London': '2026-10-04T01:30',
  'America/New_York': '2026-10-04T01:30',
  'America/Sao_Paulo': '2026-10-04T00:30',
  'Australia/Lord_Howe': '2026-10-04T01:45',
  'Asia/Kathmandu': '2026-10-04T16:30',
  'Africa/Casablanca': '2026-10-04T02:30',
  'Pacific/Apia': '2026-10-04T03:30',
}

let server, ann, bea, token
const groups = {}
const seconds = (time) => Date.parse(time) / 1000
const feed = (secret, headers = {}, method = 'GET') => fetch(`${server.origin}/calendar/${secret}.ics`, { method, headers })
const entry_of = (text, session) => read_by_all(text)['ical.js'].find(({ uid }) => uid === `${session.session}@covision`)

async function make_group(person, name, zone, starts, minutes = 90) {
  const { clauses } = await person.call('groups.template', { language: 'en' })
  const { group } = await person.call('groups.create', { name, language: 'en', clauses })
  await person.call('groups.sign', { group, version: 1 })
  await person.call('schedule.create_series', {
    group, zone, starts, minutes,
    recurrence: { frequency: 'weekly', interval: 1, days: [], count: 53 },
    place: 'Room 3', call_link: 'https://meet.example.org/secret-room',
  })
  return group
}
const sessions_of = async (person, group) => (await person.call('schedule.list', { group, limit: 200 })).sessions

before(async () => {
  server = await start_test_server({ with_client: false, now: '2026-10-01T08:00:00Z' })
  ann = await enter(server.origin, server.first_link, { email: 'ann@example.org', name: 'Ann Ash' })
  for (const [zone, starts] of Object.entries(zones)) groups[zone] = await make_group(ann, `Circle of ${zone}`, zone, starts)
  const { token: invitation } = await ann.call('groups.invite', { group: groups['Europe/Berlin'] })
  bea = await enter(server.origin, `x#${invitation}`, { email: 'bea@example.org', name: 'Bea Birk', language: 'de' })
  ;({ token } = await ann.call('calendar.make_feed'))
})
after(() => server.end())

test('three libraries find every session of eight zones at our instants, by the VTIMEZONEs in the feed alone', async () => {
  const answer = await feed(token)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8')
  const text = await answer.text()
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !line.includes('\n'), line)
  assert.equal((text.match(/BEGIN:VTIMEZONE/g) ?? []).length, 8)
  for (const [whole] of text.matchAll(/BEGIN:VTIMEZONE.*?END:VTIMEZONE/gs)) assert.ok(whole.length < 800, whole)
  const expected = new Map()
  for (const group of Object.values(groups))
    for (const one of await sessions_of(ann, group))
      expected.set(`${one.session}@covision`, { starts: seconds(one.starts_at), ends: seconds(one.ends_at) })
  assert.equal(expected.size, 8 * 53)
  for (const [library, entries] of Object.entries(read_by_all(text))) {
    assert.equal(entries.length, expected.size, library)
    for (const { uid, starts, ends } of entries) assert.deepEqual({ starts, ends }, expected.get(uid), `${library} ${uid}`)
  }
})

test('its title is neutral, it names nobody and no place; what more is in it is the own choice', async () => {
  const quiet = await (await feed(token)).text()
  assert.equal(property_of(quiet, 'x-wr-calname'), 'Covision')
  for (const word of ['Circle', 'Room 3', 'meet.example.org', 'Ann', 'Bea', 'example.org'])
    assert.ok(!quiet.includes(word), word)
  const mail = (await ann.call('calendar.settings')).mail
  await ann.call('calendar.set', { show_group: true, show_link: true, mail })
  const told = await (await feed(token)).text()
  assert.match(told, /SUMMARY:Circle of Europe\/Berlin\r\n/)
  assert.match(told, /LOCATION:Room 3\r\n/)
  assert.match(told, /URL[^:]*:https:\/\/meet\.example\.org\/secret-room\r\n/)
  await ann.call('calendar.set', { show_group: false, show_link: false, mail })
})

test('own duties stand in it, in the own language', async () => {
  const { token: secret } = await bea.call('calendar.make_feed')
  await bea.call('groups.sign', { group: groups['Europe/Berlin'], version: 1 })
  const { duties } = await bea.call('rota.show', { group: groups['Europe/Berlin'] })
  const entries = read_by_all(await (await feed(secret)).text()).icalendar
  for (const { session, role } of duties.filter(({ account }) => account === bea.account))
    if (role === 'facilitator')
      assert.match(entries.find(({ uid }) => uid.startsWith(session)).description, /^Du leitest diese Sitzung\.$/m)
  const others = duties.filter(({ account }) => account === ann.account).map(({ session }) => session)
  const mine = new Set(duties.filter(({ account }) => account === bea.account).map(({ session }) => session))
  for (const session of others.filter((one) => !mine.has(one)))
    assert.equal(entries.find(({ uid }) => uid.startsWith(session)).description, '')
})

test('unchanged is 304 by its ETag; whatever it shows makes another', async () => {
  const etag_of = async () => (await feed(token)).headers.get('etag')
  const first = await feed(token)
  const etag = first.headers.get('etag')
  assert.equal(first.headers.get('cache-control'), 'private, max-age=900')
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
    const again = await feed(token, { 'If-None-Match': known })
    assert.equal(again.status, 304)
    assert.equal(await again.text(), '')
    assert.equal(again.headers.get('etag'), etag)
  }
  const head = await feed(token, {}, 'HEAD')
  assert.equal(head.status, 200)
  assert.equal(Number(head.headers.get('content-length')), Buffer.byteLength(await first.text()))
  assert.equal((await feed(token, { 'If-None-Match': '"other"' })).status, 200)

  const group = groups['Asia/Kathmandu']
  const [, second, third] = await sessions_of(ann, group)
  const seen = [etag]
  const changes = [
    () => ann.call('schedule.move', { group, session: second.session, starts: '2026-10-12T18:00', reason: 'Holiday' }),
    () => ann.call('schedule.cancel', { group, session: third.session, reason: 'Ill' }),
    () => ann.call('accounts.update', { language: 'de' }),
    () => server.advance(86400),
  ]
  for (const change of changes) {
    await change()
    const next = await etag_of()
    assert.ok(!seen.includes(next))
    seen.push(next)
  }
  const text = await (await feed(token)).text()
  const moved = entry_of(text, second)
  assert.equal(moved.starts, seconds('2026-10-12T12:15:00Z'))
  assert.deepEqual([moved.sequence, moved.status], [1, 'CONFIRMED'])
  const cancelled = entry_of(text, third)
  assert.deepEqual([cancelled.sequence, cancelled.status], [1, 'CANCELLED'])
  assert.ok(!text.includes('Holiday') && !text.includes('Ill'))
})

test('it keeps sixty days of the past', async () => {
  const group = groups['Pacific/Apia']
  const [first] = await sessions_of(ann, group)
  await server.set('2026-12-01T08:00:00Z')
  assert.ok(entry_of(await (await feed(token)).text(), first))
  await server.set('2026-12-03T08:00:00Z')
  assert.ok(!entry_of(await (await feed(token)).text(), first))
})

test('who leaves a group loses its sessions at once; a new secret ends the old one, ending it ends both', async () => {
  // Logins that nobody has used for a month are over.
  ann = await sign_in(server.origin, 'ann@example.org')
  bea = await sign_in(server.origin, 'bea@example.org')
  const { token: hers } = await bea.call('calendar.make_feed')
  const before = await feed(hers)
  assert.ok(read_by_all(await before.text()).vobject.length > 40)
  await bea.call('groups.leave', { group: groups['Europe/Berlin'] })
  const left = await feed(hers, { 'If-None-Match': before.headers.get('etag') })
  assert.equal(left.status, 200)
  assert.ok(!(await left.text()).includes('BEGIN:VEVENT'))

  const { token: next } = await ann.call('calendar.make_feed')
  assert.notEqual(next, token)
  const gone = await feed(token)
  assert.equal(gone.status, 404)
  assert.equal((await gone.json()).code, 'not_found')
  assert.equal((await feed(next)).status, 200)
  assert.equal((await ann.call('calendar.settings')).feed, true)
  await ann.call('calendar.end_feed')
  assert.equal((await ann.call('calendar.settings')).feed, false)
  assert.equal((await feed(next)).status, 404)
})

test('the same call sent twice names the same secret; nothing of it is stored or logged', async () => {
  const id = crypto.randomUUID()
  const once = await ann.call('calendar.make_feed', {}, id)
  const twice = await ann.call('calendar.make_feed', {}, id)
  assert.equal(once.token, twice.token)
  const { execFileSync } = await import('node:child_process')
  for (const file of ['covision.db', 'covision.db-wal', 'keys.db'])
    assert.throws(() => execFileSync('grep', ['-qaF', once.token, `${server.data}/${file}`]), { status: 1 })
  assert.ok(!server.log().includes(once.token))
})

test('a strange address shows nothing, a POST is refused, and asking without end is slowed down', async () => {
  for (const secret of ['x', 'A'.repeat(43), '..%2f..%2fetc', 'A'.repeat(500)]) assert.equal((await feed(secret)).status, 404)
  assert.equal((await fetch(`${server.origin}/calendar/${token}.ics`, { method: 'POST' })).status, 404)
  const { token: mine } = await ann.call('calendar.make_feed')
  const statuses = []
  for (let i = 0; i < 70; i++) statuses.push((await feed(mine)).status)
  assert.equal(statuses[0], 200)
  assert.equal(statuses.at(-1), 429)
  await server.advance(120)
  assert.equal((await feed(mine)).status, 200)
  assert.equal((await post(server.origin, 'peek_answer', { token: 'x' })).body.code, 'link_unknown')
})
