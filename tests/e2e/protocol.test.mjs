// The whole round over the wire, by six people on others' WebSocket code (npm `ws`), with the clock moved by hand.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { enter, Person, post, sign_in, start_test_server } from '../support/test_server.mjs'

const names = ['Mirjam Kolb', 'Ben Okafor', 'Dora Lindqvist', 'Kenji Morita', 'Luz Andrade', 'Sana Rahimi']
const email_of = (name) => `${name.split(' ')[0].toLowerCase()}@example.org`
const password = 'a calm long phrase'

let server, people, group, sessions, case_id, doubtful

async function refused(promise, code) {
  await assert.rejects(promise, (error) => {
    assert.equal(error.code, code, error.message)
    return true
  })
}

before(async () => {
  server = await start_test_server({ with_client: false })
})
after(() => server.end())

test('the first person makes a group, five join by invitations, all sign', async () => {
  const first = await enter(server.origin, server.first_link, { email: email_of(names[0]), name: names[0] })
  const { clauses } = await first.call('groups.template', { language: 'en' })
  assert.ok(clauses.length >= 12)
  clauses[0].text += ' We meet to learn.'
  clauses[1].title = 'What this group is'
  ;({ group } = await first.call('groups.create', { name: 'Tuesday circle', language: 'en', clauses }))
  await first.call('groups.sign', { group, version: 1 })
  people = [first]
  for (const name of names.slice(1)) {
    const { token } = await first.call('groups.invite', { group })
    const peeked = await post(server.origin, 'peek', { token })
    assert.equal(peeked.body.group_name, 'Tuesday circle')
    assert.equal(peeked.body.invited_by, names[0])
    const person = await enter(server.origin, `x#${token}`, { email: email_of(name), name })
    assert.equal(person.group, group)
    const again = await post(server.origin, 'enter', {
      token, email: `other-${email_of(name)}`, name, password, zone: 'Europe/Berlin', language: 'en',
    })
    assert.equal(again.body.code, 'link_used')
    people.push(person)
  }
  await refused(people[1].call('cases.list', { group: randomUUID() }), 'not_found')
  for (const person of people.slice(1)) await person.call('groups.sign', { group, version: 1 })
  const { members } = await first.call('groups.show', { group })
  assert.equal(members.length, 6)
  assert.ok(members.every((member) => member.signed_version === 1 && member.confirmed))
  for (const person of people) await person.call('feed.follow', { group })
})

test('twelve sessions, half past four in Berlin across the change of the clocks; one is moved, answers reach all', async () => {
  const series = {
    group,
    recurrence: { frequency: 'weekly', interval: 2, days: ['tu'], count: 12 },
    starts: '2026-10-13T16:30',
    zone: 'Europe/Berlin',
    minutes: 90,
    place: '',
    call_link: '',
  }
  await refused(people[1].call('schedule.create_series', series), 'organiser_only')
  await people[0].call('schedule.create_series', series)
  ;({ sessions } = await people[5].call('schedule.list', { group }))
  assert.deepEqual(
    sessions.slice(0, 3).map((session) => session.starts_at),
    ['2026-10-13T14:30:00Z', '2026-10-27T15:30:00Z', '2026-11-10T15:30:00Z'],
  )
  assert.equal(sessions.length, 12)
  await people[0].call('schedule.move', { group, session: sessions[3].session, starts: '2026-11-26T16:30', reason: '' })
  for (const person of people)
    await person.call('schedule.answer', { group, session: sessions[0].session, answer: 'yes' })
  const event = await people[3].until('schedule.answered', (data) => data.account === people[5].account)
  assert.equal(event.data.answer, 'yes')
})

test('the rota gives every session two people with a reason; two swap, one gives a turn up', async () => {
  const rota = await people[0].call('rota.show', { group })
  const facilitators = rota.duties.filter((duty) => duty.role === 'facilitator')
  assert.equal(facilitators.length, 6)
  assert.equal(new Set(facilitators.map((duty) => duty.account)).size, 6)
  for (const { session } of rota.sessions.slice(0, 6)) {
    const leading = rota.duties.filter((d) => d.session === session && ['facilitator', 'presenter'].includes(d.role))
    assert.equal(new Set(leading.map((duty) => duty.account)).size, 2)
  }
  const person_of = (account) => people.find((person) => person.account === account)
  const leads = (account, session) =>
    rota.duties.some((d) => d.account === account && d.session === session && ['facilitator', 'presenter'].includes(d.role))
  const [mine, wanted] = facilitators
    .flatMap((one) => facilitators.map((other) => [one, other]))
    .find(([one, other]) => one !== other && !leads(one.account, other.session) && !leads(other.account, one.session))
  const { swap } = await person_of(mine.account).call('rota.ask_swap', { group, duty: mine.duty, wanted: wanted.duty })
  await refused(people.find((p) => ![mine.account, wanted.account].includes(p.account))
    .call('rota.reply_swap', { group, swap, accept: true }), 'not_found')
  await person_of(wanted.account).call('rota.reply_swap', { group, swap, accept: true })
  const presenter = rota.duties.find((duty) => duty.role === 'presenter' && duty.session === sessions[3].session)
  await person_of(presenter.account).call('rota.pass', { group, duty: presenter.duty })
  const after_both = await person_of(presenter.account).call('rota.show', { group })
  const now = (duty) => after_both.duties.find((d) => d.session === duty.session && d.role === duty.role)
  assert.equal(now(mine).account, wanted.account)
  assert.equal(now(mine).reason.why, 'swapped')
  assert.notEqual(now(presenter).account, presenter.account)
  assert.equal(after_both.my_passes, 1)
  assert.equal((await people[0].call('rota.show', { group })).my_passes, people[0].account === presenter.account ? 1 : 0)
})

