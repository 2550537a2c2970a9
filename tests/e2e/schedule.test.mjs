// From a question for a time to a series that is moved, changed and cancelled, by two people in two zones between which
// the clocks change twice: on 25 October in Berlin, a week later in New York.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { clean, follow, heading, open_page, press } from '../support/page.mjs'
import { enter, start_test_server } from '../support/test_server.mjs'

const now = '2026-10-08T08:00:00Z'
const cast = [
  { name: 'Mirjam Kolb', zone: 'Europe/Berlin' },
  { name: 'Sana Rahimi', zone: 'America/New_York' },
  { name: 'Ben Okafor', zone: 'Europe/Berlin' },
  { name: 'Dora Lindqvist', zone: 'Europe/Berlin', language: 'de' },
]
const email_of = ({ name }) => `${name.split(' ')[0].toLowerCase()}@example.org`
let server, browser, mirjam, sana, dora, ben, group, schedule

/** Those behind a step that could not go on end at once instead of repeating its failure. */
let broken
const step = (name, run) =>
  test(name, { timeout: 120_000 }, async () => {
    assert.ok(!broken, `stopped at: ${broken}`)
    broken = name
    await run()
    broken = undefined
  })

async function open_as(person, options) {
  const page = await open_page(browser, { timezoneId: person.zone, locale: person.language ?? 'en-GB', ...options })
  await page.context().clock.install({ time: now })
  await page.goto(`${server.origin}/sign-in`)
  await page.locator('input[type=email]').fill(email_of(person))
  await page.locator('input[autocomplete=current-password]').fill('a calm long phrase')
  await page.locator('button[type=submit]').click()
  await page.waitForURL((to) => to.pathname === '/')
  return page
}

before(async () => {
  ;[server, browser] = await Promise.all([start_test_server({ now }), launch()])
  const people = [await enter(server.origin, server.first_link, { ...cast[0], email: email_of(cast[0]) })]
  const { clauses } = await people[0].call('groups.template', { language: 'en' })
  ;({ group } = await people[0].call('groups.create', { name: 'Tuesday circle', language: 'en', clauses }))
  for (const person of cast.slice(1)) {
    const { token } = await people[0].call('groups.invite', { group })
    people.push(await enter(server.origin, `x#${token}`, { ...person, email: email_of(person) }))
  }
  for (const person of people) await person.call('groups.sign', { group, version: 1 })
  ben = people[2]
  for (const person of people) if (person !== ben) await person.end()
  schedule = `${server.origin}/g/${group}/schedule`
  mirjam = await open_as(cast[0])
  sana = await open_as(cast[1], { width: 390 })
  dora = await open_as(cast[3], { width: 390 })
})
after(async () => {
  await ben?.end()
  await browser?.close()
  await server?.end()
})

