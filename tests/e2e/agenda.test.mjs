// An evening with two consultations: a format that the group has made its own, the agenda as it is proposed and changed,
// a part that is skipped by mistake, somebody who is away for one case alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { attend } from '../support/live.mjs'
import { clean, heading, press } from '../support/page.mjs'
import { start_test_server } from '../support/test_server.mjs'
import { make_circle } from '../support/writing.mjs'

const names = ['Mirjam Kolb', 'Ben Okafor', 'Dora Lindqvist', 'Kenji Morita', 'Luz Andrade', 'Sana Rahimi']
const team = 'Solution-focused reflecting team'

let server, browser, people, group, session, lead, presenters, member, cases, L, M, P, url
const step = (name, run) => test(name, { timeout: 60_000 }, run)
const run_now = async () => (await people[0].call('consultation.show', { group, session })).run
const bring = async (person, title) => {
  const blur = { setting: 'outpatient', age_band: '30s', place_kind: 'a city', theme: title }
  const note = { title, question: 'What helps?', wanted: 'ideas', blur, text: '', kept: [], attested: true }
  return (await person.call('cases.submit', { group, session, ...note, keep_days: 30 })).case_id
}

before(async () => {
  ;[server, browser] = await Promise.all([start_test_server(), launch()])
  ;({ people, group, session } = await make_circle(server, names))
  const { rules } = await people[0].call('rota.show', { group })
  await people[0].call('rota.set_rules', { group, rules: { ...rules, presenters: 2 } })
  const { duties } = await people[0].call('rota.show', { group })
  const tonight = duties.filter((duty) => duty.session === session).sort((a, b) => a.slot - b.slot)
  const holders = (role) => tonight.filter((duty) => duty.role === role).map((duty) => person_of(duty.account))
  ;[lead] = holders('facilitator')
  presenters = holders('presenter')
  assert.equal(presenters.length, 2)
  member = people.find((person) => person !== lead && !presenters.includes(person))
  cases = [await bring(presenters[0], 'silence'), await bring(presenters[1], 'anger')]
  for (const [i, case_id] of cases.entries())
    for (const person of people)
      if (person !== presenters[i])
        await person.call('cases.answer_conflict', {
          group,
          case_id,
          answer: person === member && i === 0 ? 'maybe' : 'no',
        })
  url = `${server.origin}/g/${group}/session/${session}`
})
const person_of = (account) => people.find((person) => person.account === account)
after(async () => {
  await browser?.close()
  for (const person of people ?? []) person.socket.terminate()
  await server?.end()
})

step('an organiser makes a format the group’s own, and back; members see what differs', async () => {
  const card = `${server.origin}/g/${group}/formats/reflecting_team`
  const O = await attend(browser, card, people[0])
  await press(O, 'Change for our group')
  await press(O, '1 minute less: Preparing')
  await O.getByLabel('What the facilitator could say: Preparing').fill('Who does what tonight?')
  await O.getByText('34 minutes in all').waitFor()
  await clean(O, 'the editor')
  await press(O, 'Save our copy')
  await O.getByText('Who does what tonight?').waitFor()
  const S = await attend(browser, card, people[1], { width: 390 })
  await S.getByText('Changed by the group').waitFor()
  await S.getByText('Who does what tonight?').waitFor()
  assert.equal(await S.getByRole('button', { name: 'Change for our group' }).count(), 0)
  await clean(S, 'the group’s card on a phone')
  await press(O, 'Change for our group')
  await press(O, 'Everything as it came')
  await press(O, 'Save our copy')
  await S.getByText('Changed by the group').waitFor({ state: 'detached' })
  await press(O, 'Change for our group')
  await press(O, '1 minute less: Preparing')
  await press(O, 'Save our copy')
  await S.getByText('Changed by the group').waitFor()
  for (const page of [O, S]) assert.deepEqual(page.errors, [])
  await O.context().close()
  await S.context().close()
})

step('the agenda is proposed whole: two consultations and a break; it can be changed with the keyboard', async () => {
  await server.set('2026-10-13T14:25:00Z')
  for (const person of people) if (person !== lead && person !== member) await person.call('presence.enter', { group, session })
  ;[L, M] = [await attend(browser, url, lead), await attend(browser, url, member, { width: 390 })]
  await L.locator('.here input:checked').nth(5).waitFor()
  const whole = ['Arriving, 5 min', `${team}, 34 min`, 'Break, 5 min', `${team}, 34 min`, 'Closing round, 5 min']
  await L.getByText(whole.join(' · ')).waitFor()
  await L.getByText('83 of 90 minutes').waitFor()
  await press(L, 'Change')
  await clean(L, 'the agenda')
  await press(L, 'A moment of quiet')
  const up = L.getByRole('button', { name: 'Move up: A moment of quiet' })
  await up.focus()
  for (let i = 0; i < 3; ++i) await L.keyboard.press('Enter')
  await L.getByRole('status').filter({ hasText: 'A moment of quiet, now 2 of 6' }).waitFor({ state: 'attached' })
  assert.ok(await up.evaluate((button) => button === document.activeElement), 'the focus goes with it')
  await press(L, 'Consultation')
  await L.getByText('119 of 90 minutes: 29 minutes over your slot.', { exact: false }).waitFor()
  await L.setViewportSize({ width: 390, height: 900 })
  await clean(L, 'the agenda on a phone')
  await L.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  await clean(L, 'the agenda on a phone, with letters twice as large')
  await L.evaluate(() => (document.documentElement.style.fontSize = ''))
  await L.setViewportSize({ width: 1440, height: 900 })
  await L.reload()
  await L.getByText(whole.join(' · ')).waitFor()
})

