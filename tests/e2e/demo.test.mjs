// What `deploy/run --demo` makes: a group with a past that the shipped binary serves, and a link for each of its six.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { free_port, start_server } from '../support/server.mjs'
import { Person, post, secret_of } from '../support/test_server.mjs'

test('the demo has a dozen sessions behind it and one tonight, and its links sign each of the six in', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'covision-demo-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'data')
  const port = await free_port()
  const fill = fileURLToPath(new URL('../demo/fill.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [fill, '--data', data, '--origin', `http://localhost:${port}`])
  const links = stdout.match(/http:\S+/g)
  assert.equal(links.length, 6)

  const server = await start_server({ data, port })
  context.after(() => server.end())
  for (const link of links) {
    const { status, body, token } = await post(server.origin, 'use_link', { token: secret_of(link) })
    assert.equal(status, 200, JSON.stringify(body))
    const person = await Person.connect(server.origin, token, body.account.account)
    const home = await person.call('home.show')
    const [{ group, session }] = home.next
    assert.equal(session.number, 13)
    const { sessions } = await person.call('schedule.list', { group, from: `${new Date().getUTCFullYear() - 1}-01-01T00:00:00Z` })
    assert.equal(sessions.filter(({ state }) => state === 'held').length, 12)
    const { series } = await person.call('schedule.series', { group })
    assert.equal(series[0].breaks.length, 1)
    const { polls } = await person.call('schedule.polls', { group })
    assert.deepEqual(polls.map(({ state, options }) => [state, options.length]), [['open', 3]])
    await person.end()
  }
})
