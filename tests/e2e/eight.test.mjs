// A full session in eight browsers: who leads (on two devices, and vanishes), who presents (and loses the line while
// silent), one whose clock is seven minutes wrong, one whose line takes 200 ms each way, one who reloads, a server that
// is killed in the middle.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { attend, cut, mend, slow_line, stand_together, wake } from '../support/live.mjs'
import { clean, heading, press } from '../support/page.mjs'
import { Person, start_test_server } from '../support/test_server.mjs'
import { make_circle } from '../support/writing.mjs'

const names = ['Mirjam Kolb', 'Ben Okafor', 'Dora Lindqvist', 'Kenji Morita', 'Luz Andrade', 'Sana Rahimi', 'Tom Aalto']
const first_name = ({ name }) => name.split(' ')[0]
const minutes = 60_000

let server, browser, people, group, session, lead, presenter, url
/** By account; `second` is the other device of who leads. */
const pages = new Map()
let second
/** Asks the server without being in the room. */
let viewer

const step = (name, run) => test(name, { timeout: 60_000 }, run)
const page = (person) => pages.get(person.account)
const all = () => [...pages.values(), second].filter(Boolean)
const each = (work) => Promise.all(all().map(work))
const run_now = async () => (await viewer.call('consultation.show', { group, session })).run
const team = () => people.filter((person) => person !== lead && person !== presenter)
/** Moves on until all who do not present stand in the phase of this name. */
const go_on = async (title) => {
  await press(page(lead), `Next: ${title}`)
  await Promise.all(
    all()
      .filter((one) => one !== page(presenter))
      .map((one) => heading(one, title)),
  )
}

before(async () => {
  ;[server, browser] = await Promise.all([start_test_server(), launch()])
  ;({ people, group, session, presenter } = await make_circle(server, names))
  viewer = people[0]
  const { duties } = await viewer.call('rota.show', { group })
  const leads = duties.find((duty) => duty.session === session && duty.role === 'facilitator')
  lead = people.find((person) => person.account === leads.account)
  await server.set('2026-10-13T14:28:00Z')
  url = `${server.origin}/g/${group}/session/${session}`
  const wrong = team()[0]
  for (const person of people)
    pages.set(person.account, await attend(browser, url, person, { wrong_by: person === wrong ? 7 * minutes : 0 }))
  second = await attend(browser, url, lead, { width: 390 })
})
after(async () => {
  await browser?.close()
  for (const person of people ?? []) person.socket.terminate()
  await server?.end()
})

step('seven come, the eighth browser is a second device: one presence, and the start takes two taps', async () => {
  await page(lead).locator('.here input:checked').nth(6).waitFor()
  await page(team()[0]).getByText('7 of 7 here').waitFor()
  await press(page(lead), 'Yes, that is all of us')
  await press(page(lead), 'Start session 1')
  await each((one) => heading(one, 'Arriving'))
  await go_on('Preparing')
})

step('a free phase has a queue when whoever leads wants one', async () => {
  const [a, b, c] = team()
  assert.equal(await page(a).getByRole('button', { name: 'Ask for the floor' }).count(), 0)
  await press(page(lead), 'Use a queue')
  for (const one of [a, b, c]) {
    await press(page(one), 'Ask for the floor')
    await page(one).getByRole('button', { name: 'Ask for the floor' }).waitFor({ state: 'detached' })
  }
  await clean(page(lead), 'the queue')
  await clean(second, 'the queue on a phone')
  await press(page(b), 'Leave the queue')
  await page(b).getByText('1 waiting').waitFor()
  await press(page(a), `Hand on to ${first_name(c)}`)
  await page(lead).locator('.speaker').getByText(c.name).waitFor()
  await press(page(lead), 'No queue')
  await page(b).locator('.speaker').getByText('Everybody').waitFor()
})

step('around one table: a second screen for all, without script, notes or case; who leads asks for others', async () => {
  const own = second.url()
  await second.setViewportSize({ width: 1440, height: 900 })
  await second.getByRole('link', { name: 'Around one table' }).click()
  await second.locator('main.table').waitFor()
  assert.equal(await second.getByText('You could say', { exact: false }).count(), 0)
  assert.equal(await second.locator('textarea, .case').count(), 0)
  await press(second, 'Use a queue')
  const [a, b] = team()
  await press(second, `${first_name(a)} would like to speak`)
  await press(second, `${first_name(b)} would like to speak`)
  await page(b).locator('.queue .you').waitFor()
  await clean(second, 'around one table')
  await press(second, 'No queue')
  await second.getByText('1 waiting').waitFor({ state: 'detached' })
  await press(second, `${first_name(b)} is not here`)
  await second.getByText('6 of 7 here').waitFor()
  await second.setViewportSize({ width: 390, height: 900 })
  await clean(second, 'around one table, on a phone')
  await second.getByRole('link', { name: 'Back to my own view' }).click()
  await second.waitForURL(own)
})

