// Mails about dates and duties, through a real SMTP relay: what leaves when, in whose words and zone, what a calendar
// makes of it, and that its links answer without a login.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { event_property, property_of, read_by_all } from '../support/calendars.mjs'
import { header, Relay } from '../support/smtp.mjs'
import { enter, post, start_test_server } from '../support/test_server.mjs'

const from = 'covision@example.org'
let server, relay, ann, bea, cem, group, invitation

const inbox = () => relay.mails.splice(0)
/** What has left since the last time, when nothing more waits: { account's name: [mails] }. */
async function arrived() {
  // Logins that nobody uses end after a month.
  for (const person of [ann, bea, cem]) await person.call('accounts.seen')
  await server.clock('mail')
  const found = {}
  for (const mail of inbox()) (found[mail.to[0].split('@')[0]] ??= []).push(mail)
  return found
}
async function at(time) {
  await server.set(time)
  return arrived()
}
const subject = (mail) => header(mail, 'Subject')
const text_of = (mail) => mail.parts.find(({ type }) => type === 'text/plain').text.replaceAll('\r\n', '\n')
const calendar_of = (mail) => mail.parts.find(({ type }) => type === 'text/calendar').text
const subjects = (found) => Object.fromEntries(Object.entries(found).map(([who, mails]) => [who, mails.map(subject).sort()]))
const link = (mail, kind) => text_of(mail).match(new RegExp(`${server.origin}/answer#${kind}\\.(\\S+)`))?.[1]
const sessions = async () => (await ann.call('schedule.list', { group })).sessions
const answer_of = async (session, person) =>
  (await sessions()).find((one) => one.session === session).answers.find(({ account }) => account === person.account)?.answer
const quiet = { invitations: false, day_before: false, two_hours_before: false, duties: false }
const choose = (person, mail, more = {}) => person.call('calendar.set', { show_group: false, show_link: false, mail: { ...quiet, ...mail }, ...more })

before(async () => {
  relay = await Relay.start()
  server = await start_test_server({
    with_client: false,
    now: '2026-09-01T08:00:00Z',
    more: ['--mail-relay', `smtp://127.0.0.1:${relay.port}`, '--mail-from', `Covision <${from}>`],
  })
  ann = await enter(server.origin, server.first_link, { email: 'ann@example.org', name: 'Ann Ash' })
  const { clauses } = await ann.call('groups.template', { language: 'en' })
  ;({ group } = await ann.call('groups.create', { name: 'Tuesday circle', language: 'en', clauses }))
  await ann.call('groups.sign', { group, version: 1 })
  const people = [
    { email: 'bea@example.org', name: 'Bea Birk', language: 'de' },
    { email: 'cem@example.org', name: 'Cem Cole', zone: 'America/New_York' },
  ]
  const joined = []
  for (const person of people) {
    const { token } = await ann.call('groups.invite', { group })
    const one = await enter(server.origin, `x#${token}`, person)
    await one.call('groups.sign', { group, version: 1 })
    joined.push(one)
  }
  ;[bea, cem] = joined
  for (const person of [ann, bea, cem]) await choose(person, { invitations: true })
})
after(async () => {
  await server.end()
  await relay.end()
})

