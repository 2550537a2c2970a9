// What each method costs as the installation grows: CPU time of the server for a call, beside ever more groups, and in a
// group with an ever longer past. A call whose answer has the same size must not cost more.
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { notes } from '../demo/story.mjs'
import { Person, post } from '../support/test_server.mjs'
import { email_of, fill } from './history.mjs'
import { folder, median, run, start_server, tools } from './processes.mjs'

/** More than a third is growth, but for what a cache miss or two of a small call may be. */
const flat = 1.3
const least_us = 40
/** Their answers are as long as the group's past. */
const longer_answers = ['cases.list', 'evaluation.trend']
const rounds = 4
const minute = 60_000
const zone = 'Etc/UTC'
const local = (at) => new Date(at).toISOString().slice(0, 16)

/** What a machine that is busy with other things adds is above it. */
const quartile = (all) => all.sort((a, b) => a - b)[all.length >> 2]

/** µs that the process has been on a CPU, all threads together. */
function cpu_us(pid) {
  let ns = 0
  for (const task of readdirSync(`/proc/${pid}/task`))
    ns += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
  return ns / 1000
}

class Probe {
  constructor(server, past, strangers) {
    Object.assign(this, { server, ...past, strangers, origin: `http://localhost:${server.port}`, found: new Map() })
  }

  async measured(method, work) {
    const before = cpu_us(this.server.pid)
    const result = await work()
    const took = cpu_us(this.server.pid) - before
    if (this.round > 0) this.found.set(method, [...(this.found.get(method) ?? []), took])
    return result
  }
  call(person, method, params = {}) {
    return this.measured(method, () => person.call(method, params))
  }
  async often(person, method, params, times = 8) {
    for (let i = 0; i < times; ++i) await this.call(person, method, params)
  }
  /** What one round needs to know, not measured. */
  async duties() {
    const { duties, sessions } = await this.people[0].call('rota.show', { group: this.group })
    return { duties, sessions }
  }
  person_of(account) {
    return this.people.find((person) => person.account === account)
  }

  async sign_in(i) {
    const { body, token } = await this.measured('auth/sign_in', () =>
      post(this.origin, 'sign_in', { email: email_of(i), password: 'a calm long phrase' }))
    return Person.connect(this.origin, token, body.account.account)
  }

  async reads() {
    const { group, session, last } = this
    const person = this.people[3]
    for (const [method, params] of [
      ['time.now'], ['accounts.me'], ['home.show'], ['groups.list'], ['groups.show', { group }], ['groups.agreement', { group }],
      ['groups.template', { language: 'en' }], ['schedule.list', { group }], ['rota.show', { group }], ['cases.list', { group }],
      ['schedule.series', { group }], ['schedule.settings', { group }], ['schedule.polls', { group }], ['calendar.settings'],
      ['cases.policy', { group }], ['consultation.formats', { language: 'en', group }], ['consultation.show', { group, session }],
      ['evaluation.show', { group, session: last }], ['evaluation.trend', { group }],
      ['cases.check', { group, fields: [{ field: 'text', text: notes[0].text }] }],
    ])
      await this.often(person, method, params)
    for (let i = 0; i < 8; ++i) {
      await this.call(person, 'feed.follow', { group })
      await this.call(person, 'feed.unfollow', { group })
      await this.call(person, 'presence.enter', { group, session })
      await this.call(person, 'presence.leave', { group, session })
    }
  }

  async account() {
    const person = this.people[this.round]
    await this.often(person, 'accounts.update', { theme: 'dark' }, 4)
    await this.often(person, 'accounts.seen', {}, 4)
    const password = 'a calm long phrase'
    await this.call(person, 'accounts.change_password', { old_password: password, new_password: password, end_other_logins: false })
    const other = await this.sign_in(this.round)
    const { logins } = await other.call('accounts.me')
    await this.call(person, 'accounts.end_login', { login: logins.find((login) => login.current).login })
    await other.closed
  }

