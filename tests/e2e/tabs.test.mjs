// One browser is one person, however many tabs it has and whoever signs in next.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { heading, open_page, press } from '../support/page.mjs'
import { release } from '../support/server.mjs'
import { enter, start_test_server } from '../support/test_server.mjs'

let server, browser, page
const people = [{ name: 'Mirjam Kolb', email: 'mirjam@example.org' }, { name: 'Ben Okafor', email: 'ben@example.org' }]

before(async () => {
  ;[server, browser] = await Promise.all([start_test_server(), launch()])
  const first = await enter(server.origin, server.first_link, people[0])
  const { clauses } = await first.call('groups.template', { language: 'en' })
  const { group } = await first.call('groups.create', { name: 'Circle', language: 'en', clauses })
  const { token } = await first.call('groups.invite', { group })
  const second = await enter(server.origin, `x#${token}`, people[1])
  for (const person of [first, second]) await person.end()
  page = await open_page(browser)
})
after(async () => {
  await browser?.close()
  await server?.end()
})

async function sign_in(tab, { name, email }) {
  const options = ['admin', 'sign-in-link', '--data', server.data, '--email', email, '--origin', server.origin]
  await tab.goto(execFileSync(release, options, { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim())
  await press(tab, `Sign in as ${name}`)
}
const is_home_of = (tab, { name }) => heading(tab, `Next for you, ${name.split(' ')[0]}`)

test('who signs in takes the place of whoever was there, in all tabs', { timeout: 60_000 }, async () => {
  await sign_in(page, people[0])
  await is_home_of(page, people[0])
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'a reader begins at the title')
  await sign_in(page, people[1])
  await is_home_of(page, people[1])

  const other = await page.context().newPage()
  await sign_in(other, people[0])
  await is_home_of(other, people[0])
  await is_home_of(page, people[0])
  await page.reload()
  await is_home_of(page, people[0])
  await page.goto(`${server.origin}/sign-in`)
  await is_home_of(page, people[0])

  await other.goto(`${server.origin}/account`)
  await other.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  for (const tab of [other, page]) await heading(tab, 'Welcome back')
  assert.deepEqual(page.errors, [])
})