/** The agenda's line of a day: "Tue 27 Oct". */
const line = (page, day) => page.locator('.agenda > li').filter({ has: page.getByRole('heading', { name: day }) })
const part = (page, name) => page.getByRole('group', { name, exact: true })
const option = (page, legend, text) => page.getByRole('group', { name: legend }).locator('label', { hasText: text })
/** Presses a button as somebody without a mouse does. */
async function key_press(page, name) {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

/** As narrow as a small phone, and with letters twice as large: nothing is wider than the window. */
async function fits(page, where) {
  const { width } = page.viewportSize()
  for (const [size, letters] of [[320, ''], [320, '200%'], [640, '200%']]) {
    await page.setViewportSize({ width: size, height: 900 })
    await page.evaluate((letters) => (document.documentElement.style.fontSize = letters), letters)
    const wider = await page.evaluate(() =>
      document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
        .filter((each) => each.getBoundingClientRect().right > innerWidth)
        .map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 20)}`),
    )
    assert.deepEqual(wider, [], `${where} is wider than ${size} px, letters ${letters}`)
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  await page.setViewportSize({ width, height: 900 })
}

step('a question for a time is asked without a mouse', async () => {
  await mirjam.goto(schedule)
  await heading(mirjam, 'No sessions are planned yet')
  await clean(mirjam, 'nothing planned')
  await mirjam.getByRole('link', { name: 'Find a time' }).focus()
  await mirjam.keyboard.press('Enter')
  await heading(mirjam, 'Find a time')
  await mirjam.getByLabel('What is it for?').focus()
  await mirjam.keyboard.type('Autumn')
  await key_press(mirjam, 'Ask the group')
  await mirjam.getByText('Please suggest at least two dates.').or(mirjam.getByText('Each date needs')).first().waitFor()
  assert.equal(await mirjam.evaluate(() => document.activeElement.type), 'date', 'the focus is where something is missing')
  await mirjam.keyboard.press('Control+A')
  await part(mirjam, 'Date 1').getByLabel('Day').fill('2026-10-20')
  await part(mirjam, 'Date 1').getByLabel('Begins at').fill('17:30')
  await key_press(mirjam, 'Add a date')
  await part(mirjam, 'Date 2').waitFor()
  assert.equal(await part(mirjam, 'Date 2').getByLabel('Day').inputValue(), '2026-10-21', 'the day after, to begin with')
  await part(mirjam, 'Date 2').getByLabel('Day').fill('2026-10-29')
  await key_press(mirjam, 'Add a date')
  await part(mirjam, 'Date 3').getByLabel('Day').fill('2026-10-30')
  await key_press(mirjam, 'Remove date 3')
  await clean(mirjam, 'a new question')
  await fits(mirjam, 'a new question')
  await key_press(mirjam, 'Ask the group about 2 dates')
  await heading(mirjam, 'Autumn')
})

step('home shows the task; each answers in the own zone, and sees the sums in words', async () => {
  await sana.goto(server.origin)
  await sana.locator('li', { hasText: 'When does it suit you?' }).getByRole('link', { name: 'Answer' }).click()
  await heading(sana, 'Autumn')
  // Before Berlin's clocks go back there are six hours between, in the week after only five.
  await sana.getByRole('rowheader', { name: /Tue 20 Oct 11:30 17:30 in Berlin/ }).waitFor()
  await sana.getByRole('rowheader', { name: /Thu 29 Oct 12:30 17:30 in Berlin/ }).waitFor()
  await option(sana, /Tue 20 Oct/, 'If need be').click()
  await sana.getByRole('group', { name: /Thu 29 Oct/ }).getByRole('radio').first().focus()
  await sana.keyboard.press('Space')
  await sana.getByText('1 yes, 3 open').waitFor()
  await clean(sana, 'a question on the phone')
  await fits(sana, 'a question')

  await option(mirjam, /Tue 20 Oct/, 'No').click()
  await option(mirjam, /Thu 29 Oct/, 'Yes').click()
  const { polls } = await ben.call('schedule.polls', { group })
  const [first, second] = polls[0].options
  await ben.call('schedule.vote', { group, poll: polls[0].poll, votes: [{ option: first.option, choice: 'yes' }, { option: second.option, choice: 'yes' }] })
  await mirjam.getByText('1 yes, 1 if need be, 1 no, 1 open').waitFor()

  await dora.goto(`${schedule}#poll=${polls[0].poll}`)
  await option(dora, /29. Okt/, 'Ja').click()
  await dora.getByText('Passt allen').waitFor()
  await clean(dora, 'a question in German')
  await mirjam.getByText('Suits everybody').waitFor()
  await mirjam.getByText('4 yes').click()
  await mirjam.getByRole('listitem').filter({ hasText: 'Sana Rahimi' }).waitFor()
  await clean(mirjam, 'a question with its answers')
})

