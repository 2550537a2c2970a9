// One session in three browsers that are in step (who leads, who presents, a member) and three people on sockets, with
// the clock moved by hand: from the first arrival to the evaluation.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { attend, cut, mend, stand_together, wake } from '../support/live.mjs'
import { clean, heading, press } from '../support/page.mjs'
import { start_test_server } from '../support/test_server.mjs'
import { make_circle, selects } from '../support/writing.mjs'

const names = ['Mirjam Kolb', 'Ben Okafor', 'Dora Lindqvist', 'Kenji Morita', 'Luz Andrade', 'Sana Rahimi']
const first_name = ({ name }) => name.split(' ')[0]
const case_text = 'I have been seeing Client A for eight months. Since early summer most hours begin in silence.'

let server, browser, people, group, session, case_id, lead, presenter, member, L, P, M, url

/** The first test of all that could not go on names the cause; those behind it would only repeat it. */
const step = (name, run) => test(name, { timeout: 60_000 }, run)

/** Hands a case in; all but `member` have said that they do not know the person. */
async function bring_a_case() {
  const { duties } = await people[0].call('rota.show', { group })
  const leads = duties.find((duty) => duty.session === session && duty.role === 'facilitator')
  lead = people.find((person) => person.account === leads.account)
  member = people.find((person) => person !== lead && person !== presenter)
  ;({ case_id } = await presenter.call('cases.submit', {
    group,
    session,
    title: 'When somebody goes silent',
    question: 'How can I stay present without filling the silence?',
    wanted: 'reflection',
    blur: { setting: 'outpatient', age_band: '30s', place_kind: 'a city', theme: 'silence' },
    text: case_text,
    kept: [],
    attested: true,
    keep_days: 30,
  }))
  for (const person of people)
    if (person !== presenter && person !== member)
      await person.call('cases.answer_conflict', { group, case_id, answer: 'no' })
}

const time_reads = (page, text) => page.locator('[role=timer]').filter({ hasText: text }).waitFor()

async function in_the_same_second(...pages) {
  await stand_together(people[0], group, session, pages)
}

before(async () => {
  ;[server, browser] = await Promise.all([start_test_server(), launch()])
  ;({ people, group, session, presenter } = await make_circle(server, names))
  await bring_a_case()
  await people[0].call('groups.set_contacts', { group, contacts: 'Crisis line: 0800 111' })
  await server.set('2026-10-13T14:25:00Z')
  url = `${server.origin}/g/${group}/session/${session}`
  for (const person of people)
    if (![lead, presenter, member].includes(person)) await person.call('presence.enter', { group, session })
  ;[L, P, M] = await Promise.all([
    attend(browser, url, lead),
    attend(browser, url, presenter),
    attend(browser, url, member, { width: 390 }),
  ])
})
after(async () => {
  await browser?.close()
  for (const person of people ?? []) person.socket.terminate()
  await server?.end()
})

step('whoever leads rehearses it alone: the same buttons, an invented group, nothing kept', async () => {
  await L.getByRole('link', { name: 'Rehearse it alone in two minutes' }).click()
  await clean(L, 'before the rehearsal')
  await press(L, 'Begin the rehearsal')
  await heading(L, 'Arriving')
  await L.getByText('Alma Winter').first().waitFor()
  await clean(L, 'the rehearsal')
  await L.getByText('A rehearsal keeps nothing', { exact: false }).waitFor()
  assert.equal(await L.getByText('for 14 days', { exact: false }).count(), 0)
  for (const next of ['Preparing', 'Presenting', 'Clarifying']) {
    await press(L, `Next: ${next}`)
    await heading(L, next)
  }
  await L.locator('.queue li').first().waitFor()
  await press(L, 'Next: Affirming')
  await heading(L, 'Alma has asked to stop')
  await press(L, 'Go on')
  await press(L, 'Skip this part')
  await heading(L, 'Closing round')
  await press(L, 'Close session')
  await L.locator('dialog').getByRole('button', { name: 'Close session' }).click()
  await heading(L, 'That was a whole session')
  assert.equal((await lead.call('consultation.show', { group, session, language: 'en' })).run, undefined)
  await L.getByRole('link', { name: 'Back to the session' }).first().click()
  // Its clock has gone on for the length of a rehearsal; the test's stands still.
  await wake(L)
})

