// Fills a new data folder with a made-up group and its past, through real methods and a moved clock.
//   node tests/demo/fill.mjs --data DIR --origin http://localhost:8080
// The last session of its series begins twenty minutes from now, so that a live one can be looked at at once. Prints a
// one-time sign-in link for each of the six members.
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { enter, start_test_server } from '../support/test_server.mjs'
import { release } from '../support/server.mjs'
import { group_name, lines, notes, people as cast, poll_title } from './story.mjs'

const { values } = parseArgs({ options: { data: { type: 'string' }, origin: { type: 'string' } } })
const past_sessions = 12
const day = 24 * 3600_000
const zone = 'Europe/Berlin'

/** What the clocks in Berlin show at an instant: "2026-11-24T16:30". */
const local = (at) => new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T').slice(0, 16)
const iso = (at) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')

// The same story each time: a small generator of its own instead of Math.random.
let state = 20261122
const chance = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
const between = (low, high) => low + Math.floor(chance() * (high - low + 1))

const now = Math.floor(Date.now() / 60_000) * 60_000
const tonight = now + 20 * 60_000
const begin = tonight - past_sessions * 14 * day

/** Counted back in wall time: a series keeps its local time across clock changes. */
const first_start = new Date(Date.parse(`${local(tonight)}Z`) - past_sessions * 14 * day).toISOString().slice(0, 16)
const weekday = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'][new Date(`${first_start}:00Z`).getUTCDay()]

const server = await start_test_server({ data: values.data, now: iso(begin - 10 * day), with_client: false })
const members = []

async function found_the_group() {
  const founder = await enter(server.origin, server.first_link, cast[0])
  const { clauses } = await founder.call('groups.template', { language: 'en' })
  const { group } = await founder.call('groups.create', { name: group_name, language: 'en', clauses })
  await founder.call('groups.sign', { group, version: 1 })
  members.push(founder)
  for (const person of cast.slice(1)) {
    const { token } = await founder.call('groups.invite', { group })
    const joined = await enter(server.origin, `x#${token}`, person)
    await joined.call('groups.sign', { group, version: 1 })
    members.push(joined)
  }
  await founder.call('schedule.create_series', {
    group,
    recurrence: { frequency: 'weekly', interval: 2, days: [weekday], count: past_sessions + 12 },
    starts: first_start,
    zone,
    minutes: 90,
    place: '',
    call_link: 'https://meet.example.org/evening-circle',
    breaks: [{ first: local(tonight + 37 * day).slice(0, 10), last: local(tonight + 47 * day).slice(0, 10) }],
  })
  return group
}

const person_of = (account) => members.find((member) => member.account === account)

async function duties_of(group, session) {
  const { duties } = await members[0].call('rota.show', { group })
  return Object.fromEntries(duties.filter((duty) => duty.session === session).map((d) => [d.role, person_of(d.account)]))
}

async function hand_in(group, session, presenter, note) {
  const { title, question, text, blur } = note
  const kept = await presenter.kept(group, { title, question, text, ...blur })
  const { case_id } = await presenter.call('cases.submit', {
    group, session, ...note, kept, attested: true, keep_days: 90,
  })
  return case_id
}

async function hold(group, { session, starts_at, number }) {
  const starts = Date.parse(starts_at)
  await server.set(iso(starts - 2 * day))
  for (const member of members) await member.call('accounts.seen')
  const absent = number % 4 === 0 ? members[number % members.length] : undefined
  const here = members.filter((member) => member !== absent)
  for (const member of members)
    await member.call('schedule.answer', { group, session, answer: member === absent ? 'no' : chance() < 0.15 ? 'late' : 'yes' })
  const roles = await duties_of(group, session)
  const case_id = await hand_in(group, session, roles.presenter, notes[number % notes.length])
  for (const member of here)
    if (member !== roles.presenter) await member.call('cases.answer_conflict', { group, case_id, answer: 'no' })

  await server.set(iso(starts))
  const present = here.map((member) => member.account)
  const lead = roles.facilitator
  let { version } = await lead.call('consultation.begin', {
    group, session, present,
    agenda: [{ format: 'reflecting_team', version: 0, case_id, presenter: roles.presenter.account }],
  })
  for (const minutes of [5, 5, 8, 3, 10]) {
    await server.advance(minutes * 60 + between(-20, 60))
    ;({ version } = await lead.call('consultation.step', { group, session, version, step: 'next' }))
  }
  await server.advance(5 * 60)
  await lead.call('consultation.close', { group, session, version, present })
  for (const member of here) await rate(group, session, member, number)
  await server.advance(4 * 24 * 3600)
}

