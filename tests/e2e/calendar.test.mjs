// From a question for a time to a turn given up by mail: browsers, a real SMTP server, and calendars that ical.js reads.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { by_ical_js } from '../support/calendars.mjs'
import { clean, follow, heading, press } from '../support/page.mjs'
import { header, Relay } from '../support/smtp.mjs'
import { enter, start_test_server } from '../support/test_server.mjs'
import { email_of, open_signed_in } from '../support/writing.mjs'

// New York changes its clocks a week after Berlin.
const cast = [
  { name: 'Mirjam Kolb' },
  { name: 'Ben Okafor', zone: 'America/New_York' },
  { name: 'Dora Lindqvist' },
  { name: 'Kenji Morita' },
  { name: 'Luz Andrade', language: 'de' },
]
const begin = '2026-10-05T08:00:00Z'

let relay, server, browser, people, mirjam, ben, luz, group, feed, seen
const open = {}

/** Those behind a step that could not go on end at once instead of repeating its failure. */
let broken
const step = (name, run) =>
  test(name, { timeout: 90_000 }, async () => {
    assert.ok(!broken, `stopped at: ${broken}`)
    broken = name
    await run()
    broken = undefined
  })

before(async () => {
  relay = await Relay.start()
  const mail = ['--mail-relay', `smtp://127.0.0.1:${relay.port}`, '--mail-from', 'Covision <covision@example.org>']
  ;[server, browser] = await Promise.all([start_test_server({ now: begin, more: mail }), launch()])
  people = []
  for (const [i, person] of cast.entries()) {
    const link = i ? `x#${(await mirjam.call('groups.invite', { group })).token}` : server.first_link
    const entered = await enter(server.origin, link, { ...person, email: email_of(person.name) })
    people.push(Object.assign(entered, person, { email: email_of(person.name) }))
    if (i === 0) {
      mirjam = entered
      const { clauses } = await mirjam.call('groups.template', { language: 'en' })
      group = (await mirjam.call('groups.create', { name: 'Tuesday circle', language: 'en', clauses })).group
    }
    await entered.call('groups.sign', { group, version: 1 })
  }
  ;[mirjam, ben, , , luz] = people
})
after(async () => {
  await browser?.close()
  await server?.end()
  await relay?.end()
})

let time = begin
/** A page on which somebody is signed in, at the server's time. */
async function page_of(person, path, width = 1440) {
  const known = open[person.account] ?? (await open_signed_in(browser, server, person, { viewport: { width, height: 900 }, timezoneId: person.zone ?? 'Europe/Berlin' }))
  if (!open[person.account]) await known.context.clock.install({ time })
  open[person.account] = known
  await known.context.clock.setSystemTime(time)
  await known.page.goto(`${server.origin}${path}`)
  return known.page
}

/** A browser that has never been here: the one inside a mail program. */
async function stranger(link, options = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 760 }, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(link)
  return page
}

async function move_clock(to) {
  time = to
  await server.set(to)
  await server.clock('mail')
}

/** Mails that somebody has got, the newest last; `pattern`: in the text. */
const mails_to = (person, pattern = /./) =>
  relay.mails.filter((mail) => mail.to.includes(person.email) && pattern.test(plain(mail)))
const plain = (mail) => mail.parts.find(({ type }) => type === 'text/plain').text
const calendar_in = (mail) => mail.parts.find(({ type }) => type === 'text/calendar')
/** The link of a mail that says `word`: #late.TOKEN. */
const link_in = (mail, word) => plain(mail).match(new RegExp(`https?://\\S+/answer#${word}\\.[\\w-]+`))?.[0]

const board = async () => mirjam.call('rota.show', { group })
const session_on = async (day) => (await board()).sessions.find(({ starts_at }) => starts_at.startsWith(day))
const leads = async (day) => {
  const { sessions, duties } = await board()
  const { session } = sessions.find(({ starts_at }) => starts_at.startsWith(day))
  return duties.find((duty) => duty.session === session && duty.role === 'facilitator')
}
const person_of = (account) => people.find((person) => person.account === account)
const first = ({ name }) => name.split(' ')[0]

async function calendar() {
  const answer = await fetch(feed, { headers: seen ? { 'If-None-Match': seen } : {} })
  if (answer.status === 304) return undefined
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type'), /^text\/calendar/)
  seen = answer.headers.get('etag')
  const text = await answer.text()
  return Object.assign(by_ical_js(text).sort((a, b) => a.starts - b.starts), { text })
}
/** One of several words, of which one counts. */
const pick = (where, text) => where.locator('label', { hasText: text }).click()
const utc = ({ starts }) => new Date(starts * 1000).toISOString().slice(0, 16)