step('whoever leads starts it in two taps; the others see who is here', async () => {
  await heading(M, `${first_name(lead)} leads today`)
  await M.getByText('6 of 6 here').waitFor()
  await heading(L, 'Today you lead for the first time')
  await L.locator('.here input:checked').nth(5).waitFor()
  await clean(L, 'start')
  await clean(M, 'waiting')
  const schedule = await L.context().newPage()
  await schedule.goto(`${server.origin}/g/${group}/schedule`)
  const my_turn = schedule.getByRole('row', { name: /Tue 13 Oct/ }).getByRole('button', { name: /^(Swap|Pass)/ })
  await my_turn.nth(1).waitFor()
  await press(L, 'Yes, that is all of us')
  await press(L, 'Start session 1')
  for (const page of [L, P, M]) await heading(page, 'Arriving')
  await L.getByText('Is recording off in our call', { exact: false }).waitFor()
  await clean(L, 'arriving')
  const { run } = await lead.call('consultation.show', { group, session })
  assert.deepEqual(
    run.agenda.map((item) => item.format),
    ['arrival', 'reflecting_team', 'closing'],
  )
  assert.equal(run.agenda[1].case_id, case_id)
  assert.equal(run.case_id, undefined, 'it opens when its part begins')
  // Five minutes early, and from now on its turns are those that are.
  await my_turn.first().waitFor({ state: 'detached' })
  await schedule.close()
  await press(L, 'Next: Preparing')
  for (const page of [L, P]) await heading(page, 'Preparing')
  const begun = await lead.call('consultation.show', { group, session })
  assert.equal(begun.run.case_id, case_id)
  assert.deepEqual(
    begun.run.roles.slice(0, 2).map(({ role, account }) => [role, account]),
    [
      ['facilitator', lead.account],
      ['presenter', presenter.account],
    ],
  )
})

step('who has not said whether they know the person is asked first', async () => {
  await heading(M, 'Might you know the person?')
  await M.getByText('outpatient').waitFor()
  await clean(M, 'the private question')
  await M.locator('.pick label', { hasText: /^No$/ }).click()
  await press(M, 'Answer')
  await heading(M, 'Preparing')
})

step('next and undo reach all; only whoever leads has controls', async () => {
  await L.getByText('You could say', { exact: false }).waitFor()
  assert.equal(await M.getByRole('button', { name: 'Pause' }).count(), 0)
  assert.equal(await M.getByText('You could say', { exact: false }).count(), 0)
  await press(L, 'Next: Presenting')
  for (const page of [L, P, M]) await heading(page, 'Presenting')
  await M.getByRole('status').filter({ hasText: 'Phase 2 of 6: Presenting, 5 minutes.' }).waitFor({ state: 'attached' })
  await wake(L) // its clock has gone on, the test's stands still: here the ten seconds would be over
  await press(L, 'Undo this step')
  for (const page of [L, P, M]) await heading(page, 'Preparing')
  await press(L, 'Next: Presenting')
  await heading(M, 'Presenting')
  await server.advance(11)
  await wake(L)
  await L.getByRole('button', { name: 'Undo this step' }).waitFor({ state: 'detached' })
})

step('three browsers stand in the same second, and minutes can be added', async () => {
  await press(L, 'Add 1 minute')
  await time_reads(M, /^5:/)
  await press(L, 'Take 1 minute away')
  await time_reads(M, /^4:/)
  await in_the_same_second(L, P, M)
})

step('the case opens when somebody wants it, and not before; a phone has tabs with arrow keys', async () => {
  assert.equal(await M.getByText('Client A').count(), 0)
  await press(M, 'Open the case')
  await M.getByText(case_text).waitFor()
  await clean(M, 'the session on a phone')
  await M.getByRole('tab', { name: 'Case' }).focus()
  await M.keyboard.press('ArrowRight')
  await heading(M, 'In the circle')
  await M.getByText('6 of 6 here').waitFor()
  await clean(M, 'the people on a phone')
  await M.keyboard.press('ArrowRight')
  await M.getByLabel('My notes').last().fill('Ask about waiting together')
  await clean(L, 'the session')
})