step('its choice becomes a series with a break in one step', async () => {
  await mirjam.getByRole('link', { name: 'Choose Thu 29 Oct, 17:30' }).click()
  await heading(mirjam, 'Thursday 29 October: one session or a series?')
  await option(mirjam, 'How often do you meet?', 'By weeks').click()
  await mirjam.getByLabel('Every how many weeks?').selectOption('1')
  await mirjam.getByLabel('How many sessions?').fill('10')
  await press(mirjam, 'Add a break')
  await part(mirjam, 'Break 1').getByLabel('First day').fill('2026-12-20')
  await part(mirjam, 'Break 1').getByLabel('Last day').fill('2026-12-10')
  await mirjam.getByLabel('Place').fill('Room 3')
  await press(mirjam, 'Plan the sessions')
  await mirjam.getByText('The last day comes after the first one.').waitFor()
  await part(mirjam, 'Break 1').getByLabel('Last day').fill('2026-12-27')
  await mirjam.locator('.dates .out', { hasText: 'Thu 24 Dec' }).getByText('Break').waitFor()
  await clean(mirjam, 'a series from a question')
  await fits(mirjam, 'a series from a question')
  await press(mirjam, 'Plan 9 sessions')
  await heading(mirjam, /^The next \d sessions$/)
  await mirjam.getByText('Every week on Thursday, 17:30 to 19:00, Berlin time.').waitFor()
  await mirjam.getByText('No sessions: Sun 20 Dec to Sun 27 Dec.').waitFor()
  await line(sana, 'Thu 29 Oct').or(sana.getByText('Thursday 29 October at 12:30 was chosen.')).waitFor()
  await sana.goto(schedule)
  // Berlin 17:30: in New York an hour later until its own clocks go back on 1 November.
  await line(sana, 'Thu 29 Oct').getByText('12:30 to 14:00').waitFor()
  await line(sana, 'Thu 5 Nov').getByText('11:30 to 13:00').waitFor()
  await clean(sana, 'the agenda on the phone')
})

step('answers with a few words beside them; online, where there is a place', async () => {
  const mine = line(sana, 'Thu 12 Nov')
  await mine.locator('label', { hasText: 'Online' }).click()
  await line(mirjam, 'Thu 12 Nov').getByText('1 online, 3 open').waitFor()
  await mine.locator('label', { hasText: 'Late' }).click()
  await line(mirjam, 'Thu 12 Nov').getByText('1 late, 3 open').waitFor()
  await mine.getByRole('button', { name: 'Add a note' }).click()
  await sana.getByLabel('A note for the others').fill('From the train.')
  await clean(sana, 'a note')
  await sana.keyboard.press('Enter')
  await mine.locator('.said-note', { hasText: 'From the train.' }).waitFor()
  await line(mirjam, 'Thu 12 Nov').getByText('1 late, 3 open').click()
  await line(mirjam, 'Thu 12 Nov').getByRole('listitem').filter({ hasText: 'Sana Rahimi' }).getByText('From the train.').waitFor()
})

step('one session is moved', async () => {
  await line(mirjam, 'Thu 5 Nov').getByRole('button', { name: 'Change the session of Thu 5 Nov' }).click()
  await mirjam.getByLabel('New day').fill('2026-11-06')
  await mirjam.getByLabel('Reason').fill('The room is taken.')
  await clean(mirjam, 'changing a session')
  await press(mirjam, 'Move the session')
  await line(mirjam, 'Fri 6 Nov').getByText('Moved from 5 Nov').waitFor()
  await line(sana, 'Fri 6 Nov').getByText('11:30 to 13:00').waitFor()
})

