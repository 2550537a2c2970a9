// The JavaScript of a first load, packed: what Chromium asks for until home stands there, signed in, and until the
// sign-in form does. The larger of the two.
import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { client, start_server } from '../support/server.mjs'
import { launch } from '../support/browser.mjs'

async function scripts_of(browser, origin, cookie) {
  const context = await browser.newContext()
  if (cookie) await context.addCookies([{ name: 'covision', value: cookie, url: origin }])
  const page = await context.newPage()
  const bodies = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  await page.goto(origin, { waitUntil: 'networkidle' })
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length)
  await context.close()
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** kB; undefined where there is no Chromium or no built client. */
export async function first_load_kb(data, token) {
  if (!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium') || !existsSync(client)) return undefined
  const server = await start_server({ data })
  const browser = await launch()
  try {
    return Math.max(await scripts_of(browser, server.origin), await scripts_of(browser, server.origin, token))
  } finally {
    await browser.close()
    await server.end()
  }
}
