// What the group thinks up for who presents: ideas in the session, slips that come too early, the gift afterwards.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { attend } from '../support/live.mjs'
import { clean, heading, press } from '../support/page.mjs'
import { start_test_server } from '../support/test_server.mjs'
import { make_circle } from '../support/writing.mjs'

const names = ['Mirjam Kolb', 'Ben Okafor', 'Dora Lindqvist', 'Kenji Morita', 'Luz Andrade']
const too_early = 'Perhaps wait together, and say so.'

let server, browser, people, group, session, lead, presenter, member, other, L, P, M, url, version

const step = (name, run) => test(name, { timeout: 40_000 }, run)
const field = (page) => page.locator('.ideas [data-field=idea]')
const noted = (page) => page.locator('.ideas .noted li p')

async function go_to_phase(title) {
  const { formats } = await lead.call('consultation.formats', { language: 'en' })
  const phases = formats.find(({ code }) => code === 'reflecting_team').phases.map((phase) => phase.title)
  for (;;) {
    const { run } = await lead.call('consultation.show', { group, session })
    version = run.version
    if (phases[run.phase] === title) return heading(L, title)
    await lead.call('consultation.step', { group, session, version, step: 'next' })
  }
}

before(async () => {
  ;[server, browser] = await Promise.all([start_test_server(), launch()])
  ;({ people, group, session, presenter } = await make_circle(server, names))
  const { duties } = await people[0].call('rota.show', { group })
  const held_by = (role) => duties.find((duty) => duty.session === session && duty.role === role)?.account
  lead = people.find(({ account }) => account === held_by('facilitator'))
  ;[member, other] = people.filter((person) => person !== lead && person !== presenter)
  const { case_id } = await presenter.call('cases.submit', {
    group,
    session,
    title: 'When somebody goes silent',
    question: 'How can I stay present?',
    wanted: 'ideas',
    blur: { setting: 'outpatient', age_band: '30s', place_kind: 'a city', theme: 'silence' },
    text: '',
    kept: [],
    attested: true,
    keep_days: 30,
  })
  for (const person of people)
    if (person !== presenter) await person.call('cases.answer_conflict', { group, case_id, answer: 'no' })
  await server.set('2026-10-13T14:30:00Z')
  const present = people.map(({ account }) => account)
  const agenda = [{ format: 'reflecting_team', version: 0, presenter: presenter.account, case_id }]
  await lead.call('consultation.begin', { group, session, present, agenda })
  url = `${server.origin}/g/${group}/session/${session}`
  ;[L, P, M] = await Promise.all([attend(browser, url, lead), attend(browser, url, presenter), attend(browser, url, member)])
})
after(async () => {
  await browser?.close()
  for (const person of people ?? []) person.socket.terminate()
  await server?.end()
})

step('an idea that comes too early waits on the own device', async () => {
  await heading(M, 'Preparing')
  await M.getByText('Ideas come in the phase “Reflecting”', { exact: false }).waitFor()
  await field(M).fill(too_early)
  await press(M, 'Keep for later')
  await M.getByText('Waits for its phase').waitFor()
  await clean(M, 'a slip')
  assert.deepEqual((await other.call('ideas.list', { group, session })).ideas, [], 'nobody else has it')
  await go_to_phase('Presenting')
  await P.getByText('The others note ideas for you.', { exact: false }).waitFor()
  await clean(P, 'the one who presents')
  await M.reload()
  await M.getByText(too_early).waitFor()
})

step('it is offered back when its phase begins, and noted with one tap', async () => {
  await go_to_phase('Affirming')
  await P.getByText('Lean back and listen').waitFor()
  await M.getByText('Waits for its phase').waitFor()
  await go_to_phase('Reflecting')
  await M.getByText('You kept this one. Now is its time.').waitFor()
  await clean(M, 'a slip whose time has come')
  await press(M, `Note it: ${too_early}`)
  await noted(M).filter({ hasText: too_early }).waitFor()
  await M.getByText('You kept this one.').waitFor({ state: 'detached' })
  const { ideas } = await other.call('ideas.list', { group, session })
  assert.deepEqual(
    ideas.map(({ text, mine }) => [text, mine]),
    [[too_early, false]],
  )
})

step('an idea with a number in it is not noted but gone to; changed, it is', async () => {
  await field(M).fill('Ring the ward at +49 30 901820 together.')
  await press(M, 'Note it')
  await M.getByRole('complementary', { name: 'Places that may tell who it is' })
    .getByText('+49 30 901820', { exact: true })
    .waitFor()
  assert.equal(await noted(M).count(), 1)
  await clean(M, 'an idea that is not noted')
  await field(M).fill('Ring the ward together.')
  await press(M, 'Note it')
  await noted(M).filter({ hasText: 'Ring the ward together.' }).waitFor()
  assert.equal(await field(M).inputValue(), '')
})

