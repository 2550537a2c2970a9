// The formats as a facilitator reads them beforehand: which one fits, and each on one sheet of paper in both languages.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from '../support/browser.mjs'
import { clean, follow, heading, open_page } from '../support/page.mjs'
import { enter, start_test_server } from '../support/test_server.mjs'

let server, browser, person, group, formats
before(async () => {
  server = await start_test_server()
  person = await enter(server.origin, server.first_link, { email: 'mirjam@example.org', name: 'Mirjam' })
  const { clauses } = await person.call('groups.template', { language: 'en' })
  ;({ group } = await person.call('groups.create', { name: 'Circle', language: 'en', clauses }))
  const all = await person.call('consultation.formats', { language: 'en' })
  formats = all.formats.filter((format) => !format.frame)
  for (const [name, language] of [
    ['Ben', 'en'],
    ['Dora', 'de'],
    ['Kenji', 'en'],
    ['Luz', 'en'],
    ['Sana', 'en'],
  ]) {
    const { token } = await person.call('groups.invite', { group })
    await enter(server.origin, `x#${token}`, {
      email: `${language}.${name.toLowerCase()}@example.org`,
      name,
      language,
    })
  }
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await server?.end()
})

async function signed_in(email, options) {
  const page = await open_page(browser, options)
  await page.goto(`${server.origin}/sign-in`)
  await page.getByLabel(/^e-mail/i).fill(email)
  await page.locator('input[type=password]').fill('a calm long phrase')
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/')
  return page
}

async function on_one_sheet(page, code) {
  for (const format of ['A4', 'Letter']) {
    const sheet = (await page.pdf({ format })).toString('latin1')
    assert.equal(sheet.match(/\/Type\s*\/Page\b/g).length, 1, `${code} on ${format}`)
  }
}

for (const [width, locale] of [[1440, 'en-GB'], [390, 'de-DE']])
  test(`${locale}, ${width} px: all formats, one that fits, and a card on one sheet for each`, async () => {
    const english = locale.startsWith('en')
    const page = await signed_in(english ? 'en.ben@example.org' : 'de.dora@example.org', { width, locale })
    await page.goto(`${server.origin}/g/${group}`)
    await page.locator(`a[href="/g/${group}/formats"]`).click()
    await heading(page, english ? 'Formats' : 'Formate')
    await page.locator('.col > .card').nth(formats.length).waitFor()
    await page.getByRole('radio', { name: english ? 'Strong feelings' : 'Starke Gefühle' }).check()
    await page.getByText(english ? 'looks for no solution' : 'sucht keine Lösung').waitFor()
    await clean(page, 'formats')
    for (const { code, phases } of formats) {
      await page.goto(`${server.origin}/g/${group}/formats/${code}`)
      await page.locator('.script > li').nth(phases.length - 1).waitFor()
      assert.equal(await page.locator('.script q').count(), phases.length)
      await on_one_sheet(page, code)
    }
    await clean(page, 'a card')
    await follow(page, english ? 'All formats' : 'Alle Formate')
    await heading(page, english ? 'Formats' : 'Formate')
    assert.deepEqual(page.errors, [])
    await page.context().close()
  })

test('a group’s own words, as many as a script takes in every phase, stand on one sheet too, and can be read there', async () => {
  await person.call('groups.sign', { group, version: 1 })
  const words =
    'Bitte erzählt der Reihe nach, was euch beim Zuhören aufgefallen ist und welche Empfindungen entstanden sind; die Rückmeldungen bleiben Beobachtungen, keine Ratschläge. '
  const script = words.repeat(4).slice(0, 600)
  for (const { code, phases } of formats)
    await person.call('consultation.set_format', {
      group,
      format: code,
      version: 0,
      phases: phases.map(({ code, minutes }) => ({ code, minutes, script })),
    })
  const page = await signed_in('de.dora@example.org', { width: 1440, locale: 'de-DE' })
  for (const { code, phases } of formats) {
    await page.goto(`${server.origin}/g/${group}/formats/${code}`)
    await page.locator('.script q', { hasText: 'keine Ratschläge' }).nth(phases.length - 1).waitFor()
    await on_one_sheet(page, code)
  }
  await page.emulateMedia({ media: 'print' })
  const sizes = await page.locator('.sheet').evaluate((sheet) =>
    [...sheet.querySelectorAll('h1, h2, p, q, span')]
      .filter((each) => each.checkVisibility() && each.textContent.trim())
      .map((each) => Number.parseFloat(getComputedStyle(each).fontSize) * 0.75),
  )
  assert.ok(sizes.length > 10 && Math.min(...sizes) >= 8.49, `${Math.min(...sizes)} pt`)
  await page.context().close()
})
