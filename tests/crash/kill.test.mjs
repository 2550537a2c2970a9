// kill -9 at any moment: after each restart every acknowledged call is there, each just once, and a call that was never
// answered can be sent again under its id.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { free_port, start_server } from '../support/server.mjs'
import { enter, Person, Refusal } from '../support/test_server.mjs'

const kills = 12
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
let state = seed
const chance = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}

test(`${kills} kills lose no acknowledged call and double none (seed ${seed})`, async (context) => {
  const port = await free_port()
  let server = await start_server({ port })
  context.after(() => server.end())
  const { data } = server
  const founder = await enter(server.origin, server.first_link(), { email: 'a@example.org', name: 'Ann' })
  const { clauses } = await founder.call('groups.template', { language: 'en' })
  const { group } = await founder.call('groups.create', { name: 'Kill', language: 'en', clauses })
  const lines = [founder, ...(await Promise.all([1, 2].map(() => Person.connect(server.origin, founder.token))))]

  let made = 0
  const day = (n) => new Date(Date.now() + (n + 2) * 24 * 3600_000).toISOString().slice(0, 10)
  /** Each makes one session; its id stays the same however often it has to be sent. */
  const new_call = () => {
    made += 1
    return {
      id: randomUUID(),
      params: {
        group, starts: `${day(made)}T10:00`, zone: 'Europe/Berlin', minutes: 60, place: '', call_link: '',
      },
    }
  }
  const open = lines.map(() => undefined)
  const acknowledged = new Map()
  let running = true
  const work = async (i) => {
    while (running || open[i]) {
      open[i] ??= new_call()
      try {
        const answer = await lines[i].call('schedule.add_session', open[i].params, open[i].id)
        acknowledged.set(open[i].id, answer.session)
        open[i] = undefined
      } catch (error) {
        if (error instanceof Refusal && error.code !== 'slow_down') throw error
        await back(i)
      }
    }
  }
  const back = async (i) => {
    for (let tries = 0; tries < 400; tries++) {
      try {
        lines[i] = await Person.connect(server.origin, founder.token)
        return
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    }
    throw Error('the server did not come back')
  }
  const workers = lines.map((_, i) => work(i))
  for (let kill = 0; kill < kills; kill++) {
    const until = acknowledged.size + 3 + Math.floor(chance() * 12)
    while (acknowledged.size < until) await new Promise((resolve) => setTimeout(resolve, 5))
    await server.kill('SIGKILL')
    server = await start_server({ data, port })
  }
  running = false
  await Promise.all(workers)

  const reader = await Person.connect(server.origin, founder.token)
  const sessions = []
  for (let from = new Date().toISOString().replace(/\.\d+Z/, 'Z'); ; ) {
    const page = (await reader.call('schedule.list', { group, from, limit: 200 })).sessions
    const fresh = page.filter((session) => !sessions.some((known) => known.session === session.session))
    if (fresh.length === 0) break
    sessions.push(...fresh)
    from = fresh.at(-1).starts_at
  }
  assert.equal(acknowledged.size, made)
  assert.equal(sessions.length, made, `${made} calls, ${sessions.length} sessions`)
  assert.deepEqual(new Set(sessions.map((session) => session.session)), new Set(acknowledged.values()))
  await reader.end()
})
