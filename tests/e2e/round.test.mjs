// A group's first full round, by six people in six browsers: from the first link to the evaluation, by clicks alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { clean, follow, heading, open_page, press } from '../support/page.mjs'
import { start_test_server } from '../support/test_server.mjs'

const names = ['Mirjam Kolb', 'Ben Okafor', 'Dora Lindqvist', 'Kenji Morita', 'Luz Andrade', 'Sana Rahimi']
const zones = ['Europe/Berlin', 'Europe/London', 'Europe/Stockholm', 'Asia/Tokyo', 'Europe/Madrid', 'America/Toronto']
const email_of = (name) => `${name.split(' ')[0].toLowerCase()}@example.org`
const first_name = (page) => page.person.split(' ')[0]

let server, browser, pages, founder, group, lead, presenter

/** Those behind a step that could not go on end at once instead of repeating its failure. */
let broken
const step = (name, run) =>
  test(name, { timeout: 120_000 }, async () => {
    assert.ok(!broken, `stopped at: ${broken}`)
    broken = name
    await run()
    broken = undefined
  })

before(async () => {
  ;[server, browser] = await Promise.all([start_test_server({ now: '2026-10-08T08:00:00Z' }), launch()])
  pages = []
  for (const [i, name] of names.entries()) {
    const page = await open_page(browser, { timezoneId: zones[i], width: i % 2 ? 390 : 1440 })
    // The browser's clock moves with the server's.
    await page.context().clock.install({ time: '2026-10-08T08:00:00Z' })
    page.person = name
    pages.push(page)
  }
  founder = pages[0]
})
after(async () => {
  await browser?.close()
  await server?.end()
})

async function enter(page, link, button) {
  await page.goto(link)
  await page.getByLabel('Name', { exact: true }).fill(page.person)
  await page.getByLabel('E-mail address').fill(email_of(page.person))
  await page.getByLabel('Password', { exact: true }).fill('a calm long phrase')
  await press(page, button)
}

async function sign(page) {
  await page.getByText('I have read the agreement and will keep to it.').click()
  await press(page, `Sign as ${page.person}`)
  await page.getByText('You signed this version', { exact: false }).waitFor()
}

async function move_clock(time) {
  await server.set(time)
  for (const page of pages) {
    await page.context().clock.setSystemTime(time)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  }
}

step('the first person opens the link, makes a group from the template with two points changed, and signs', async () => {
  await founder.goto(server.first_link)
  await heading(founder, 'Set up Covision')
  await clean(founder, 'the first link')
  await enter(founder, server.first_link, 'Create my account')
  await heading(founder, 'You are in no group yet')
  await clean(founder, 'home without a group')
  await founder.goto(`${server.origin}/g/new`)
  await heading(founder, 'Create a group')
  await founder.getByLabel('Name of the group').fill('Tuesday circle')
  for (const [i, text] of ['We meet to learn from our own work.', 'Nothing leaves this circle.'].entries()) {
    await founder.getByRole('button', { name: /^Change: / }).nth(i).click()
    await founder.getByLabel('What you agree').first().fill(text)
    await press(founder, 'Done')
  }
  await clean(founder, 'a new group')
  await press(founder, 'Create the group')
  await heading(founder, 'Agreement')
  await founder.getByText('Nothing leaves this circle.').waitFor()
  await clean(founder, 'the agreement')
  await sign(founder)
  group = new URL(founder.url()).pathname.split('/')[2]
})

step('five people join by links that work once; each reads and signs', async () => {
  await founder.goto(`${server.origin}/g/${group}`)
  await press(founder, 'Make a link')
  for (let i = 2; i <= 5; i++) {
    await founder.getByLabel(`Invitation link ${i - 1}`).waitFor()
    await press(founder, 'Make another link')
  }
  await founder.getByLabel('Invitation link 5').waitFor()
  await clean(founder, 'invitations')
  // Read all before one is used: a used link leaves the list.
  const links = []
  for (let i = 1; i <= 5; i++) links.push(await founder.getByLabel(`Invitation link ${i}`).inputValue())
  for (const [i, page] of pages.slice(1).entries()) {
    const link = links[i]
    await page.goto(link)
    await heading(page, 'Mirjam Kolb invites you to Tuesday circle')
    if (i === 0) await clean(page, 'an invitation')
    await enter(page, link, 'Join Tuesday circle')
    await page.waitForURL((to) => to.pathname.endsWith('/schedule'))
    await page.goto(`${server.origin}/g/${group}/agreement`)
    await sign(page)
    if (i === 0) {
      await page.goto(link)
      await heading(page, 'This link does not open anything')
    }
  }
  await founder.getByText('Sana Rahimi').first().waitFor()
  await clean(founder, 'six members')
})

