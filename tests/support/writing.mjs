// A small group with a session ahead, and the page on which one of its members writes a case.
import { enter } from './test_server.mjs'

const password = 'a calm long phrase'
export const email_of = (name) => `${name.split(' ')[0].toLowerCase()}@example.org`

/**
 * A group of `names` who have all signed, with three sessions; resolves to { people, group, session, presenter, others }.
 * The first organises; `presenter` is who presents in `session`.
 */
export async function make_circle(server, names) {
  const people = [await enter(server.origin, server.first_link, { email: email_of(names[0]), name: names[0] })]
  const [first] = people
  const { clauses } = await first.call('groups.template', { language: 'en' })
  const { group } = await first.call('groups.create', { name: 'Tuesday circle', language: 'en', clauses })
  for (const name of names.slice(1)) {
    const { token } = await first.call('groups.invite', { group })
    people.push(await enter(server.origin, `x#${token}`, { email: email_of(name), name }))
  }
  for (const [i, person] of people.entries()) {
    Object.assign(person, { name: names[i], email: email_of(names[i]) })
    await person.call('groups.sign', { group, version: 1 })
  }
  await first.call('schedule.create_series', {
    group,
    recurrence: { frequency: 'weekly', interval: 2, days: ['tu'], count: 3 },
    starts: '2026-10-13T16:30',
    zone: 'Europe/Berlin',
    minutes: 90,
    place: '',
    call_link: '',
  })
  const { sessions, duties } = await first.call('rota.show', { group })
  const { session } = sessions[0]
  const duty = duties.find((each) => each.session === session && each.role === 'presenter')
  const presenter = people.find(({ account }) => account === duty.account)
  return { people, group, session, presenter, others: people.filter((person) => person !== presenter) }
}

/** A browser context in which `person` is signed in, with one page. */
export async function open_signed_in(browser, server, person, { language = 'en', ...options } = {}) {
  const context = await browser.newContext({ locale: language, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  await page.goto(`${server.origin}/sign-in`)
  await page.evaluate(
    async ({ email, password }) => {
      await fetch('/auth/sign_in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Covision': '1' },
        body: JSON.stringify({ email, password }),
      })
      localStorage.setItem('covision.known', '1')
    },
    { email: person.email, password },
  )
  return { context, page }
}

export const field = (page, name) => page.locator(`[data-field=${name}]`)
/** Lines under the text: level and words. */
export const lines = (page, name) =>
  page.locator(`.checked:has([data-field=${name}]) mark`).evaluateAll((marks) =>
    marks.map((mark) => [['must', 'review', 'kept'].find((kind) => mark.classList.contains(kind)), mark.textContent]),
  )
/** Waits until these words are selected in the field that has the focus. */
export const selects = (page, words) =>
  page.waitForFunction((words) => {
    const { value, selectionStart, selectionEnd } = document.activeElement
    return value?.slice(selectionStart, selectionEnd) === words
  }, words)
/** Waits until the heading of the places says `text`. */
export const until_places = (page, text) => page.locator('#findings h2').filter({ hasText: text }).waitFor({ timeout: 5000 })