step('a private address for the own calendar, made on the account screen; which mails one wants', async () => {
  const page = await page_of(mirjam, '/account')
  await press(page, 'Make a private address')
  feed = await page.getByLabel('Private address of your calendar').inputValue()
  assert.match(feed, /\/calendar\/[\w-]+\.ics$/)
  await page.getByText('To mirjam@example.org', { exact: false }).waitFor()
  await page.getByRole('switch', { name: 'Two hours before' }).check()
  await clean(page, 'the account')
  await page.reload()
  await page.getByText('There is a private address since', { exact: false }).waitFor()
  assert.ok(await page.getByRole('switch', { name: 'Two hours before' }).isChecked())
  assert.ok(!(await page.content()).includes(feed), 'it is shown once')
  assert.equal((await calendar()).length, 0)
  assert.equal(await calendar(), undefined, 'nothing has changed since')
})

step('two dates are suggested, all say what suits, and one becomes a series', async () => {
  const page = await page_of(mirjam, `/g/${group}/schedule#find`)
  await heading(page, 'Find a time')
  await press(page, 'Add a date')
  for (const [i, [day, hour]] of [['2026-10-13', '16:30'], ['2026-10-15', '18:00']].entries()) {
    const option = page.getByRole('group', { name: `Date ${i + 1}` })
    await option.getByLabel('Day').fill(day)
    await option.getByLabel('Begins at').fill(hour)
  }
  await press(page, 'Ask the group about 2 dates')
  await page.waitForURL(/#poll=/)
  const [poll] = (await mirjam.call('schedule.polls', { group })).polls
  const phone = await page_of(ben, '/', 390)
  await phone.getByRole('link', { name: /^Answer: When does it suit you/ }).click()
  await clean(phone, 'a question for a time, on a phone')
  await pick(phone.getByRole('group', { name: 'Does Tue 13 Oct at 10:30 suit you?' }), 'Yes')
  await pick(phone.getByRole('group', { name: 'Does Thu 15 Oct at 12:00 suit you?' }), 'No')
  for (const person of people.filter((each) => each !== ben))
    await person.call('schedule.vote', { group, poll: poll.poll, votes: poll.options.map(({ option }) => ({ option, choice: 'yes' })) })
  await page.getByText('Suits everybody').first().waitFor()
  await page.getByRole('link', { name: 'Choose Tue 13 Oct, 16:30' }).click()
  await pick(page, 'By weeks')
  await page.getByLabel('Every how many weeks?').selectOption('2')
  await page.getByLabel('How many sessions?').fill('4')
  await press(page, 'Plan 4 sessions')
  await page.getByRole('heading', { name: 'The next 4 sessions' }).waitFor()
})

step('both sides of the clock change the calendar says half past four, and everybody reads it in the own zone', async () => {
  const entries = await calendar()
  assert.deepEqual(entries.map(utc), ['2026-10-13T14:30', '2026-10-27T15:30', '2026-11-10T15:30', '2026-11-24T15:30'])
  for (const { title } of entries) assert.equal(title, 'Covision')
  assert.doesNotMatch(entries.text, /Tuesday circle|Mirjam|Okafor/)
  const phone = await page_of(ben, `/g/${group}/schedule`)
  await heading(phone, 'The next 4 sessions')
  const rows = await phone.locator('.rota [role=rowheader]').allInnerTexts()
  assert.deepEqual(rows.map((row) => row.match(/\d\d:\d\d/)[0]), ['10:30', '11:30', '10:30', '10:30'])
  await server.clock('mail')
  for (const person of people) assert.ok(mails_to(person).length > 0, `${person.name} has mail`)
  for (const mail of relay.mails) {
    assert.match(header(mail, 'Subject'), /^Covision: /)
    assert.doesNotMatch(JSON.stringify(mail), /Tuesday circle/)
  }
})

step('one session is moved: the same entry in the calendar with a higher number, and a mail that tells it', async () => {
  const before = await calendar_again()
  const got = relay.mails.length
  const page = await page_of(mirjam, `/g/${group}/schedule`)
  await page.getByRole('button', { name: /^(Change|Move) the session of Tue 10 Nov/ }).click()
  await page.locator('dialog').getByLabel('New day').fill('2026-11-12')
  await press(page, 'Move the session')
  await page.getByRole('rowheader', { name: /Thu 12 Nov/ }).waitFor()
  const entries = await calendar()
  const moved = entries.find((entry) => utc(entry) === '2026-11-12T15:30')
  const old = before.find(({ uid }) => uid === moved.uid)
  assert.equal(utc(old), '2026-11-10T15:30')
  assert.ok(moved.sequence > old.sequence)
  await server.clock('mail')
  const told = relay.mails.slice(got).find((mail) => mail.to.includes(ben.email))
  assert.equal(calendar_in(told).method, 'REQUEST')
  assert.equal(calendar_in(told).events[0].uid, moved.uid)
})
const calendar_again = () => {
  seen = undefined
  return calendar()
}

step('two swap from the table: the calendar of either has the other turn', async () => {
  const duty_words = (entries) => entries.map(({ description }) => description).join('|')
  const before = duty_words(await calendar_again())
  const page = await page_of(mirjam, `/g/${group}/schedule`)
  const swaps = page.locator('.rota').getByRole('button', { name: /^Swap/ })
  await swaps.first().waitFor()
  const dialog = page.locator('dialog[open]')
  for (let i = 0; ; i++) {
    await swaps.nth(i).click()
    await dialog.getByText(/Choose whose turn|nobody to swap with/).waitFor()
    if (await dialog.locator('.pick label').count()) break
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  await clean(page, 'choosing whom to swap with')
  await dialog.locator('.pick label').first().click()
  await dialog.getByRole('button', { name: /^Ask / }).click()
  await page.getByText(/^You have asked \w+ to swap/).waitFor()
  const asked = (await Promise.all(people.map(async (person) => [person, (await person.call('rota.show', { group })).swaps[0]])))
    .find(([person, swap]) => swap?.asked === person.account)
  await asked[0].call('rota.reply_swap', { group, swap: asked[1].swap, accept: true })
  await page.getByText(/^You have asked/).waitFor({ state: 'detached' })
  assert.notEqual(duty_words(await calendar_again()), before)
})

step('a week before, whoever leads gives the turn up by the link of the mail: nobody signs in', async () => {
  await move_clock('2026-10-20T15:45:00Z')
  const duty = await leads('2026-10-27')
  const leader = person_of(duty.account)
  const mail = mails_to(leader, /#cannot\./).at(-1)
  assert.ok(mail, `${leader.name} is told of the turn`)
  const german = leader.language === 'de'
  const page = await stranger(link_in(mail, 'cannot'))
  await heading(page, german ? 'Du leitest diese Sitzung' : 'You lead this session')
  assert.equal((await leads('2026-10-27')).account, duty.account, 'looking does nothing')
  await clean(page, 'giving a turn up by mail')
  await press(page, german ? 'Ich kann nicht, jemand anderes übernimmt' : 'I can’t, give this turn to somebody else')
  await heading(page, german ? 'Du hast diese Aufgabe abgegeben' : 'You have given this turn up')
  await clean(page, 'a turn given up')
  assert.notEqual((await leads('2026-10-27')).account, duty.account)
  const again = await stranger(link_in(mail, 'cannot'))
  await heading(again, german ? 'Diese Aufgabe hat inzwischen jemand anderes' : 'This turn is somebody else’s by now')
})

step('an invitation is answered in two taps, in the own zone and language, and answered otherwise', async () => {
  const { session } = await session_on('2026-10-27')
  const answer_of = async (person) =>
    (await session_on('2026-10-27')).answers.find(({ account }) => account === person.account)?.answer
  const mail = mails_to(ben, /Tuesday 27 October, 11:30/).find((each) => link_in(each, 'late'))
  const page = await stranger(link_in(mail, 'late'), { timezoneId: 'America/New_York' })
  await heading(page, 'Will you be there?')
  await page.getByText('11:30 to 13:00, New York time').waitFor()
  assert.ok(await page.getByRole('radio', { name: 'Late' }).isChecked())
  assert.equal(await answer_of(ben), undefined)
  assert.ok(!page.url().includes('late'), 'the secret is in no address bar')
  await clean(page, 'answering by mail')
  await press(page, 'Answer: yes, but late')
  await heading(page, 'You are coming a little late')
  assert.equal(await answer_of(ben), 'late')
  await clean(page, 'answered by mail')
  await press(page, 'Change my answer')
  await pick(page, 'Yes')
  await press(page, 'Answer: yes, I am coming')
  await heading(page, 'You are coming')
  assert.equal(await answer_of(ben), 'yes')
  const german = mails_to(luz).find((each) => link_in(each, 'yes') && /27\. Oktober/.test(plain(each)))
  const other = await stranger(link_in(german, 'yes'))
  await heading(other, 'Bist du dabei?')
  await press(other, 'Antworten: ja, ich komme')
  await heading(other, 'Du kommst')
  assert.equal(await answer_of(luz), 'yes')
  assert.ok(session)
})

step('on the day somebody cannot come: the next in order is asked, says no, the one after takes over with one tap', async () => {
  await move_clock('2026-10-27T09:00:00Z')
  const gone = await leads('2026-10-27')
  await person_of(gone.account).call('rota.pass', { group, duty: gone.duty })
  const asked = await leads('2026-10-27')
  assert.ok(asked.proposed)
  const reluctant = person_of(asked.account)
  const board_page = await page_of(reluctant, `/g/${group}/schedule`)
  const [no, yes] = reluctant.language === 'de' ? ['Geht nicht', 'Ich übernehme'] : ['Not possible', 'I take over']
  await board_page.getByRole('button', { name: yes, exact: true }).waitFor()
  await clean(board_page, 'asked to stand in')
  await press(board_page, no)
  // Somebody else leads then; a smaller turn that this one leaves free may be asked of the same person.
  await board_page.getByText(/cannot lead|nicht leiten/).waitFor({ state: 'detached' })
  const next = await leads('2026-10-27')
  assert.ok(next.proposed && next.account !== asked.account && next.account !== gone.account)
  const willing = person_of(next.account)
  const home = await page_of(willing, '/')
  const take = home.getByRole('button', { name: willing.language === 'de' ? /^Ich übernehme/ : /^I take over/ })
  await take.waitFor()
  await clean(home, 'asked at home to stand in')
  await take.click()
  await take.waitFor({ state: 'detached' })
  const now = await leads('2026-10-27')
  assert.deepEqual([now.account, now.proposed], [willing.account, false])
  const page = await page_of(mirjam, `/g/${group}/schedule`)
  await page.getByRole('row', { name: /Tue 27 Oct/ }).locator('[data-label=Facilitator] .who', { hasText: willing === mirjam ? 'You' : willing.name }).waitFor()
  assert.equal((await willing.call('rota.show', { group })).my_passes, 0)
  assert.equal((await reluctant.call('rota.show', { group })).my_passes, 0, 'a question that is declined is no pass')
})

step('an organiser chooses the roles; who has something urgent says so', async () => {
  const page = await page_of(mirjam, `/g/${group}/schedule`)
  await press(page, 'Change the rules')
  const dialog = page.locator('dialog[open]')
  await pick(dialog, 'Whoever asks')
  await dialog.getByRole('group', { name: 'Helping roles' }).getByLabel('Observer').selectOption('planned')
  await dialog.getByRole('group', { name: 'Helping roles' }).getByLabel('Notes').selectOption('at_arrival')
  await dialog.getByText('Who serves in which role').click()
  await pick(dialog.getByRole('group', { name: 'Role', exact: true }), 'Observer')
  await dialog.getByLabel('Kenji Morita').uncheck()
  await clean(page, 'the roles of a group')
  await press(page, 'Save the rules')
  await page.getByRole('columnheader', { name: 'Observer' }).waitFor()
  const { rules, duties } = await board()
  const rule = (wanted) => rules.roles.find(({ role }) => role === wanted)
  assert.deepEqual([rules.presenter, rule('scribe').when, rule('observer').when], ['queue', 'at_arrival', 'planned'])
  assert.deepEqual(rule('observer').excused.map((account) => person_of(account).name), ['Kenji Morita'])
  const observers = duties.filter(({ role, reason }) => role === 'observer' && reason.why !== 'merged')
  assert.ok(observers.every(({ account }) => person_of(account).name !== 'Kenji Morita'))
  const phone = await page_of(ben, `/g/${group}/schedule`)
  await press(phone, 'I have a case')
  await phone.getByText('Mine is urgent').click()
  await page.getByText('urgent', { exact: true }).waitFor()
  await clean(phone, 'the board on a phone')
  const then = await board()
  assert.deepEqual(then.queue.map(({ account, urgent }) => [account, urgent]), [[ben.account, true]])
  const asked = then.duties.filter(({ reason }) => ['asked', 'urgent'].includes(reason.why))
  assert.ok(asked.every(({ account, role }) => account === ben.account && role === 'presenter'), 'slots are for those who ask')
  await press(phone, 'Take it back')
  await page.getByText('urgent', { exact: true }).waitFor({ state: 'detached' })
})

step('links end with their session, and the address when it is ended', async () => {
  const mail = mails_to(ben, /Tuesday 27 October, 11:30/).find((each) => link_in(each, 'late'))
  await move_clock('2026-10-27T17:30:00Z')
  const page = await stranger(link_in(mail, 'no'))
  await heading(page, 'This session is over')
  await clean(page, 'a link after its session')
  const wrong = await stranger(`${link_in(mail, 'no').slice(0, -4)}AAAA`)
  await heading(wrong, 'This link does not work any more')
  await follow(wrong, 'Open Covision')
  await heading(wrong, 'Welcome back')
  const account = await page_of(mirjam, '/account')
  await press(account, 'End it')
  await clean(account, 'ending the address')
  await account.locator('dialog').getByRole('button', { name: 'End it' }).click()
  await account.getByRole('button', { name: 'Make a private address' }).waitFor()
  assert.equal((await fetch(feed)).status, 404)
})