step('every second Tuesday, twelve times: each sees it in the own zone, and answers', async () => {
  await founder.goto(`${server.origin}/g/${group}/schedule#plan`)
  await heading(founder, 'Plan sessions')
  await founder.getByLabel('Every how many weeks?').selectOption('2')
  await founder.getByLabel('First session on').fill('2026-10-13')
  await founder.getByLabel('Begins at').fill('16:30')
  await founder.getByLabel('How many sessions?').fill('12')
  await founder.getByText('Clocks go back', { exact: false }).first().waitFor()
  await clean(founder, 'a new series')
  await press(founder, 'Plan 12 sessions')
  await heading(founder, 'The next 6 sessions')
  await clean(founder, 'schedule and rota')
  await founder.getByRole('button', { name: /^Change the session/ }).first().click()
  await founder.getByLabel('New day').fill('2026-10-01')
  await press(founder, 'Move the session')
  await founder.locator('dialog [role=alert]', { hasText: 'This time has passed' }).waitFor()
  await founder.getByLabel('New day').fill('2026-10-14')
  assert.equal(await founder.locator('dialog [role=alert]').count(), 0, 'what was said of another day')
  await press(founder, 'Cancel')
  const times = ['16:30', '15:30', '16:30', '23:30', '16:30', '10:30']
  for (const [i, page] of pages.entries()) {
    await page.goto(`${server.origin}/g/${group}/schedule`)
    await heading(page, 'The next 6 sessions')
    assert.match(await page.locator('main').innerText(), new RegExp(times[i]))
    await page.getByRole('group', { name: /Will you be there on (Tue|Wed)\w* 13 Oct/ }).locator('label', { hasText: 'Yes' }).click()
  }
  await founder.getByText(/\b6 yes\b/).first().waitFor()
  await clean(pages[1], 'schedule on a phone')
})

/** Who has a role in the first session, as the table says. */
async function holder(role) {
  const cell = founder.getByRole('row', { name: /Tue 13 Oct/ }).first().locator(`[data-label=${role}] .who`).first()
  const text = (await cell.innerText()).replace(/^[A-Z]{2}\s*/, '').trim()
  return text.startsWith('You') ? founder : pages.find((page) => text.includes(page.person))
}

/** Rows of the rota, but for the first session: its roles are needed as they are. */
const later_rows = (page) =>
  page.locator('tbody [role=row]').filter({ hasNot: page.locator('[role=rowheader]', { hasText: '13 Oct' }) })

