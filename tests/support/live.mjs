// Browsers in a live session: how they come in, lose their line, and stand in the same second.
import assert from 'node:assert/strict'
import { connect, createServer } from 'node:net'
import { open_page } from './page.mjs'
import { email_of } from './writing.mjs'

/** What a page is given before its own code: sockets that can be cut, a clock that is wrong; buzzes and the screen's locks are counted. */
function outfit(wrong_by) {
  globalThis.sockets = []
  globalThis.buzzes = []
  navigator.vibrate = (pattern) => globalThis.buzzes.push(pattern)
  globalThis.kept_awake = 0
  const request = async () => {
    ++globalThis.kept_awake
    return { release: async () => --globalThis.kept_awake }
  }
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } })
  globalThis.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given)
      globalThis.sockets.push(this)
    }
  }
  if (!wrong_by) return
  const Right = Date
  globalThis.Date = class extends Right {
    constructor(...given) {
      super(...(given.length ? given : [Right.now() + wrong_by]))
    }
    static now() {
      return Right.now() + wrong_by
    }
  }
}

/** Somebody signs in and goes to the session at `url`. wrong_by: how far this device's clock is off, in ms. */
export async function attend(browser, url, person, { wrong_by = 0, ...options } = {}) {
  const page = await open_page(browser, options)
  await page.context().addInitScript(outfit, wrong_by)
  await page.goto(`${new URL(url).origin}/sign-in`)
  await page.fill('input[type=email]', email_of(person.name))
  await page.fill('input[type=password]', 'a calm long phrase')
  await page.press('input[type=password]', 'Enter')
  await page.waitForURL((to) => to.pathname === '/')
  await page.goto(url)
  return page
}

/** A line to the server at `port` that takes `delay` ms each way; resolves to { port, end() }. */
export async function slow_line(port, delay) {
  const ends = new Set()
  const line = createServer((near) => {
    const far = connect(port, 'localhost')
    for (const [from, to] of [[near, far], [far, near]]) {
      ends.add(from)
      from.on('data', (chunk) => setTimeout(() => to.writable && to.write(chunk), delay))
      from.on('end', () => setTimeout(() => to.end(), delay))
      from.on('error', () => to.destroy())
      from.on('close', () => ends.delete(from))
    }
  })
  await new Promise((resolve) => line.listen(0, 'localhost', resolve))
  const end = () => {
    for (const each of ends) each.destroy()
    line.close()
  }
  return { port: line.address().port, end }
}

/** A line is cut by closing its socket: what a browser calls offline keeps those that are open. */
export async function cut(page) {
  await page.context().setOffline(true)
  await page.evaluate(() => globalThis.sockets.at(-1).close())
}
export async function mend(page) {
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
}

/** Has pages look at the server's clock at once, as after a sleep. */
export const wake = (...pages) =>
  Promise.all(pages.map((page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))))

/**
 * How far a page's seconds lie from the deadline, in ms: the middle of three. The server's clock stands still, so what
 * is left is what was left when the page last looked at it, less what has passed since.
 */
async function off_by(page, remaining) {
  const turns = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = []
        const timer = document.querySelector('[role=timer]')
        const start = performance.now()
        document.dispatchEvent(new Event('visibilitychange'))
        const observer = new MutationObserver(() => {
          const passed = performance.now() - start
          if (passed < 700) return // the correction itself, over a slow line too
          seen.push({ passed, text: timer.textContent })
          if (seen.length < 3) return
          observer.disconnect()
          resolve(seen)
        })
        observer.observe(timer, { characterData: true, childList: true, subtree: true })
      }),
  )
  const errors = turns.map(({ passed, text }) => {
    const [minutes, seconds] = text.split(':').map(Number)
    return Math.abs((minutes * 60 + seconds) * 1000 - (remaining - passed))
  })
  return errors.sort((a, b) => a - b)[1]
}

/** All pages count to the run's deadline within 150 ms. */
export async function stand_together(person, group, session, pages) {
  const { run } = await person.call('consultation.show', { group, session })
  const { at } = await person.call('time.now')
  const remaining = Date.parse(run.deadline) - Date.parse(at)
  // A clock that stands still lets no browser choose among samples: a slow answer on a busy machine is measured again.
  const measure = async (page) => {
    let error = await off_by(page, remaining)
    for (let again = 0; again < 2 && error >= 150; ++again) error = await off_by(page, remaining)
    assert.ok(error < 150, `a timer is off by ${error} ms`)
  }
  await Promise.all(pages.map(measure))
}