const duty_holder = async (role) => {
  const { duties } = await people[0].call('rota.show', { group })
  const duty = duties.find((each) => each.session === sessions[0].session && each.role === role)
  return people.find((person) => person.account === duty.account)
}

const draft = (text, more = {}) => ({
  group,
  session: sessions[0].session,
  title: 'When somebody goes silent',
  question: 'How can I stay present without filling the silence?',
  wanted: 'reflection',
  blur: { setting: 'outpatient', age_band: '30s', place_kind: 'a city', theme: 'silence' },
  text,
  kept: [],
  attested: true,
  keep_days: 30,
  ...more,
})

test('a case with a name, a telephone number and a date is refused with the places, and taken without them', async () => {
  const presenter = await duty_holder('presenter')
  const text = 'Her sister Anna called me on 14 March 2026. Reach her at +49 30 901820 in the evening.'
  const { fields } = await presenter.call('cases.check', { group, fields: [{ field: 'text', text }] })
  const found = fields[0].findings.map((finding) => [...text].slice(finding.start, finding.end).join(''))
  for (const part of ['Anna', '14 March 2026', '+49 30 901820']) assert.ok(found.includes(part), `${part} in ${found}`)
  await assert.rejects(presenter.call('cases.submit', draft(text)), (error) => {
    assert.equal(error.code, 'identifiers_left')
    assert.match(error.details.places, /text:\d+-\d+/)
    assert.ok(!error.message.includes('Anna'))
    return true
  })
  await refused(presenter.call('cases.submit', draft('', { attested: false })), 'attest_first')
  const clean = 'I have been seeing Client A for eight months. Since early summer most hours begin in silence.'
  ;({ case_id } = await presenter.call('cases.submit', draft(clean)))
  const home = await people.find((person) => person !== presenter).call('home.show')
  assert.ok(home.tasks.some((task) => task.kind === 'answer_conflict' && task.subject === case_id))
})

test('before it opens each answers privately; maybe and yes are away', async () => {
  const presenter = await duty_holder('presenter')
  const others = people.filter((person) => person !== presenter)
  await refused(others[0].call('cases.show', { group, case_id }), 'answer_first')
  const facilitator = await duty_holder('facilitator')
  doubtful = others.findLast((person) => person !== facilitator && person !== others[0])
  for (const person of others)
    await person.call('cases.answer_conflict', { group, case_id, answer: person === doubtful ? 'maybe' : 'no' })
  const open = await others[0].call('cases.show', { group, case_id })
  assert.match(open.text, /Client A/)
  await refused(doubtful.call('cases.show', { group, case_id }), 'away')
  const listed = await others[0].call('cases.list', { group })
  assert.equal(listed.cases[0].my_answer, 'no')
  assert.ok(!JSON.stringify(listed).includes('maybe'))
})