  async members() {
    const { group, people: [founder, second], strangers: [stranger, maker] } = this
    const invited = async () => (await this.call(founder, 'groups.invite', { group })).token
    const { invitation } = await this.call(founder, 'groups.invite', { group })
    await this.call(founder, 'groups.invitations', { group })
    await this.call(founder, 'groups.revoke_invitation', { group, invitation })
    await this.call(founder, 'groups.set_contacts', { group, contacts: `Crisis line ${this.round}` })
    await this.call(stranger, 'groups.join', { token: await invited() })
    await this.call(stranger, 'groups.leave', { group })
    await this.call(stranger, 'groups.join', { token: await invited() })
    await this.call(founder, 'groups.confirm', { group, account: stranger.account })
    await this.call(founder, 'groups.remove_member', { group, account: stranger.account })
    for (const role of ['organiser', 'member']) await this.call(founder, 'groups.set_role', { group, account: second.account, role })
    const { clauses, version } = await founder.call('groups.agreement', { group })
    clauses[0].text = `We meet to learn, round ${version}.`
    const proposed = await this.call(founder, 'groups.propose_agreement', { group, based_on: version, clauses })
    for (const person of this.people) await this.call(person, 'groups.sign', { group, version: proposed.version })
    await this.call(maker, 'groups.create', { name: `Growth ${this.round}`, language: 'en', clauses })
    const { version: based_on, policy } = await founder.call('cases.policy', { group })
    await this.call(founder, 'cases.set_policy', { group, based_on, policy: { ...policy, flag: [`Clinic ${based_on}`] } })
    const { formats } = await founder.call('consultation.formats', { group, language: 'en' })
    const { code, version: seen } = formats.find((format) => format.code === 'intervision')
    const phases = [{ code: 'casting', minutes: 6, script: `Our words ${seen}` }]
    await this.call(founder, 'consultation.set_format', { group, format: code, version: seen, phases })
  }

  one_session(starts, minutes) {
    return {
      group: this.group, starts: local(starts), zone, minutes, place: '', call_link: '',
      recurrence: { frequency: 'weekly', interval: 1, days: [], count: 1 },
    }
  }
  async session_at(starts, minutes) {
    const asked = this.one_session(starts, minutes)
    await this.call(this.people[0], 'schedule.preview', asked)
    await this.call(this.people[0], 'schedule.create_series', asked)
    const from = new Date(starts - minute).toISOString().replace(/\.\d+Z/, 'Z')
    const { sessions } = await this.people[0].call('schedule.list', { group: this.group, from, limit: 3 })
    return sessions.find((one) => one.local_start === asked.starts).session
  }

  async schedule() {
    const { group, people } = this
    const starts = Date.now() + (400 + this.round) * 24 * 60 * minute
    const session = await this.session_at(starts, 60)
    for (const person of people) await this.call(person, 'schedule.answer', { group, session, answer: 'yes' })
    await this.call(people[0], 'schedule.move', { group, session, starts: local(starts + 120 * minute), reason: '' })
    await this.call(people[0], 'schedule.cancel', { group, session, reason: '' })
    await this.call(people[0], 'schedule.set_settings', { group, quorum: 3 })
  }

  async series() {
    const { group, people: [founder] } = this
    const starts = Date.now() + (430 + 10 * this.round) * 24 * 60 * minute
    const asked = this.one_session(starts, 60)
    asked.recurrence.count = 3
    const { series } = await founder.call('schedule.create_series', asked)
    const changed = { ...asked, series, scope: 'all', minutes: 75, breaks: [] }
    await this.call(founder, 'schedule.preview_change', changed)
    await this.call(founder, 'schedule.change_series', changed)
    await this.call(founder, 'schedule.end_series', { group, series, after: local(Date.now()).slice(0, 10) })
    const { recurrence, ...alone } = asked
    const { session } = await this.call(founder, 'schedule.add_session', alone)
    await founder.call('schedule.cancel', { group, session, reason: '' })
  }