/** The first who finds somebody to swap with asks; who that was, and who was asked. */
async function ask_for_a_swap() {
  for (const page of pages) {
    const swaps = later_rows(page).getByRole('button', { name: /^Swap/ })
    for (let i = 0; i < (await swaps.count()); i++) {
      await swaps.nth(i).click()
      const dialog = page.locator('dialog[open]')
      await dialog.getByText('Choose whose turn', { exact: false }).or(dialog.getByText('There is nobody to swap with', { exact: false })).waitFor()
      const option = dialog.locator('.pick label').first()
      if (await option.count()) {
        await option.click()
        await dialog.getByRole('button', { name: /^Ask / }).click()
        await dialog.waitFor({ state: 'detached' })
        const line = await page.getByText(/^You have asked \w+ to swap/).innerText()
        return [page, pages.find((other) => line.startsWith(`You have asked ${first_name(other)} `))]
      }
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
  }
  throw Error('nobody found anybody to swap with')
}

step('the rota says who leads and presents, and why; two swap, one gives a turn up in two taps', async () => {
  await founder.getByText('Why me?').first().click()
  await founder.locator('details.why[open] p').first().waitFor()
  const [asker, asked] = await ask_for_a_swap()
  await asked.getByText(`${first_name(asker)} asks to swap`, { exact: false }).waitFor()
  await clean(asked, 'a question to swap')
  await press(asked, `Swap with ${first_name(asker)}`)
  await asker.getByText(/^You have asked/).waitFor({ state: 'detached' })
  await later_rows(asker).getByRole('button', { name: /^Pass/ }).last().click()
  await clean(asker, 'passing a turn')
  await press(asker, 'Yes, pass this turn')
  await asker.getByText('You have given up 1 turn so far', { exact: false }).waitFor()
  await founder.reload()
  await heading(founder, 'The next 6 sessions')
  lead = await holder('Facilitator')
  presenter = await holder('Presenter')
  assert.ok(lead && presenter && lead !== presenter)
})

step('the presenter brings a case; a first name, a number and a day have to go', async () => {
  await presenter.goto(`${server.origin}/g/${group}/case/new`)
  await heading(presenter, /Your case for/)
  await presenter.getByLabel('Title').fill('When somebody goes silent')
  await presenter.getByLabel('My question to the group').fill('How can I stay present?')
  await presenter.getByRole('radio', { name: 'Reflection' }).check()
  for (const [label, value] of [['Setting', 'Private practice'], ['Age', '30 to 39'], ['Kind of region', 'Small town'], ['Theme', 'Silence']])
    await presenter.getByLabel(label, { exact: true }).fill(value)
  await presenter.locator('[data-field=text]').fill('Her sister Anna called on 14 March 2026 from +49 30 901820. Since then most hours begin in silence.')
  for (const words of ['Anna', '14 March 2026', '+49 30 901820']) await presenter.locator('.checked mark', { hasText: words }).waitFor()
  await clean(presenter, 'writing a case')
  await presenter.getByRole('button', { name: /certain ones/ }).click()
  await presenter.locator('.checked mark.must').first().waitFor({ state: 'detached' })
  assert.doesNotMatch(await presenter.locator('[data-field=text]').inputValue(), /Anna|14 March|901820/)
  await presenter.getByText('I have read it once', { exact: false }).click()
  await press(presenter, 'Submit to the group')
  await presenter.waitForURL((to) => !to.pathname.endsWith('/new'))
})

step('each of the others says privately whether they might know the person', async () => {
  for (const page of pages) {
    if (page === presenter) continue
    await page.goto(server.origin)
    await heading(page, 'Might you know the person?')
    if (page === lead) await clean(page, 'home with a question')
    await page.locator('li', { hasText: 'Might you know the person?' }).getByRole('link', { name: 'Answer' }).click()
    await page.getByRole('group', { name: 'Might you know this person?' }).getByRole('button', { name: 'No', exact: true }).click()
    await page.getByRole('link', { name: /^Open/ }).or(page.getByRole('button', { name: /^Open/ })).first().waitFor()
  }
})

step('six browsers go through the session in step', async () => {
  await move_clock('2026-10-13T14:25:00Z')
  for (const page of pages) await page.goto(`${server.origin}/g/${group}/schedule`)
  for (const page of pages) await follow(page, 'Enter session')
  await heading(lead, /you lead/i)
  await lead.locator('.here input:checked').nth(5).waitFor()
  await press(lead, 'Yes, that is all of us')
  await press(lead, 'Start session 1')
  for (const page of pages) await heading(page, 'Arriving')
  await press(lead, 'Next: Preparing')
  for (const page of pages) await heading(page, 'Preparing')
  await press(lead, 'Next: Presenting')
  for (const page of pages) await heading(page, 'Presenting')
  await press(lead, 'Undo this step')
  for (const page of pages) await heading(page, 'Preparing')
  for (const title of ['Presenting', 'Clarifying', 'Affirming']) {
    await press(lead, `Next: ${title}`)
    await heading(lead, title)
  }
  await presenter.getByText('Lean back and listen', { exact: false }).waitFor()
  await clean(presenter, 'the silent screen')
  await press(presenter, 'Please stop')
  await heading(lead, `${first_name(presenter)} has asked to stop`)
  await press(lead, 'Go on')
  await heading(lead, 'Affirming')
  for (const title of ['Reflecting', 'Closing', 'Closing round']) {
    await press(lead, `Next: ${title}`)
    await heading(lead, title)
  }
  await press(lead, 'Close session')
  await lead.locator('dialog .here input:checked').nth(5).waitFor()
  await lead.locator('dialog').getByRole('button', { name: 'Close session' }).click()
  for (const page of pages) await heading(page, 'The session is closed')
})

step('each rates in three taps; then the evaluation shows', async () => {
  for (const page of pages) {
    await follow(page, 'Rate it')
    await page.getByRole('group', { name: 'Today was useful for my work.' }).locator('label', { hasText: /^8$/ }).click()
    await press(page, 'Send my rating')
    await page.waitForURL((to) => to.pathname === '/')
  }
  await founder.goto(`${server.origin}/g/${group}/evaluation`)
  await founder.getByRole('cell', { name: '8.0 close' }).first().waitFor()
  await clean(founder, 'the evaluation')
  await founder.goto(server.origin)
  await heading(founder, 'Next for you, Mirjam')
  await founder.getByText('session 2', { exact: false }).first().waitFor()
  await clean(founder, 'home with a next session')
  await founder.goto(`${server.origin}/account`)
  await heading(founder, 'Your account')
  await clean(founder, 'the account')
  await founder.goto(`${server.origin}/g/${group}/agreement#propose`)
  await heading(founder, 'A new version of the agreement')
  await clean(founder, 'a new version of the agreement')
  await founder.goto(`${server.origin}/account`)
  await founder.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  await heading(founder, 'Welcome back')
  await clean(founder, 'signing in')
  for (const page of pages) assert.deepEqual(page.errors, [], page.person)
})
