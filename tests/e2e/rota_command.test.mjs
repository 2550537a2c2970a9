// `covision rota plan` from outside: years of a group simulated session by session, with nothing but the program.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { release } from '../support/server.mjs'

const plan = (input) => spawnSync(release, ['rota', 'plan'], { input, encoding: 'utf8', maxBuffer: 1 << 24 })
const planned = (scenario) => {
  const { status, stdout, stderr } = plan(JSON.stringify(scenario))
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout)
}
const day = (number) => new Date(Date.UTC(2026, 0, 6, 16) + number * 14 * 86_400_000).toISOString().replace('.000', '')

/** A small generator with a seed, so that a failure can be seen again. */
function random(seed) {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

class Group {
  constructor(size, seed) {
    this.below = random(seed)
    this.scenario = { members: [], held: [], upcoming: [], published: [] }
    for (let i = 0; i < size; i++) this.scenario.members.push({ account: `p${i}` })
    for (let i = 0; i < 8; i++) this.scenario.upcoming.push({ session: `s${i}`, starts_at: day(i), away: [] })
    this.next = 8
    this.replan()
  }
  replan() {
    const { duties, deputies } = planned(this.scenario)
    this.scenario.published = duties
    return { duties, deputies }
  }
  hold() {
    const session = this.scenario.upcoming.shift()
    const served = this.scenario.published.filter((duty) => duty.session === session.session)
    for (const { account } of served) assert.ok(!session.away.includes(account), `${account} is away and has a duty`)
    this.scenario.held.push({
      session: session.session, starts_at: session.starts_at,
      attended: this.scenario.members.map(({ account }) => account).filter((account) => !session.away.includes(account)),
      served: served.map(({ role, account, slot, reason }) => ({ role, account, slot, why: reason.why })),
    })
    this.scenario.upcoming.push({ session: `s${this.next}`, starts_at: day(this.next++), away: [] })
    return served
  }
  led(account) {
    return this.scenario.held.filter(({ served }) =>
      served.some((each) => each.role === 'facilitator' && each.account === account)).length
  }
}

test('over a year everybody who was always there has led as often, but for one turn; nothing moves without news', () => {
  for (const [size, seed] of [[3, 1], [4, 2], [6, 3], [9, 4], [12, 5]]) {
    const group = new Group(size, seed)
    const steady = Math.ceil(size / 2)
    for (let round = 0; round < 26; round++) {
      const { duties, deputies } = group.replan()
      assert.deepEqual(group.replan().duties, duties, `size ${size}, round ${round}: planned again without news`)
      assert.equal(new Set(deputies.map(({ session }) => session)).size, 6)
      if (group.below(3) === 0) {
        const who = `p${steady + group.below(size - steady)}`
        const session = group.scenario.upcoming[group.below(6)]
        if (session.away.length + 2 < size && !session.away.includes(who)) session.away.push(who)
        const held_by = new Map(duties.map((duty) => [`${duty.session} ${duty.role}`, duty.account]))
        const moved = group.replan().duties.filter((duty) =>
          duty.session !== session.session && held_by.get(`${duty.session} ${duty.role}`) !== duty.account)
        assert.ok(moved.length <= 1, `size ${size}, round ${round}: one absence moves ${moved.length} turns elsewhere`)
      }
      group.hold()
      const turns = group.scenario.members.slice(0, steady).map(({ account }) => group.led(account))
      assert.ok(Math.max(...turns) - Math.min(...turns) <= 1, `size ${size}, round ${round}: ${turns}`)
    }
  }
})

test('leaves, newcomers, pins and wishes are understood', () => {
  const upcoming = [0, 1, 2, 3].map((i) => ({ session: `s${i}`, starts_at: day(i) }))
  const members = ['a', 'b', 'c', 'd'].map((account) => ({ account }))
  const leaves = [{ account: 'a', from: day(0), until: day(2) }]
  const pins = [{ session: 's3', role: 'facilitator', account: 'd' }]
  const { duties } = planned({ members, upcoming, leaves, pins, rules: { presenter: 'queue' }, wishes: [
    { account: 'c', since: day(-2), urgent: false }, { account: 'b', since: day(-1), urgent: true }] })
  const of = (session, role) => duties.find((duty) => duty.session === session && duty.role === role)
  for (const session of ['s0', 's1'])
    assert.ok(duties.every((duty) => duty.session !== session || duty.account !== 'a'), 'on leave')
  assert.equal(of('s3', 'facilitator').account, 'd')
  assert.equal(of('s3', 'facilitator').reason.why, 'chosen')
  assert.ok(duties.some((duty) => duty.role === 'presenter' && duty.account === 'b'), 'an urgent wish is met')

  const held = [0, 1, 2, 3].map((i) => ({ session: `h${i}`, starts_at: day(i - 4), attended: ['a', 'b', 'c', 'd'],
    served: [{ role: 'facilitator', account: 'abcd'[i] }] }))
  const later = planned({ members: [...members, { account: 'new', joined_at: day(-1) }], held, upcoming })
  const first = later.duties.filter((duty) => duty.account === 'new' && duty.role === 'facilitator')
  assert.ok(first.every((duty) => !['s0', 's1'].includes(duty.session)), 'a newcomer facilitates from the third session')
})

test('what cannot be read is one line that names the place', () => {
  const good = { members: [{ account: 'a' }, { account: 'b' }], upcoming: [{ session: 's', starts_at: day(0) }] }
  const cases = [
    ['', /scenario/],
    ['{', /scenario/],
    ['[]', /scenario/],
    [JSON.stringify({ ...good, members: [{ account: 'a' }, { account: 'a' }] }), /scenario\.members\[1\]/],
    [JSON.stringify({ ...good, upcoming: [{ session: 's', starts_at: 'tomorrow' }] }), /scenario\.upcoming\[0\]\.starts_at/],
    [JSON.stringify({ ...good, pins: [{ session: 's', role: 'leader', account: 'a' }] }), /scenario\.pins\[0\]\.role/],
    [JSON.stringify({ ...good, pins: [{ session: 's', role: 'facilitator', account: 'a', why: 'first_turn' }] }), /scenario\.pins\[0\]\.why/],
    [JSON.stringify({ ...good, colour: 1 }), /colour/],
  ]
  for (const [input, place] of cases) {
    const { status, stdout, stderr } = plan(input)
    assert.equal(status, 2, input)
    assert.equal(stdout, '')
    assert.match(stderr, /^covision: [^\n]+\n$/)
    assert.match(stderr, place)
  }
})

test('both shapes stand in the interface', () => {
  const { stdout } = spawnSync(release, ['schema', '--openrpc'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  const { components } = JSON.parse(stdout)
  assert.deepEqual(components.schemas.RotaScenario.required.sort(), ['members', 'upcoming'])
  assert.ok(components.schemas.RotaPlan.properties.duties)
})