  async polls() {
    const { group, people: [founder, second] } = this
    const days = [1, 2, 3].map((day) => local(Date.now() + (500 + 10 * this.round + day) * 24 * 60 * minute))
    const asked = { group, title: 'Next term', zone, minutes: 60, options: days }
    const { poll } = await this.call(founder, 'schedule.create_poll', asked)
    const { polls } = await founder.call('schedule.polls', { group })
    const { options } = polls.find((each) => each.poll === poll)
    const votes = options.map(({ option }) => ({ option, choice: 'yes' }))
    await this.call(second, 'schedule.vote', { group, poll, votes })
    const chosen = { group, poll, option: options[0].option, place: '', call_link: '', breaks: [] }
    const { session } = await this.call(founder, 'schedule.choose_poll', chosen)
    await founder.call('schedule.cancel', { group, session, reason: '' })
    const other = await founder.call('schedule.create_poll', asked)
    await this.call(founder, 'schedule.close_poll', { group, poll: other.poll })
  }

  async calendar() {
    const person = this.people[this.round]
    const mail = { invitations: true, day_before: true, two_hours_before: false, duties: true }
    await this.call(person, 'calendar.set', { show_group: false, show_link: false, mail })
    await this.call(person, 'calendar.make_feed')
    await this.call(person, 'calendar.end_feed')
  }

  async rota() {
    const { group, people: [founder] } = this
    const { rules } = await founder.call('rota.show', { group })
    const without = rules.roles.map((each) => (each.role === 'scribe' ? { ...each, when: 'off' } : each))
    for (const roles of [without, rules.roles]) await this.call(founder, 'rota.set_rules', { group, rules: { ...rules, roles } })
    await this.call(this.people[3], 'rota.wish', { group, urgent: false })
    await this.call(this.people[3], 'rota.withdraw_wish', { group })
    const facilitators = (await this.duties()).duties.filter((duty) => duty.role === 'facilitator')
    const asks = []
    for (const mine of facilitators)
      for (const wanted of facilitators) if (mine.account !== wanted.account) asks.push([mine, wanted])
    let swaps = 0
    for (const [mine, wanted] of asks) {
      if (swaps === 4) break
      const asker = this.person_of(mine.account)
      try {
        const { swap } = await this.call(asker, 'rota.ask_swap', { group, duty: mine.duty, wanted: wanted.duty })
        if (swaps++ % 2) await this.call(asker, 'rota.withdraw_swap', { group, swap })
        else await this.call(this.person_of(wanted.account), 'rota.reply_swap', { group, swap, accept: false })
      } catch (error) {
        if (!['busy_then', 'away_then', 'bad_swap', 'too_far_apart'].includes(error.code)) throw error
      }
    }
    const { duties, sessions } = await this.duties()
    const { session } = sessions[4]
    const leads = duties.filter((duty) => duty.session === session && ['facilitator', 'presenter'].includes(duty.role))
    const free = this.people.filter((person) => !leads.some((duty) => duty.account === person.account))[this.round]
    await this.call(founder, 'rota.choose', { group, session, role: 'timekeeper', account: free.account })
    const given = (await this.duties()).duties.find((duty) => duty.session === session && duty.role === 'timekeeper')
    await this.call(free, 'rota.pass', { group, duty: given.duty })
  }

  /** On the day: one turn is given up, one stand-in says no, the next one yes. */
  async stand_in(session) {
    const { group } = this
    const turn = async () => (await this.duties()).duties.find((each) => each.session === session && each.role === 'timekeeper')
    const given = await turn()
    await this.person_of(given.account).call('rota.pass', { group, duty: given.duty })
    for (const method of ['rota.decline', 'rota.take']) {
      const asked = await turn()
      await this.call(this.person_of(asked.account), method, { group, duty: asked.duty })
    }
  }