step('it starts in two taps, with the group’s own minutes', async () => {
  await L.locator('.here input:checked').nth(5).waitFor()
  await press(L, 'Yes, that is all of us')
  await press(L, 'Start session 1')
  for (const page of [L, M]) await heading(page, 'Arriving')
  const { agenda } = await run_now()
  assert.deepEqual(
    agenda.map(({ format, version, minutes, presenter, case_id }) => [format, version, minutes, presenter, case_id]),
    [
      ['arrival', 0, 5, undefined, undefined],
      ['reflecting_team', 3, 34, presenters[0].account, cases[0]],
      ['break', 0, 5, undefined, undefined],
      ['reflecting_team', 3, 34, presenters[1].account, cases[1]],
      ['closing', 0, 5, undefined, undefined],
    ],
  )
})

step('a part that was skipped by mistake comes back as it was; who is away for its case stays away', async () => {
  await press(L, 'Next: Preparing')
  await heading(L, 'Preparing')
  await heading(M, 'You are away for this case')
  await L.getByText('Brought by ', { exact: false }).first().waitFor()
  await clean(L, 'the agenda while it runs')
  const before = await run_now()
  assert.equal(Date.parse(before.deadline) - Date.parse(before.started_at), 4 * 60_000)
  await press(L, 'Skip this part')
  await heading(L, 'Break')
  await press(L, 'Undo this step')
  await heading(L, 'Preparing')
  const back = await run_now()
  assert.deepEqual([back.item, back.phase, back.deadline, back.roles], [1, 0, before.deadline, before.roles])
  await heading(M, 'You are away for this case')
})

step('whoever was away is told when the case is over, and is there for the next one', async () => {
  await press(L, 'Skip this part')
  await heading(M, 'Break')
  await M.getByText('The case is over: you can come back.').waitFor()
  await clean(M, 'the break on a phone')
})

step('who has the lead from somebody and presents lends it to the named deputy for that part', async () => {
  P = await attend(browser, url, presenters[1])
  await heading(P, 'Break')
  await press(L, 'Hand over')
  await L.getByRole('dialog').getByLabel(presenters[1].name).check()
  await L.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click()
  await press(P, 'Hand over')
  await P.getByRole('dialog').getByLabel('Deputy').selectOption({ label: lead.name })
  await P.keyboard.press('Escape')
  await press(P, 'Next: Preparing')
  for (const page of [L, M, P]) await heading(page, 'Preparing')
  await L.getByText('You lead.', { exact: true }).first().waitFor()
  await L.getByRole('button', { name: 'Hand over' }).waitFor()
  assert.equal(await P.getByRole('button', { name: 'Hand over' }).count(), 0)
  await L.getByText(`Brought by ${presenters[1].name}`).waitFor()
  const { run, formats } = await people[0].call('consultation.show', { group, session })
  assert.equal(run.case_id, cases[1])
  assert.deepEqual(formats, [], 'the list tells all')
})

step('a session keeps the version it runs on', async () => {
  const { formats } = await people[0].call('consultation.formats', { group, language: 'en' })
  const { version, code } = formats.find((format) => format.code === 'reflecting_team')
  const phases = [{ code: 'preparing', minutes: 9, script: 'A newer word' }]
  await people[0].call('consultation.set_format', { group, format: code, version, phases })
  await L.reload()
  await heading(L, 'Preparing')
  assert.equal(await L.getByText('A newer word').count(), 0)
  await L.locator('.phases .inner time').first().filter({ hasText: '4 min' }).waitFor()
})

step('and has it back in the next part, where nothing is to be pressed for it', async () => {
  await press(L, 'Skip this part')
  for (const page of [L, M, P]) await heading(page, 'Closing round')
  await P.getByText('You lead.', { exact: true }).first().waitFor()
  await L.getByText(`${presenters[1].name.split(' ')[0]} leads.`, { exact: true }).first().waitFor()
  await P.getByRole('button', { name: 'Hand over' }).waitFor()
  await presenters[1].call('accounts.update', { language: 'de' })
  await P.reload()
  await heading(P, 'Abschlussrunde')
  await clean(P, 'the closing round with the long words of German')
  for (const page of [L, M, P]) assert.deepEqual(page.errors, [])
})