test('a series is one mail with all its dates; an invitation follows two weeks before each', async () => {
  await ann.call('schedule.create_series', {
    group, zone: 'Europe/Berlin', starts: '2026-10-20T16:30', minutes: 90, place: 'Room 3', call_link: 'https://meet.example.org/x',
    recurrence: { frequency: 'weekly', interval: 1, days: ['tu'], count: 4 },
  })
  assert.deepEqual(await arrived(), {})
  const dates = await at('2026-09-01T08:10:00Z')
  assert.deepEqual(subjects(dates), {
    ann: ['Covision: the dates of your group'],
    bea: ['Covision: die Termine deiner Gruppe'],
    cem: ['Covision: the dates of your group'],
  })
  assert.match(text_of(dates.cem[0]), /- Tuesday 20 October 2026, 10:30\n.*- Tuesday 27 October 2026, 11:30\n/s)
  assert.match(text_of(dates.bea[0]), /^Hallo Bea Birk,\n\n.*- Dienstag, 20\. Oktober 2026, 16:30 Uhr\n/s)
  const file = dates.ann[0].parts.find(({ file }) => file === 'dates.ics')
  assert.equal(property_of(file.text, 'method'), 'PUBLISH')
  const expected = (await sessions()).map(({ starts_at }) => Date.parse(starts_at) / 1000)
  for (const [library, entries] of Object.entries(read_by_all(file.text)))
    assert.deepEqual(entries.map(({ starts }) => starts), expected, library)

  assert.deepEqual(await at('2026-09-20T08:00:00Z'), {})
  const ending = await at('2026-10-01T08:00:00Z')
  assert.deepEqual(subjects(ending).ann, ["Covision: your group's last date so far"])
  assert.match(text_of(ending.bea[0]), /ist\sDienstag,\s10\.\sNovember,\s16:30\sUhr\./)
  assert.deepEqual(await at('2026-10-06T14:29:00Z'), {})
  const found = await at('2026-10-06T14:31:00Z')
  assert.deepEqual(subjects(found), {
    ann: ['Covision: Tuesday 20 October, 16:30'],
    bea: ['Covision: Dienstag, 20. Oktober, 16:30 Uhr'],
    cem: ['Covision: Tuesday 20 October, 10:30'],
  })
  const mail = found.ann[0]
  assert.equal(header(mail, 'Content-Language'), 'en')
  assert.match(text_of(mail), /your group meets on Tuesday 20 October, 16:30 to 18:00\./)
  for (const line of text_of(mail).split('\n')) assert.ok(line.length <= 72 || /^https?:\S+$/.test(line), line)
  for (const word of ['Room 3', 'meet.example', 'Tuesday circle']) assert.ok(!text_of(mail).includes(word), word)
  const calendar = calendar_of(mail)
  assert.equal(property_of(calendar, 'method'), 'REQUEST')
  assert.equal(event_property(calendar, 'organizer')[0], `mailto:${from}`)
  const [attendee, parameters] = event_property(calendar, 'attendee')
  assert.equal(attendee, 'mailto:ann@example.org')
  assert.equal(parameters.rsvp, 'FALSE')
  const [first] = await sessions()
  assert.equal(event_property(calendar, 'uid')[0], `${first.session}@covision`)
  for (const [entry] of Object.values(read_by_all(calendar))) {
    assert.equal(entry.starts, Date.parse(first.starts_at) / 1000)
    assert.equal(entry.sequence, 0)
  }
  invitation = found
})

test('yes by the link: looking changes nothing, the button answers, and it is as if said in the app', async () => {
  const { ann: [mail], bea: [hers] } = invitation
  const [session] = await sessions()
  const token = link(mail, 'yes')
  assert.equal(link(mail, 'late'), token)
  assert.notEqual(link(hers, 'yes'), token)
  const peeked = await post(server.origin, 'peek_answer', { token })
  assert.equal(peeked.status, 200)
  assert.deepEqual(peeked.body, {
    purpose: 'answer', state: 'open', starts_at: session.starts_at, ends_at: session.ends_at, zone: 'Europe/Berlin', language: 'en',
  })
  assert.equal(await answer_of(session.session, ann), undefined)
  await bea.call('feed.follow', { group })
  const answered = await post(server.origin, 'answer', { token, answer: 'yes' })
  assert.equal(answered.status, 200)
  assert.equal(answered.body.current, 'yes')
  assert.equal(answered.token, undefined)
  assert.deepEqual((await bea.until('schedule.answered')).data, { session: session.session, account: ann.account, answer: 'yes' })
  assert.equal(await answer_of(session.session, ann), 'yes')
  await post(server.origin, 'answer', { token, answer: 'late' })
  assert.equal(await answer_of(session.session, ann), 'late')
  assert.equal((await post(server.origin, 'give_up', { token })).body.code, 'link_unknown')
  const forged = [`${token.slice(0, -1)}${token.at(-1) === 'A' ? 'B' : 'A'}`, token.replace(/^./, 'Q'), `${token}A`, token.slice(1), 'x']
  for (const one of forged) assert.equal((await post(server.origin, 'answer', { token: one, answer: 'no' })).body.code, 'link_unknown', one)
  assert.equal(await answer_of(session.session, ann), 'late')
})