  async cases() {
    const { group } = this
    const { duties } = await this.duties()
    const duty = duties.find((each) => each.session === this.session && each.role === 'presenter')
    const presenter = this.person_of(duty.account)
    const { case_id } = await this.call(presenter, 'cases.submit', {
      group, session: this.session, ...notes[0], kept: [], attested: true, keep_days: 30,
    })
    for (const person of this.people.filter((one) => one !== presenter))
      await this.call(person, 'cases.answer_conflict', { group, case_id, answer: 'no' })
    for (const person of this.people) await this.call(person, 'cases.show', { group, case_id })
    await this.call(presenter, 'cases.withdraw', { group, case_id })
  }

  async run() {
    const { group, people } = this
    const session = await this.session_at(this.begun + (3 + 16 * this.round) * minute, 15)
    const present = people.map((person) => person.account)
    await this.stand_in(session)
    let { version } = await this.call(people[0], 'consultation.begin', {
      group, session, present, agenda: [{ format: 'reflecting_team', version: 0, presenter: people[1].account }],
    })
    for (const step of ['next', 'undo', 'next', 'pause', 'resume', 'back'])
      ({ version } = await this.call(people[0], 'consultation.step', { group, session, version, step }))
    const floor = (person, move) => this.call(person, 'consultation.floor', { group, session, move })
    await floor(people[0], 'open_queue')
    for (const person of people.slice(2, 6)) await floor(person, 'ask')
    const waiting = people.slice(3, 6).map((person) => person.account).reverse()
    await this.call(people[0], 'consultation.order_floor', { group, session, waiting })
    await floor(people[2], 'done')
    for (const here of [false, true, false, true])
      await this.call(people[0], 'consultation.set_here', { group, session, who: people[4].account, here })
    const lead = async (person, method, more) =>
      ({ version } = await this.call(person, `consultation.${method}`, { group, session, version, ...more }))
    await lead(people[0], 'name_deputy', { deputy: people[3].account })
    const back = { to: people[0].account } // an organiser steps in, and who led may take it back
    await lead(people[0], 'hand_over', { to: people[2].account })
    await lead(people[0], 'hand_over', back)
    await lead(people[2], 'take_over', {})
    await lead(people[0], 'hand_over', back)
    for (const minutes of [1, 5, -1])
      ({ version } = await this.call(people[0], 'consultation.adjust', { group, session, version, minutes }))
    for (let i = 0; i < 4; ++i)
      ({ version } = await this.call(people[0], 'consultation.step', { group, session, version, step: 'next' }))
    const noted = []
    for (const person of people.slice(2, 6))
      noted.push(await this.call(person, 'ideas.note', { group, session, text: 'Sit with the silence.', kept: [] }))
    for (const person of people.slice(2, 6)) await this.call(person, 'ideas.list', { group, session })
    for (const [i, { idea }] of noted.slice(0, 3).entries())
      await this.call(people[2 + i], 'ideas.withdraw', { group, session, idea })
    await this.call(people[0], 'consultation.close', { group, session, version, present })
    for (let i = 0; i < 4; ++i) await this.call(people[1], 'ideas.gift', { group, session })
    for (let i = 0; i < 4; ++i) await this.call(people[1], 'ideas.delete_gift', { group, session })
    for (let i = 0; i < 4; ++i) {
      await this.call(people[1], 'ideas.set_step', { group, session, text: 'Wait for ten breaths.', kept: [] })
      await this.call(people[1], 'ideas.step', { group, session })
      await this.call(people[1], 'ideas.answer_step', { group, session, not_yet: false, echo: true })
      await this.call(people[0], 'ideas.echoes', { group })
    }
    const scores = ['useful', 'heard', 'safe'].map((item) => ({ item, score: 7 }))
    for (const person of people.slice(0, 6)) await this.call(person, 'evaluation.rate', { group, session, scores, keep: '', change: '' })
    for (let i = 0; i < 4; ++i) await this.call(people[6], 'evaluation.decline', { group, session })
  }

  async all() {
    this.round = 0
    this.begun = Date.now()
    this.people = []
    for (let i = 0; i < 8; ++i) this.people.push(await this.sign_in(i))
    for (; this.round < rounds; ++this.round) {
      await this.account()
      await this.reads()
      await this.members()
      await this.schedule()
      await this.series()
      await this.polls()
      await this.calendar()
      await this.rota()
      await this.cases()
      await this.run()
    }
    for (const person of [...this.people, ...this.strangers]) await person.end()
    return Object.fromEntries([...this.found].map(([method, took]) => [method, quartile(took)]))
  }
}