step('all who consult see it, one takes back what is one’s own, and the silence is kept', async () => {
  await other.call('ideas.note', { group, session, text: 'Ask what the silence would say.', kept: [] })
  await noted(M).filter({ hasText: 'Ask what the silence would say.' }).waitFor()
  await noted(L).nth(2).waitFor()
  assert.equal(await M.getByRole('button', { name: /^Take back/ }).count(), 2, 'only one’s own')
  await press(M, 'Take back: Ring the ward together.')
  await noted(M).filter({ hasText: 'Ring the ward together.' }).waitFor({ state: 'detached' })
  await M.setViewportSize({ width: 390, height: 844 })
  await M.getByRole('tab', { name: 'Ideas' }).click()
  await clean(M, 'ideas on a phone')
  await M.setViewportSize({ width: 1440, height: 900 })
  await P.getByText('Lean back and listen').waitFor()
  assert.equal(await P.getByText('silence would say').count(), 0)
  assert.equal(await P.getByText('deas').count(), 0, 'not even that there are some')
  assert.deepEqual((await presenter.call('ideas.gift', { group, session })).ideas, [])
})

step('who presents gets them when the silence is over; nobody else has them when the session is', async () => {
  await go_to_phase('Closing')
  await heading(P, 'For you: ideas of the others')
  await P.getByText('Ask what the silence would say.').waitFor()
  await clean(P, 'the gift')
  const present = people.map(({ account }) => account)
  await lead.call('consultation.close', { group, session, version, present })
  for (const page of [L, P, M]) await heading(page, 'The session is closed')
  await heading(P, 'For you: ideas of the others')
  await P.getByText('It goes with your case, on', { exact: false }).waitFor()
  await clean(P, 'the gift afterwards')
  for (const page of [L, M]) assert.equal(await page.getByText('silence would say').count(), 0)
})

step('whoever was given them has them gone at once', async () => {
  await press(P, 'Delete now')
  await P.locator('dialog').getByRole('button', { name: 'Delete now' }).click()
  await P.getByText('Ask what the silence would say.').waitFor({ state: 'detached' })
  assert.deepEqual((await presenter.call('ideas.gift', { group, session })).ideas, [])
})

step(
  'a first step is kept for who presented, without a number; two weeks later home asks, and the group has five minutes',
  async () => {
    const line = P.locator('[data-field=step]')
    await line.fill('Ring +49 30 901820 and wait for ten breaths.')
    await press(P, 'Keep my first step')
    await P.getByRole('complementary', { name: 'Places that may tell who it is' })
      .getByText('+49 30 901820', { exact: true })
      .waitFor()
    await line.fill('Wait for ten breaths.')
    await press(P, 'Keep my first step')
    await P.getByText('Only you can read this. Home asks on', { exact: false }).waitFor()
    await clean(P, 'a first step that is kept')
    assert.equal(await M.locator('[data-field=step]').count(), 0)

    await server.set('2026-10-29T08:00:00Z')
    await P.goto(server.origin)
    await P.getByRole('link', { name: /^Answer: How did your first step go/ }).click()
    await P.getByText('Wait for ten breaths.').waitFor()
    await P.setViewportSize({ width: 390, height: 844 })
    await clean(P, 'how it went, on a phone')
    await P.locator('.pick label', { hasText: 'It went well' }).click()
    await P.getByText('I would like five minutes', { exact: false }).click()
    await press(P, 'Answer')
    await P.waitForURL((to) => to.pathname === '/')
    await P.getByRole('heading', { name: 'How did your first step go?' }).waitFor({ state: 'detached' })
    assert.deepEqual(await presenter.call('ideas.step', { group, session }), { may_set: false })

    const { sessions, duties } = await lead.call('rota.show', { group })
    const next = sessions.find(({ starts_at }) => starts_at > '2026-10-29')
    const leads = duties.find((duty) => duty.session === next.session && duty.role === 'facilitator')
    await server.set(next.starts_at)
    const start = `${server.origin}/g/${group}/session/${next.session}`
    await P.getByRole('link', { name: 'Enter session' }).click()
    const page = await attend(
      browser,
      start,
      people.find(({ account }) => account === leads.account),
    )
    await page.getByText('five minutes: how did the first step go', { exact: false }).waitFor()
    await page.getByText('Echo, 5 min', { exact: false }).waitFor()
    await clean(page, 'a start with an echo')
  },
)

step('no page has had an error', () => {
  for (const page of [L, P, M]) assert.deepEqual(page.errors, [])
})
