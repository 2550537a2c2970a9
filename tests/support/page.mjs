// What a person does on a page, and what must hold for every one of them.
import assert from 'node:assert/strict'
import { violations } from './browser.mjs'

/** A context of its own with one page that remembers what went wrong in it. */
export async function open_page(browser, { width = 1440, locale = 'en-GB', ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.errors = []
  page.on('pageerror', (error) => page.errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Trusted/i.test(message.text())) page.errors.push(message.text())
  })
  return page
}

/** What stands beyond the sides of the card that it is in, or of what clips it there: buttons that are joined. */
function outside() {
  const found = []
  for (const card of document.querySelectorAll('.card, .card .joined')) {
    const { left, right } = card.getBoundingClientRect()
    for (const each of card.querySelectorAll('p, span, small, time, button, a, h2, h3')) {
      if (!each.checkVisibility() || each.closest('.sr, dialog, svg, table')) continue
      const box = each.getBoundingClientRect()
      if (box.width > 1 && (box.right > right + 1 || box.left < left - 1)) found.push(each.textContent.slice(0, 60))
    }
  }
  return found
}

/** axe finds nothing in light and dark, nothing is wider than the window, and nothing sticks out of its card. */
export async function clean(page, where) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await violations(page), [], `${where}, ${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(wider <= 0, `${where} is wider than the window by ${wider} px`)
  assert.deepEqual(await page.evaluate(outside), [], `${where}: sticks out of its card`)
}

export const press = (page, name) => page.getByRole('button', { name, exact: true }).click()
export const follow = (page, name) => page.getByRole('link', { name, exact: true }).click()
export const heading = (page, name) => page.getByRole('heading', { name, exact: typeof name === 'string' }).first().waitFor()