const remove = (data) => ['', '.key'].forEach((end) => rmSync(data + end, { recursive: true, force: true }))

/** Costs beside `groups` groups in a copy of the folder that `fill` has made. */
async function one(template, past, groups) {
  const data = join(folder, 'growing')
  const tokens = join(folder, 'growing.tokens')
  remove(data)
  for (const end of ['', '.key']) cpSync(template + end, data + end, { recursive: true })
  const files = ['--tokens', tokens, '--singles', join(folder, 'growing.singles')]
  await run('server', join(tools, 'bench_server'), ['seed', '--data', data, ...files, '--groups', String(groups)], { seconds: 1200 })
  const server = await start_server(join(tools, 'bench_server'), ['serve', '--data', data])
  try {
    const strangers = []
    for (const token of readFileSync(tokens, 'utf8').split('\n').slice(0, 2)) {
      const stranger = await Person.connect(`http://localhost:${server.port}`, token)
      stranger.account = (await stranger.call('accounts.me')).account.account
      strangers.push(stranger)
    }
    const { methods } = await (await fetch(`http://localhost:${server.port}/openrpc.json`)).json()
    const found = await new Probe(server, past, strangers).all()
    const missing = methods.map(({ name }) => name).filter((name) => !(name in found) && !name.startsWith('bench.'))
    if (missing.length) throw Error(`nothing measures ${missing.join(', ')}`)
    return found
  } finally {
    await server.end()
    remove(data)
  }
}

/** { groups: { 100: { method: µs } … }, history: { 1: … } } */
export async function measure(sizes, histories, say) {
  const found = { groups: {}, history: {} }
  for (const past of histories) {
    say(`growth: a past of ${past} sessions`)
    const template = join(folder, 'growth')
    remove(template)
    const made = await fill(template, () => {}, past)
    found.history[past] = await one(template, made, sizes[0])
    if (past !== histories[0]) continue
    found.groups[sizes[0]] = found.history[past]
    for (const groups of sizes.slice(1)) {
      say(`growth: ${groups} groups`)
      found.groups[groups] = await one(template, made, groups)
    }
  }
  return found
}

/**
 * Methods that grow from the first to the last column: by more than a third beyond what the middle one of all methods
 * did, which is the machine's own mood.
 */
export function growing(columns, except = []) {
  const [first, ...rest] = Object.values(columns)
  const last = rest.at(-1)
  const methods = Object.keys(first)
  const mood = Math.max(1, median(methods.map((method) => last[method] / first[method])))
  const found = methods.filter((method) => {
    const beyond = last[method] / mood
    return !except.includes(method) && beyond / first[method] > flat && beyond - first[method] > least_us
  })
  return { methods, found }
}

/** Both judgements: [what grows, the columns, growing()]. */
export const judged = ({ groups, history }) => [
  ['groups', groups, growing(groups)],
  ['sessions held', history, growing(history, longer_answers)],
]

export function print(found) {
  console.log('\nCPU µs of the server for a call, beside so many groups | after so many sessions; > marks what grows')
  const sides = judged(found)
  const cells = ([, columns, { found: marked }], method) => {
    const all = Object.values(columns).map((column) => column[method])
    return `${all.map((us) => us.toFixed(0).padStart(7)).join('')} ${marked.includes(method) ? '>' : ' '}${(all.at(-1) / all[0]).toFixed(2)}`
  }
  const head = sides.map(([, columns]) => Object.keys(columns).map((n) => n.padStart(7)).join(''))
  console.log(`${'method'.padEnd(28)}${head.join('       | ')}`)
  for (const method of [...sides[0][2].methods].sort()) console.log(`${method.padEnd(28)}${sides.map((side) => cells(side, method)).join(' | ')}`)
}