test('a moved session keeps its name and counts up, a cancelled one is taken out of calendars', async () => {
  const [, second] = await sessions()
  await ann.call('schedule.move', { group, session: second.session, starts: '2026-10-28T17:00', reason: 'Holiday of Bea' })
  const moved = await arrived()
  assert.deepEqual(subjects(moved), {
    ann: ['Covision: moved to Wednesday 28 October, 17:00'],
    bea: ['Covision: verlegt auf Mittwoch, 28. Oktober, 17:00 Uhr'],
    cem: ['Covision: moved to Wednesday 28 October, 12:00'],
  })
  assert.match(text_of(moved.ann[0]), /It had been planned for Tuesday 27 October, 16:30\./)
  assert.ok(!text_of(moved.ann[0]).includes('Holiday'))
  const calendar = calendar_of(moved.ann[0])
  assert.equal(property_of(calendar, 'method'), 'REQUEST')
  for (const [entry] of Object.values(read_by_all(calendar)))
    assert.deepEqual([entry.uid, entry.sequence, entry.starts], [`${second.session}@covision`, 1, Date.parse('2026-10-28T16:00:00Z') / 1000])

  await ann.call('schedule.cancel', { group, session: second.session, reason: 'Ill' })
  const cancelled = await arrived()
  assert.deepEqual(subjects(cancelled).bea, ['Covision: fällt aus, Mittwoch, 28. Oktober, 17:00 Uhr'])
  const ended = calendar_of(cancelled.cem[0])
  assert.equal(property_of(ended, 'method'), 'CANCEL')
  for (const [entry] of Object.values(read_by_all(ended)))
    assert.deepEqual([entry.uid, entry.sequence, entry.status], [`${second.session}@covision`, 2, 'CANCELLED'])
  const token = link(moved.ann[0], 'yes')
  assert.equal((await post(server.origin, 'peek_answer', { token })).body.state, 'cancelled')
  assert.equal((await post(server.origin, 'answer', { token, answer: 'yes' })).body.code, 'session_cancelled')
})

test('reminders come the day before at the same hour, across the change of the clocks, as each has chosen', async () => {
  // Clocks in Berlin go back in the night to Sunday 2026-10-25.
  await ann.call('schedule.add_session', { group, starts: '2026-10-25T10:00', zone: 'Europe/Berlin', minutes: 60, place: '', call_link: '' })
  assert.deepEqual(await arrived(), {})
  assert.equal((await at('2026-10-11T08:01:00Z')).ann.length, 1)
  const [answered] = (await sessions()).filter(({ starts_at }) => starts_at === '2026-10-25T09:00:00Z')
  await choose(ann, { day_before: true, two_hours_before: true })
  await choose(bea, { day_before: true })
  await choose(cem, {})
  await at('2026-10-21T08:00:00Z')
  assert.deepEqual(await at('2026-10-24T07:59:00Z'), {})
  const day = await at('2026-10-24T08:01:00Z')
  assert.deepEqual(subjects(day), {
    ann: ['Covision: reminder, Sunday 25 October, 10:00'], bea: ['Covision: Erinnerung, Sonntag, 25. Oktober, 10:00 Uhr'],
  })
  assert.ok(!day.ann[0].shape.includes('text/calendar'))
  await post(server.origin, 'answer', { token: link(day.bea[0], 'no'), answer: 'no' })
  assert.equal(await answer_of(answered.session, bea), 'no')
  await choose(bea, { two_hours_before: true })
  assert.deepEqual(await at('2026-10-25T06:59:00Z'), {})
  assert.deepEqual(subjects(await at('2026-10-25T07:01:00Z')), { ann: ['Covision: reminder, Sunday 25 October, 10:00'] })

  const token = link(day.ann[0], 'yes')
  await server.set('2026-10-25T09:30:00Z')
  assert.equal((await post(server.origin, 'answer', { token, answer: 'late' })).status, 200)
  await server.set('2026-10-25T10:01:00Z')
  assert.equal((await post(server.origin, 'peek_answer', { token })).body.state, 'over')
  assert.equal((await post(server.origin, 'answer', { token, answer: 'yes' })).body.code, 'session_over')
})