/** The group finds its feet over time; sharing time fairly stays its weak side. */
async function rate(group, session, member, number) {
  if (chance() < 0.1) return member.call('evaluation.decline', { group, session })
  const base = 6 + (number / past_sessions) * 2
  const score = (item, shift) => ({ item, score: Math.max(0, Math.min(10, Math.round(base + shift + chance() * 2 - 1))) })
  const scores = [score('useful', 0.5), score('heard', 0), score('safe', 0.3), score('on_track', -0.5), score('fair_time', -1)]
  const keep = chance() < 0.4 ? lines.keep[between(0, lines.keep.length - 1)] : ''
  const change = chance() < 0.25 ? lines.change[between(0, lines.change.length - 1)] : ''
  const kept = await member.kept(group, { keep, change })
  return member.call('evaluation.rate', { group, session, scores, keep, change, kept })
}

async function prepare_tonight(group, { session }) {
  await server.set(iso(now - 20 * 3600_000))
  const roles = await duties_of(group, session)
  const case_id = await hand_in(group, session, roles.presenter, notes[0])
  for (const member of members) if (chance() < 0.8) await member.call('schedule.answer', { group, session, answer: 'yes' })
  await ask_for_a_time(group)
  // Two have not said yet whether they may know the person: they are asked when they come.
  const others = members.filter((member) => member !== roles.presenter && member !== roles.facilitator)
  for (const member of [roles.facilitator, ...others.slice(2)])
    await member.call('cases.answer_conflict', { group, case_id, answer: 'no' })
  await server.set(iso(now))
  return roles
}

/** Three Saturdays are suggested; the founder, who is looked at first, has not answered yet. */
async function ask_for_a_time(group) {
  const saturday = Array.from({ length: 7 }, (_, i) => now + (18 + i) * day).find((at) => new Date(`${local(at)}Z`).getUTCDay() === 6)
  const options = [0, 7, 14].map((later) => `${local(saturday + later * day).slice(0, 10)}T10:00`)
  const { poll } = await members[1].call('schedule.create_poll', { group, title: poll_title, zone, minutes: 240, options })
  const { polls } = await members[1].call('schedule.polls', { group })
  const dates = polls.find((each) => each.poll === poll).options
  for (const member of members.slice(1, 5)) {
    const votes = dates.map(({ option }, i) => ({ option, choice: i === 1 ? 'yes' : ['yes', 'if_need_be', 'no'][between(0, 2)] }))
    await member.call('schedule.vote', { group, poll, votes })
  }
}

const group = await found_the_group()
const { sessions } = await members[0].call('schedule.list', { group })
if (Date.parse(sessions[past_sessions].starts_at) !== tonight) throw Error('the clocks change tonight; try again tomorrow')
for (const [i, session] of sessions.slice(0, past_sessions).entries()) {
  await hold(group, session)
  process.stderr.write(`\rsession ${i + 1} of ${past_sessions}`)
}
const roles = await prepare_tonight(group, sessions[past_sessions])
for (const member of members) await member.end()
await server.end()
process.stderr.write('\n')

console.log(`\n${group_name}: ${past_sessions} sessions lie behind it, the next begins in 20 minutes and can be opened now.`)
for (const person of cast) {
  const role = Object.entries(roles).find(([, member]) => member === members[cast.indexOf(person)])?.[0]
  const link = execFileSync(release, [
    'admin', 'sign-in-link', '--data', values.data, '--email', person.email, '--origin', values.origin,
  ]).toString()
  console.log(`${person.name}${role ? ` (${role} tonight)` : ''}\n  ${link.trim()}`)
}
console.log()