step('this one and the following get another rhythm, after a look at what stays, moves and goes', async () => {
  await line(mirjam, 'Thu 12 Nov').getByRole('button', { name: /^Change/ }).first().click()
  await option(mirjam, 'What is to change?', 'This and all that follow').click()
  await press(mirjam, 'Go on')
  await heading(mirjam, 'Change the series')
  await mirjam.getByText('Nothing yet: all dates stay as they are.').waitFor()
  await mirjam.getByLabel('Begins at').fill('18:00')
  await mirjam.getByLabel('Every how many weeks?').selectOption('2')
  // 24 December would be the next by the new rhythm, and lies in the break.
  await mirjam.getByText('3 get another time; answers, cases and roles stay with them.').waitFor()
  await mirjam.getByText('4 go: Thu 19 Nov, Thu 3 Dec, Thu 17 Dec and Thu 31 Dec.').waitFor()
  for (const day of ['Thu 12 Nov', 'Thu 26 Nov', 'Thu 10 Dec']) await mirjam.locator('.dates li', { hasText: day }).getByText('Other time').waitFor()
  await clean(mirjam, 'changing a series')
  await fits(mirjam, 'changing a series')
  await mirjam.getByRole('button', { name: 'Change 7 sessions' }).click()
  await mirjam.getByText('Every 2 weeks on Thursday, 18:00 to 19:30, Berlin time.').waitFor()
  // What stays keeps its answers and their words; what somebody moved stays where it is.
  await line(mirjam, 'Thu 12 Nov').getByText('18:00 to 19:30').waitFor()
  await line(mirjam, 'Thu 12 Nov').getByText('1 late, 3 open').waitFor()
  await line(mirjam, 'Fri 6 Nov').getByText('17:30 to 19:00').waitFor()
  assert.equal(await line(mirjam, 'Thu 19 Nov').count(), 0)
  await line(sana, 'Thu 12 Nov').getByText('12:00 to 13:30').waitFor()
})

step('one is cancelled; of few answers it says what they suggest', async () => {
  await line(mirjam, 'Thu 26 Nov').getByRole('button', { name: /^Cancel the session/ }).click()
  await mirjam.getByLabel('Reason').fill('A holiday.')
  await press(mirjam, 'Cancel this session')
  await line(sana, 'Thu 26 Nov').getByText('Cancelled').waitFor()
  await line(sana, 'Thu 26 Nov').getByText('A holiday.').waitFor()

  await server.set('2026-10-20T08:00:00Z')
  const { sessions } = await ben.call('schedule.list', { group })
  await ben.call('schedule.answer', { group, session: sessions[0].session, answer: 'no' })
  await line(mirjam, 'Thu 29 Oct').getByText('Exactly three of you can come.', { exact: false }).waitFor()
  await clean(mirjam, 'a Troika')
  await line(sana, 'Thu 29 Oct').locator('label', { hasText: 'No' }).click()
  await line(mirjam, 'Thu 29 Oct').getByText('Fewer than 3 can come.').waitFor()
  await line(mirjam, 'Thu 29 Oct').getByText('You can move it or cancel it.').waitFor()
  await line(sana, 'Thu 29 Oct').getByText('An organiser may move it or cancel it.').waitFor()
  await press(mirjam, 'Change the number')
  await mirjam.getByLabel('A session takes place with').selectOption('2')
  await press(mirjam, 'Save the number')
  await line(mirjam, 'Thu 29 Oct').getByText('Fewer than 3 can come.').waitFor({ state: 'detached' })
})

step('the month is a grid that keys move through', async () => {
  await mirjam.context().clock.setSystemTime('2026-10-20T08:00:00Z')
  await mirjam.getByRole('tab', { name: 'Agenda' }).focus()
  await mirjam.keyboard.press('ArrowRight')
  await heading(mirjam, 'October 2026')
  const day = (name) => mirjam.getByRole('gridcell', { name })
  await mirjam.keyboard.press('Tab')
  for (let i = 0; i < 3; i++) await mirjam.keyboard.press('Tab')
  const focused = () => mirjam.evaluate(() => document.activeElement.getAttribute('aria-label'))
  assert.match(await focused(), /^\w+day \d+ October/, 'one day of the grid is reached by Tab')
  await mirjam.keyboard.press('Home')
  await mirjam.keyboard.press('End')
  await mirjam.keyboard.press('ArrowDown')
  await mirjam.keyboard.press('ArrowUp')
  await day('Sunday 25 October, clocks change').waitFor()
  await mirjam.keyboard.press('PageDown')
  await heading(mirjam, 'November 2026')
  await day('Thursday 12 November, session 3').waitFor()
  await day('Thursday 26 November, session cancelled').waitFor()
  await clean(mirjam, 'the month')
  await mirjam.keyboard.press('PageDown')
  await day('Thursday 24 December, break').waitFor()
  await mirjam.keyboard.press('PageUp')
  while (!(await focused()).startsWith('Thursday 12 November')) {
    await mirjam.keyboard.press(Number((await focused()).match(/\d+/)[0]) > 12 ? 'ArrowLeft' : 'ArrowRight')
    assert.match(await focused(), /November/)
  }
  await mirjam.keyboard.press('Enter')
  assert.equal(await mirjam.evaluate(() => document.activeElement.textContent), 'Thursday 12 November')
  await mirjam.getByRole('listitem').filter({ hasText: '18:00 to 19:30' }).first().waitFor()
  await press(mirjam, 'Today')
  await heading(mirjam, 'October 2026')
  await fits(mirjam, 'the month')
  await mirjam.getByRole('tab', { name: 'Agenda' }).click()
  await fits(mirjam, 'the agenda')

  await dora.goto(schedule)
  await dora.getByRole('tab', { name: 'Monat' }).click()
  await heading(dora, 'Oktober 2026')
  await clean(dora, 'the month in German on the phone')
})