test('a mail that waited for the relay tells what is true when it leaves, and nothing that is worthless by then', async () => {
  for (const person of [ann, bea, cem]) await choose(person, { invitations: true, day_before: true })
  const [third] = (await sessions()).filter(({ starts_at }) => starts_at === '2026-11-03T15:30:00Z')
  await arrived()
  await relay.plan({ step: 'connect', answer: '421 4.3.2 Later' })
  await server.set('2026-11-02T15:31:00Z') // the day before: the relay puts it off
  await server.clock('mail')
  inbox()
  await ann.call('schedule.move', { group, session: third.session, starts: '2026-11-09T16:30', reason: '' })
  const found = await at('2026-11-02T18:00:00Z')
  for (const mails of Object.values(found)) assert.deepEqual(mails.filter((mail) => /reminder|Erinnerung/.test(subject(mail))), [])
  assert.ok(subjects(found).ann.includes('Covision: moved to Monday 9 November, 16:30'))
  assert.ok(!subjects(found).ann.some((line) => /(3|9) November/.test(line) && !/moved/.test(line)))
  assert.deepEqual(subjects(await at('2026-11-08T15:31:00Z')).ann, ['Covision: reminder, Monday 9 November, 16:30'])
})

test('a duty is told a week before; I cannot, and somebody else is planned and told', async () => {
  for (const person of [ann, bea, cem]) await choose(person, { duties: true })
  await ann.call('schedule.create_series', {
    group, zone: 'Europe/Berlin', starts: '2026-12-01T16:30', minutes: 90, place: '', call_link: '',
    recurrence: { frequency: 'weekly', interval: 2, days: ['tu'], count: 6 },
  })
  await at('2026-11-20T08:00:00Z')
  const found = await at('2026-11-24T15:31:00Z')
  const { duties } = await ann.call('rota.show', { group })
  const [next] = (await sessions()).filter(({ starts_at }) => starts_at === '2026-12-01T15:30:00Z')
  const name = { [ann.account]: 'ann', [bea.account]: 'bea', [cem.account]: 'cem' }
  const leads = (all) => all.find(({ session, role }) => session === next.session && role === 'facilitator')
  const before_ = leads(duties)
  assert.ok(before_, 'somebody leads')
  const sentence = /You lead this session\.|Du leitest diese Sitzung\./
  const mail = found[name[before_.account]].find((one) => sentence.test(text_of(one)))
  for (const [who, mails] of Object.entries(found))
    if (who !== name[before_.account]) for (const one of mails) assert.ok(!sentence.test(text_of(one)))
  assert.match(subject(mail), /^Covision: (your role|deine Aufgabe), /)
  const token = link(mail, 'cannot')
  const peeked = (await post(server.origin, 'peek_answer', { token })).body
  assert.deepEqual([peeked.purpose, peeked.role, peeked.state], ['duty', 'facilitator', 'open'])
  assert.equal((await post(server.origin, 'answer', { token, answer: 'no' })).body.code, 'link_unknown')
  const given = await post(server.origin, 'give_up', { token })
  assert.equal(given.status, 200)
  assert.equal(given.body.state, 'taken')
  const after_ = leads((await ann.call('rota.show', { group })).duties)
  assert.notEqual(after_.account, before_.account)
  const told = await arrived()
  assert.ok(told[name[after_.account]].some((one) => sentence.test(text_of(one))))
  assert.equal((await post(server.origin, 'give_up', { token })).status, 403)
})

test('who gets a turn back hears of it again, and whoever is asked to stand in gets one mail', async () => {
  await at('2026-12-08T15:31:00Z')
  const [next] = (await sessions()).filter(({ starts_at }) => starts_at === '2026-12-15T15:30:00Z')
  const people = { [ann.account]: { person: ann, name: 'ann' }, [bea.account]: { person: bea, name: 'bea' }, [cem.account]: { person: cem, name: 'cem' } }
  const turns = async () => (await ann.call('rota.show', { group })).duties.filter(({ session }) => session === next.session)
  const holder = async (role) => (await turns()).find((duty) => duty.role === role)?.account
  const leads = await holder('facilitator')
  const presents = await holder('presenter')
  const [third] = Object.keys(people).filter((account) => account !== leads && account !== presents)
  const hand_to = async (account) => {
    await ann.call('rota.choose', { group, session: next.session, role: 'facilitator', account })
    return arrived()
  }
  const sentence = /You lead this session\.|Du leitest diese Sitzung\./
  const told = (found, account) => (found[people[account].name] ?? []).filter((mail) => sentence.test(text_of(mail))).length
  const there = await hand_to(third)
  assert.deepEqual([told(there, third), told(there, leads)], [1, 0])
  const back = await hand_to(leads)
  assert.deepEqual([told(back, third), told(back, leads)], [0, 1])
  assert.deepEqual(await arrived(), {})

  await at('2026-12-15T12:00:00Z')
  await people[leads].person.call('schedule.answer', { group, session: next.session, answer: 'no' })
  const asked = (await turns()).filter(({ proposed }) => proposed)
  assert.ok(asked.some(({ role }) => role === 'facilitator'))
  const mails = await arrived()
  assert.deepEqual(Object.keys(mails).sort(), [...new Set(asked.map(({ account }) => people[account].name))].sort())
  for (const list of Object.values(mails)) {
    assert.equal(list.length, 1)
    assert.match(text_of(list[0]), /you would be next:|du wärst als Nächstes an der Reihe:/)
  }
  const stands_in = asked.find(({ role }) => role === 'facilitator')
  await people[stands_in.account].person.call('rota.take', { group, duty: stands_in.duty })
  const after_yes = await arrived()
  assert.equal(told(after_yes, stands_in.account), 0, 'who has said yes knows it')
})