step('whoever wants it hears a soft chime when a minute is left', async () => {
  const table = await L.context().newPage()
  await table.goto(`${url}/table`)
  for (const page of [M, table]) await page.getByText('Soft chime at one minute and at zero').click()
  const { run } = await people[0].call('consultation.show', { group, session })
  const { at } = await people[0].call('time.now')
  await server.advance(Math.floor((Date.parse(run.deadline) - Date.parse(at)) / 1000) - 62)
  await wake(M, L, table)
  for (const page of [M, table]) await page.waitForFunction(() => globalThis.buzzes.length === 1)
  assert.deepEqual(await L.evaluate(() => globalThis.buzzes), [], 'only where it was chosen')
  assert.equal(await M.evaluate(() => globalThis.kept_awake), 1, 'the screen stays awake')
  await table.getByText('Soft chime at one minute and at zero').click()
  await table.close()
})

step('at zero nothing ends: time is up, and five minutes make it count down again', async () => {
  await server.advance(130)
  await wake(L, P, M)
  for (const page of [L, P, M]) await time_reads(page, 'time is up')
  await L.getByText('and 1:', { exact: false }).waitFor()
  await heading(M, 'Presenting')
  await clean(L, 'time is up')
  await press(L, 'Add 5 minutes')
  for (const page of [L, P, M]) await time_reads(page, /^4:5/)
})

step('while the others speak the presenter has a calm screen; Please stop rests it all without a reason', async () => {
  await press(L, 'Next: Clarifying')
  await heading(L, 'Clarifying')
  await press(L, 'Next: Affirming')
  await P.getByText('Lean back and listen').waitFor()
  await P.getByLabel('My notes').fill('That they see my patience')
  assert.equal(await P.getByRole('button').count(), 2, 'Please stop, and: somebody may be in danger')
  await clean(P, 'the silent screen')
  await P.reload()
  await P.getByText('Lean back and listen').waitFor()
  await P.waitForFunction(() => document.querySelector('#pad').value === 'That they see my patience')
  await press(P, 'Please stop')
  await P.getByText('You have stopped').waitFor()
  for (const page of [L, M]) await heading(page, `${first_name(presenter)} has asked to stop`)
  assert.equal(await M.getByRole('button', { name: 'Go on' }).count(), 0)
  await clean(L, 'stopped')
  await press(L, 'Go on')
  for (const page of [L, M]) await heading(page, 'Affirming')
  await P.getByText('Lean back and listen').waitFor()
})

step('a browser that lost its line comes back by itself, into the same second', async () => {
  await cut(M)
  await L.getByText('Coming back…').waitFor()
  await press(L, 'Next: Reflecting')
  await heading(L, 'Reflecting')
  await heading(M, 'Affirming')
  await mend(M)
  await heading(M, 'Reflecting')
  await L.getByText('6 of 6 here').waitFor()
  await in_the_same_second(L, M)
  await M.reload()
  await heading(M, 'Reflecting')
})

step('whoever leads vanishes: all see it, after a minute the deputy leads, and who returns is offered it back', async () => {
  await press(L, 'Hand over')
  await L.getByLabel('Deputy').selectOption(member.name)
  await clean(L, 'handing over')
  await L.keyboard.press('Escape')
  await M.getByRole('tab', { name: 'People' }).click()
  await M.getByText('You, deputy').waitFor()
  await cut(L)
  await M.getByText('Coming back…').waitFor()
  await server.advance(21)
  const gone = `${first_name(lead)} leads and is not here at the moment.`
  await M.getByText(`${gone} You may take over after a minute.`).waitFor()
  assert.equal(await M.getByRole('button', { name: 'I lead for now' }).count(), 0)
  await server.advance(40)
  await wake(M)
  await M.getByRole('button', { name: 'I lead for now' }).waitFor()
  await clean(M, 'taking over on a phone')
  await press(M, 'I lead for now')
  await M.getByRole('button', { name: 'Pause' }).waitFor()
  assert.equal(await P.getByRole('button', { name: 'I lead for now' }).count(), 0)
  await mend(L)
  await L.getByText(`While you were gone ${first_name(member)} took over.`).waitFor()
  assert.equal(await L.getByRole('button', { name: 'Pause' }).count(), 0)
  await clean(L, 'back again')
  await press(L, 'Lead again')
  await L.getByRole('button', { name: 'Pause' }).waitFor()
  await M.getByRole('button', { name: 'Pause' }).waitFor({ state: 'detached' })
})