step('both devices of who leads press next at once: it is done once', async () => {
  const before = await run_now()
  // As fingers do: a click that waited for its button would come after the news, on what it has become.
  const press_now = () => [...document.querySelectorAll('button')].find((each) => each.textContent.startsWith('Next: Presenting'))?.click()
  await Promise.all([page(lead), second].map((one) => one.evaluate(press_now)))
  await each((one) => heading(one, 'Presenting'))
  const after = await run_now()
  assert.deepEqual([after.version, after.phase], [before.version + 1, before.phase + 1])
})

step('eight browsers count to the same deadline, with a clock seven minutes wrong and a line of 200 ms each way', async () => {
  await wake(...all())
  await stand_together(viewer, group, session, all())
})

step('a round goes round the five who consult: handed on, passed, moved up, each heard once', async () => {
  await go_on('Clarifying')
  const late = team()[1]
  assert.equal((await run_now()).turns.waiting.length, 3)
  await press(page(lead), `${first_name(late)} is here too`)
  await page(late).locator('.queue .you').getByText('4').waitFor()
  assert.equal((await run_now()).turns.waiting.at(-1), late.account)
  const heard = []
  for (let i = 0; i < 5; ++i) {
    const { speaker, waiting } = (await run_now()).turns
    const one = page({ account: speaker })
    await one.locator('#main').getByText('It is your turn.', { exact: true }).waitFor()
    if (i === 1) {
      const last = people.find(({ account }) => account === waiting.at(-1))
      await press(page(lead), `Move ${last.name} up`)
      await one.locator('.queue li', { hasText: last.name }).getByText('2').waitFor()
    }
    await press(
      one,
      i === 2
        ? 'I pass'
        : waiting.length
          ? `Hand on to ${first_name(people.find(({ account }) => account === waiting[0]))}`
          : 'I have finished',
    )
    heard.push(speaker)
    await one.locator('#main').getByText('It is your turn.', { exact: true }).waitFor({ state: 'detached' })
  }
  assert.deepEqual(new Set(heard), new Set(team().map(({ account }) => account)))
  await page(team()[0]).getByText('Everybody has had a turn').waitFor()
})

step('the presenter loses the line in the silent phase and comes back into the same silence and second', async () => {
  await go_on('Affirming')
  const P = page(presenter)
  await P.getByText('Lean back and listen').waitFor()
  await cut(P)
  await page(team()[0]).getByText('Coming back…').waitFor()
  await go_on('Reflecting')
  await mend(P)
  await page(team()[0]).getByText('7 of 7 here').waitFor()
  await P.getByRole('heading', { name: /Reflecting/ }).waitFor({ state: 'attached' })
  await P.getByText('Lean back and listen').waitFor()
  await stand_together(viewer, group, session, [P, page(team()[0])])
})

step('one who reloads is back in the phase, with the round as it stands', async () => {
  const one = page(team()[1])
  await one.reload()
  await heading(one, 'Reflecting')
  await one.getByText('4 waiting').waitFor()
})

step('the server is killed in the middle of the phase: five seconds after its return all are in step', async () => {
  const { data, port } = server
  const before = await run_now()
  const { at } = await viewer.call('time.now')
  await server.kill()
  server = await start_test_server({ data, port, now: at })
  viewer = await Person.connect(server.origin, viewer.token, viewer.account)
  const heard = all().filter((one) => one !== page(presenter))
  await Promise.all(heard.map((one) => one.getByText('7 of 7 here').waitFor({ state: 'attached', timeout: 5000 })))
  const back = await run_now()
  assert.deepEqual([back.version, back.deadline, back.turns], [before.version, before.deadline, before.turns])
  await stand_together(viewer, group, session, all())
})

step('whoever leads vanishes with both devices; a minute later the deputy leads, and it is offered back', async () => {
  const run = await run_now()
  const deputy = pages.get(run.deputy)
  await cut(page(lead))
  await deputy.getByText('7 of 7 here').waitFor()
  await cut(second)
  await deputy.getByText('Coming back…').waitFor()
  await server.advance(61)
  await wake(deputy)
  await press(deputy, 'I lead for now')
  await press(deputy, 'Next: Closing')
  await heading(deputy, 'Closing')
  await Promise.all([page(lead), second].map(mend))
  await press(page(lead), 'Lead again')
  await deputy.getByRole('button', { name: 'Pause' }).waitFor({ state: 'detached' })
})

step('it is closed for all eight, and no page has had an error', async () => {
  await each((one) => heading(one, 'Closing'))
  await press(page(lead), 'Close session')
  await page(lead).locator('dialog .here input:checked').nth(6).waitFor()
  await page(lead).locator('dialog').getByRole('button', { name: 'Close session' }).click()
  await each((one) => heading(one, 'The session is closed'))
  for (const one of all()) assert.deepEqual(one.errors, [])
})