test('sessions that mails have put into calendars and that a changed series drops are taken out by one mail', async () => {
  for (const person of [ann, bea, cem]) await choose(person, { invitations: true })
  const plan = (count) => ({
    group, zone: 'Europe/Berlin', starts: '2027-03-02T09:00', minutes: 90, place: '', call_link: '',
    recurrence: { frequency: 'weekly', interval: 1, days: ['tu'], count }, breaks: [],
  })
  const { series } = await ann.call('schedule.create_series', plan(9))
  await ann.call('schedule.change_series', { ...plan(8), series, scope: 'all' })
  const dates = await at('2026-12-15T12:10:00Z')
  assert.deepEqual(subjects(dates).ann, ['Covision: the dates of your group'], 'what no mail had told of goes without one')
  const file = dates.bea[0].parts.find(({ file }) => file === 'dates.ics').text
  const put_in = Object.values(read_by_all(file))[0].map(({ uid }) => uid)
  assert.equal(put_in.length, 8)
  const spring = (await sessions()).filter((session) => session.series === series)
  await bea.call('schedule.answer', { group, session: spring[5].session, answer: 'yes' })
  await ann.call('schedule.end_series', { group, series, after: '2027-03-10' })
  const found = await at('2026-12-15T12:20:00Z')
  assert.deepEqual(subjects(found), {
    ann: ['Covision: cancelled sessions of your group', 'Covision: the dates of your group'],
    bea: ['Covision: Sitzungen deiner Gruppe fallen aus', 'Covision: die Termine deiner Gruppe'],
    cem: ['Covision: cancelled sessions of your group', 'Covision: the dates of your group'],
  })
  const mail = found.ann.find((one) => /cancelled/.test(subject(one)))
  assert.match(text_of(mail), /- Tuesday 16 March 2027, 09:00\n.*- Tuesday 20 April 2027, 09:00\n/s)
  const cancelled = mail.parts.find(({ file }) => file === 'cancelled.ics').text
  assert.equal(property_of(cancelled, 'method'), 'CANCEL')
  for (const [library, entries] of Object.entries(read_by_all(cancelled))) {
    assert.deepEqual(entries.map(({ uid }) => uid).sort(), put_in.slice(2).sort(), library)
    for (const { status, sequence } of entries) assert.deepEqual([status, sequence], ['CANCELLED', 1], library)
  }
})

test('who has left gets nothing, and the old links are dead', async () => {
  await choose(cem, { invitations: true })
  const found = await at('2026-12-15T15:31:00Z')
  const token = link(found.cem[0], 'yes')
  assert.equal((await post(server.origin, 'peek_answer', { token })).status, 200)
  await cem.call('groups.leave', { group })
  assert.equal((await post(server.origin, 'peek_answer', { token })).body.code, 'link_unknown')
  await choose(ann, { invitations: true })
  cem = bea
  const later = await at('2026-12-29T15:31:00Z')
  assert.ok(later.ann.length > 0)
  assert.equal(later.cem, undefined)
})

test('without a relay nothing is ordered, and the settings say so', async () => {
  const { relay: has } = await ann.call('calendar.settings')
  assert.equal(has, true)
  const alone = await start_test_server({ with_client: false })
  try {
    const person = await enter(alone.origin, alone.first_link, { email: 'dee@example.org', name: 'Dee Dahl' })
    const { relay: sends, mail, email } = await person.call('calendar.settings')
    assert.deepEqual([sends, email], [false, 'dee@example.org'])
    assert.deepEqual(mail, { invitations: true, day_before: true, two_hours_before: false, duties: true })
    await person.end()
  } finally {
    await alone.end()
  }
})
