// What the server does when nobody does anything: a session that is never closed, a shredding that could not be done, a
// stranger at the door.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { enter, post, start_test_server } from '../support/test_server.mjs'

let server, people, group, sessions
const names = ['Mirjam', 'Ben', 'Dora']
const rows = (sql, ...values) => {
  const database = new DatabaseSync(join(server.data, 'covision.db'), { readOnly: true })
  try {
    return database.prepare(sql).all(...values)
  } finally {
    database.close()
  }
}
const until = async (holds) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}
const open_orders = () => rows('SELECT id FROM shred WHERE done = 0').length
const person_of = (account) => people.find((person) => person.account === account)
const duty_of = async (session, role) => {
  const { duties } = await people[0].call('rota.show', { group })
  return person_of(duties.find((duty) => duty.session === session && duty.role === role).account)
}

before(async () => {
  server = await start_test_server({ with_client: false })
  people = [await enter(server.origin, server.first_link, { email: 'mirjam@example.org', name: names[0] })]
  const { clauses } = await people[0].call('groups.template', { language: 'en' })
  ;({ group } = await people[0].call('groups.create', { name: 'Circle', language: 'en', clauses }))
  for (const name of names.slice(1)) {
    const { token } = await people[0].call('groups.invite', { group })
    people.push(await enter(server.origin, `x#${token}`, { email: `${name.toLowerCase()}@example.org`, name }))
  }
  for (const person of people) await person.call('groups.sign', { group, version: 1 })
  for (const person of people) await person.call('feed.follow', { group })
  await people[0].call('schedule.create_series', {
    group, recurrence: { frequency: 'weekly', interval: 1, days: [], count: 4 }, starts: '2026-10-06T16:30',
    zone: 'Europe/Berlin', minutes: 90, place: '', call_link: '',
  })
  ;({ sessions } = await people[0].call('schedule.list', { group }))
})
after(() => server.end())

test('a refused sign-in is in the audit trail, and answers as if there were none', async () => {
  const email = 'ben@example.org'
  const known = await post(server.origin, 'sign_in', { email, password: 'not this one' })
  const unknown = await post(server.origin, 'sign_in', { email: 'nobody@example.org', password: 'not this one' })
  assert.equal(known.body.code, 'sign_in_failed')
  assert.deepEqual([known.status, known.body, known.token], [unknown.status, unknown.body, unknown.token])
  const change = { old_password: 'not this one', new_password: 'another calm phrase', end_other_logins: true }
  await assert.rejects(people[1].call('accounts.change_password', change), { code: 'password_wrong' })
  const trail = rows("SELECT action, subject FROM audit WHERE action LIKE '%_refused' ORDER BY id")
  assert.deepEqual(trail.map((row) => [row.action, row.subject]), [
    ['accounts.sign_in_refused', people[1].account],
    ['accounts.sign_in_refused', ''],
    ['accounts.password_refused', people[1].account],
  ])
})

test('a shredding that something stood in the way of is done within the hour, without any call', async () => {
  const presenter = await duty_of(sessions[0].session, 'presenter')
  const { case_id } = await presenter.call('cases.submit', {
    group, session: sessions[0].session, title: 'Silence', question: 'What helps?', wanted: 'ideas',
    blur: { setting: '', age_band: '', place_kind: '', theme: '' }, text: '', kept: [], attested: true, keep_days: 30,
  })
  const outside = new DatabaseSync(join(server.data, 'covision.db'), { readOnly: true })
  outside.exec('BEGIN')
  outside.prepare('SELECT count(*) FROM case_note').get()
  await presenter.call('cases.withdraw', { group, case_id })
  await until(() => server.log().includes('vault.shred_delayed'))
  outside.exec('ROLLBACK')
  outside.close()
  assert.equal(open_orders(), 1)
  await server.advance(3600)
  await until(() => open_orders() === 0)
})

test('a session that nobody closes is closed six hours after its end, and says why; its rating opens', async () => {
  const [{ session, starts_at, ends_at }] = sessions
  await server.set(starts_at)
  const leads = await duty_of(session, 'facilitator')
  const present = people.map((person) => person.account)
  await leads.call('consultation.begin', { group, session, agenda: [{ format: 'troika', version: 0 }], present })
  const begun = (await people[1].until('consultation.changed')).data
  assert.deepEqual(begun.present, present)
  assert.equal(begun.end, undefined)

  const six_hours = (time) => new Date(Date.parse(time) + 6 * 3600_000).toISOString().replace('.000', '')
  await server.set(new Date(Date.parse(ends_at) + 3600_000).toISOString().replace('.000', ''))
  const late = await leads.call('consultation.step', { group, session, version: begun.version, step: 'next' })
  await server.set(six_hours(ends_at))
  const still = await people[1].call('consultation.show', { group, session })
  assert.equal(still.run.version, late.version, 'a group that is at work is left alone')

  await server.advance(3600)
  const { data } = await people[1].until('consultation.changed', (run) => run.state === 'ended')
  assert.equal(data.end, 'lapsed')
  assert.deepEqual(data.present, present)
  await people[1].until('evaluation.opened')
  const { evaluation } = await people[2].call('evaluation.show', { group, session })
  assert.equal(evaluation.mine, 'open')
  const seen = await people[1].call('consultation.show', { group, session })
  assert.deepEqual(seen.run, data)
  assert.equal(seen.session.state, 'held')
})