step('danger: everything rests, plain words and the group’s own contacts', async () => {
  await M.getByRole('button', { name: 'Somebody may be in danger' }).click()
  await M.getByText('a peer group is not enough', { exact: false }).waitFor()
  await M.getByText('Crisis line: 0800 111').waitFor()
  await clean(M, 'danger')
  await L.getByText('Anybody may pause', { exact: false }).waitFor()
  await M.keyboard.press('Escape')
  await press(L, 'Go on')
  await L.getByRole('button', { name: 'Pause' }).waitFor()
})

step('whoever leads closes it and says who was there', async () => {
  await press(L, 'Next: Closing')
  await heading(P, 'Closing')
  await press(L, 'Next: Closing round')
  for (const page of [L, P, M]) await heading(page, 'Closing round')
  await press(L, 'Close session')
  await L.locator('dialog .here input:checked').nth(5).waitFor()
  await clean(L, 'closing')
  await L.locator('dialog').getByRole('button', { name: 'Close session' }).click()
  for (const page of [L, P, M]) await heading(page, 'The session is closed')
  await M.waitForFunction(() => globalThis.kept_awake === 0)
  await P.waitForFunction(() => [...document.querySelectorAll('textarea')].some((each) => each.value === 'That they see my patience'))
  await clean(P, 'afterwards')
})

step('each rates; a line with a number in it is not sent but gone to, and stays', async () => {
  const score = (page, question, mark) =>
    page.getByRole('group', { name: question }).locator('label', { hasText: new RegExp(`^${mark}$`) }).click()
  await M.getByRole('link', { name: 'Rate it' }).click()
  await score(M, 'Today was useful for my work.', 8)
  await score(M, 'I could speak and be heard.', 9)
  await M.getByText('Three more, if you like').click()
  await score(M, 'Time was shared fairly.', 5)
  await clean(M, 'the rating')
  const line = 'Call me at +49 30 901820'
  await M.getByLabel('One thing to keep').fill(line)
  await press(M, 'Send my rating')
  await M.getByRole('complementary', { name: 'Places that may tell who it is' }).getByText('+49 30 901820', { exact: true }).waitFor()
  await selects(M, '+49 30 901820')
  assert.equal(await M.getByLabel('One thing to keep').inputValue(), line)
  await clean(M, 'a line that is not sent')
  await M.getByLabel('One thing to keep').fill('The calm pace')
  await press(M, 'Send my rating')
  await M.waitForURL((to) => to.pathname === '/')

  await M.goto(`${url}/evaluation`)
  await M.getByText('the rating is still open', { exact: false }).waitFor()
  await M.getByRole('link', { name: 'Change that' }).waitFor()

  await P.getByRole('link', { name: 'Rate it' }).click()
  await press(P, 'I pass this time')
  await P.waitForURL((to) => to.pathname === '/')
  await L.getByRole('link', { name: 'Rate it' }).click()
  await score(L, 'Today was useful for my work.', 7)
  await press(L, 'Send my rating')
  await L.waitForURL((to) => to.pathname === '/')
})

step('when all have rated or passed, the evaluation shows by itself, and stands in the plot and the table', async () => {
  const scores = ['useful', 'heard', 'safe'].map((item) => ({ item, score: 7 }))
  for (const person of people)
    if (![lead, presenter, member].includes(person))
      await person.call('evaluation.rate', { group, session, scores, keep: '', change: 'A break' })
  await M.getByText('The calm pace').waitFor()
  const useful = M.locator('.show li', { hasText: 'Useful for my work' })
  assert.match(await useful.innerText(), /7\.0\s+close/)
  assert.equal(await M.locator('.show li', { hasText: 'Time shared fairly' }).count(), 0, 'one answer is none')
  await clean(M, 'the evaluation')
  await L.goto(`${server.origin}/g/${group}/evaluation`)
  await L.locator('.plot .spot').first().waitFor()
  await L.getByRole('cell', { name: '7.0 close' }).first().waitFor()
  await clean(L, 'over time')
})

step('no page has had an error', () => {
  for (const page of [L, P, M]) assert.deepEqual(page.errors, [])
})