test('the session runs in step: begin, next, undo, time is up, please stop, close', async () => {
  await server.set('2026-10-13T14:25:00Z')
  const [facilitator, presenter] = [await duty_holder('facilitator'), await duty_holder('presenter')]
  const session = sessions[0].session
  for (const person of people) await person.call('presence.enter', { group, session })
  const room = await facilitator.call('presence.enter', { group, session })
  assert.equal(room.people.length, 6)
  const watcher = people.slice(1).find((person) => ![facilitator, presenter, doubtful].includes(person))
  const part = { format: 'reflecting_team', version: 0, case_id, presenter: presenter.account }
  const begin = { group, session, agenda: [part], present: people.map((p) => p.account) }
  await refused(watcher.call('consultation.begin', begin), 'not_facilitator')
  const formats = await facilitator.call('consultation.formats', { language: 'de' })
  const format = formats.formats.find(
    ({ phases }) => phases.map((phase) => phase.minutes).join('/') === '5/5/8/3/10/4',
  )
  assert.ok(format, 'the reflecting team with its minutes')
  await facilitator.call('consultation.begin', { ...begin, agenda: [{ ...part, format: format.code }] })
  const begun = (await watcher.until('consultation.changed')).data
  assert.equal(begun.phase, 0)
  assert.equal(Date.parse(begun.deadline) - Date.parse(begun.started_at), 5 * 60_000)

  const step = (person, step, version) => person.call('consultation.step', { group, session, version, step })
  const { version } = await step(facilitator, 'next', begun.version)
  await refused(step(facilitator, 'next', begun.version), 'stale')
  await server.advance(3)
  const undone = await step(facilitator, 'undo', version)
  const back = (await watcher.until('consultation.changed', (run) => run.version === undone.version)).data
  assert.equal(back.phase, 0)
  assert.equal(back.deadline, begun.deadline)

  await server.advance(6 * 60)
  const late = await watcher.call('consultation.show', { group, session })
  assert.equal(late.run.state, 'running')
  assert.equal(late.run.phase, 0)

  const stopped = await step(presenter, 'stop_please', 0)
  const halted = (await watcher.until('consultation.changed', (run) => run.version === stopped.version)).data
  assert.equal(halted.state, 'paused')
  assert.ok(halted.stopped_by_presenter && halted.paused_remaining_ms < 0)
  const resumed = await step(facilitator, 'resume', stopped.version)
  await facilitator.call('consultation.adjust', { group, session, version: resumed.version, minutes: 5 })

  watcher.socket.terminate()
  const returned = await Person.connect(server.origin, watcher.token, watcher.account)
  people[people.indexOf(watcher)] = returned
  const seen = await returned.call('consultation.show', { group, session })
  const same = await facilitator.call('consultation.show', { group, session })
  assert.deepEqual(seen.run, same.run)

  await facilitator.call('consultation.close', { group, session, version: same.run.version, present: people.map((p) => p.account) })
  const [held] = (await facilitator.call('schedule.list', { group, from: '2026-10-13T00:00:00Z', limit: 1 })).sessions
  assert.equal(held.state, 'held')
})

test('each rates; the result shows only when it is closed, and nobody can be told from it', async () => {
  const session = sessions[0].session
  const scores = (score) => ['useful', 'heard', 'safe'].map((item) => ({ item, score }))
  for (const person of people.slice(0, 5)) {
    await person.call('evaluation.rate', { group, session, scores: scores(7), keep: 'Calm pace', change: '' })
    const { evaluation } = await person.call('evaluation.show', { group, session })
    assert.equal(evaluation.no_result, 'still_open')
    assert.equal(evaluation.mine, 'rated')
  }
  await server.advance(73 * 3600)
  await people[5].until('evaluation.closed')
  const { evaluation } = await people[5].call('evaluation.show', { group, session })
  assert.equal(evaluation.no_result, undefined)
  assert.deepEqual(evaluation.items.map((item) => [item.item, item.mean, item.agreeing]), [
    ['useful', 7, 'close'], ['heard', 7, 'close'], ['safe', 7, 'close'],
  ])
  assert.equal(evaluation.keep.length, 5)
  const everything = people.flatMap((person) => person.heard).map((frame) => JSON.stringify(frame)).join()
  assert.ok(!/Calm pace|evaluation\.rated|Client A/.test(everything))
})

test('an acknowledged call is there once after kill -9, and the same id gives the same answer', async () => {
  const id = randomUUID()
  const next = sessions[1].session
  await people[0].call('schedule.answer', { group, session: next, answer: 'late' }, id)
  await server.kill()
  const { data, port } = server
  server = await start_test_server({ data, port, now: '2026-10-17T08:00:00Z', with_client: false })
  const again = await sign_in(server.origin, email_of(names[0]))
  await again.call('schedule.answer', { group, session: next, answer: 'late' }, id)
  await refused(again.call('schedule.answer', { group, session: next, answer: 'yes' }, id), 'id_reused')
  const { sessions: now } = await again.call('schedule.list', { group, from: '2026-10-20T00:00:00Z', limit: 1 })
  assert.deepEqual(now[0].answers, [{ account: again.account, answer: 'late' }])
})

test('bad frames get a named error, and the connection lives', async () => {
  const person = await sign_in(server.origin, email_of(names[1]))
  await refused(person.call('groups.nothing'), 'unknown_method')
  await refused(person.call('groups.show', { group: 'x' }), 'invalid_params')
  await refused(person.call('groups.show', { group, extra: 1 }), 'invalid_params')
  await refused(person.call('groups.show', { group: randomUUID() }), 'not_found')
  person.socket.send('{')
  person.socket.send('[]')
  const { group: found } = await person.call('groups.show', { group })
  assert.equal(found, group)
  assert.ok(!server.log().includes('Okafor'))
})