step('the group hears in time that its series runs out, and lets it go on', async () => {
  await server.set('2026-11-02T08:00:00Z')
  for (const page of [mirjam, sana, dora]) await page.context().clock.setSystemTime('2026-11-02T08:00:00Z')
  await sana.goto(schedule)
  await sana.getByText('The last planned session is on Thu 10 Dec.').waitFor()
  await sana.getByText('An organiser can let the series go on.').waitFor()
  await mirjam.goto(server.origin)
  await mirjam.locator('li', { hasText: 'The sessions of Tuesday circle run out' }).getByRole('link', { name: 'Plan on' }).click()
  await heading(mirjam, 'Change the series')
  await option(mirjam, 'Until when?', 'It goes on').click()
  await mirjam.getByText('2 sessions keep their dates.').waitFor()
  await mirjam.locator('.dates li', { hasText: 'Thu 7 Jan' }).getByText('New').waitFor()
  assert.equal(await mirjam.locator('.dates li', { hasText: 'Thu 24 Dec' }).count(), 0, 'the break holds')
  await clean(mirjam, 'a series that goes on')
  await mirjam.getByRole('button', { name: /^Change \d+ sessions$/ }).click()
  await mirjam.getByText('It goes on until somebody ends it.').waitFor()
  await sana.getByText('The last planned session', { exact: false }).waitFor({ state: 'detached' })
})

step('one session of its own; the series ends', async () => {
  await follow(mirjam, 'Plan more sessions')
  await option(mirjam, 'How often do you meet?', 'Once').click()
  await mirjam.getByLabel('Day', { exact: true }).fill('2026-11-21')
  await mirjam.getByLabel('Begins at').fill('10:00')
  await mirjam.locator('.dates', { hasText: 'Sat 21 Nov' }).waitFor()
  await press(mirjam, 'Plan this session')
  await line(mirjam, 'Sat 21 Nov').waitFor()
  await line(mirjam, 'Sat 21 Nov').getByRole('button', { name: /^Change/ }).first().click()
  await mirjam.getByLabel('New day').waitFor()
  assert.equal(await mirjam.getByText('What is to change?').count(), 0, 'it belongs to no series')
  await mirjam.keyboard.press('Escape')

  await mirjam.getByRole('button', { name: /^End the series: Every 2 weeks/ }).click()
  await mirjam.getByLabel('Last day with a session').fill('2026-11-30')
  await mirjam.getByText(/^\d+ sessions go: Thu 10 Dec/).waitFor()
  await clean(mirjam, 'ending a series')
  await mirjam.locator('dialog').getByRole('button', { name: 'End the series' }).click()
  await line(mirjam, 'Thu 10 Dec').waitFor({ state: 'detached' })
  await line(mirjam, 'Thu 12 Nov').waitFor()
  await line(mirjam, 'Sat 21 Nov').waitFor()
  for (const page of [mirjam, sana, dora]) assert.deepEqual(page.errors, [])
})
