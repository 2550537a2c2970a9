// A case from the first word to the reading: written with the check beside it, kept on the device, handed in, asked
// about in private, opened. In a real browser against the real server, by keyboard where it is about the places.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, violations } from '../support/browser.mjs'
import { start_test_server } from '../support/test_server.mjs'
import { field, lines, make_circle, open_signed_in, selects, until_places as until } from '../support/writing.mjs'

const names = ['Mirjam Kolb', 'Ben Okafor', 'Dora Lindqvist']

let server, browser, people, group, session, presenter, others

async function open_browser(person, options) {
  const { context, page } = await open_signed_in(browser, server, person, options)
  return { context, page: watched(page) }
}

const complaints = []
/** Nothing of the content security policy is broken, and nothing of a case reaches the console. */
function watched(page) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) || /Martina|Anna/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return page
}

async function accessible(page) {
  for (const theme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme: theme })
    assert.deepEqual(await violations(page), [], `${theme}: ${page.url()}`)
  }
}

before(async () => {
  server = await start_test_server()
  ;({ people, group, session, presenter, others } = await make_circle(server, names))
  browser = await launch()
})
after(async () => {
  await browser?.close()
  for (const person of people ?? []) await person.end()
  await server?.end()
})

let case_id
test('a case is written while the check looks on, survives a closed tab, and is handed in', async () => {
  const { context, page } = await open_browser(presenter)
  await page.goto(`${server.origin}/g/${group}/cases`)
  await page.getByRole('heading', { name: 'No case is waiting' }).waitFor()
  await page.getByRole('link', { name: 'Prepare a case', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /Your case for Tuesday 13 October/ }).waitFor()

  await page.getByLabel('Title').fill('When a client goes silent')
  await page.getByLabel('My question to the group').fill('How can I stay present with Anna?')
  await page.getByRole('radio', { name: 'Reflection' }).check()
  for (const [label, value] of [
    ['Setting', 'Private practice'],
    ['Age', '30 to 39'],
    ['Kind of region', 'Small town'],
    ['Theme', 'Silence'],
  ])
    await page.getByLabel(label, { exact: true }).fill(value)

  const text = field(page, 'text')
  for (const [attribute, value] of [['spellcheck', 'false'], ['autocomplete', 'off'], ['translate', 'no'], ['writingsuggestions', 'false']])
    assert.equal(await text.getAttribute(attribute), value, attribute)
  await text.focus()
  await page.keyboard.type('😀 I have seen Martina Keller since 14 March. Anna, her sister, calls from +49 30 901820. They live in Leipzig')
  await page.locator('.checked mark', { hasText: 'Leipzig' }).waitFor()
  assert.deepEqual(await lines(page, 'text'), [
    ['must', 'Martina Keller'],
    ['must', '14 March'],
    ['must', 'Anna'],
    ['must', '+49 30 901820'],
    ['review', 'Leipzig'],
  ])
  assert.deepEqual(await lines(page, 'question'), [['must', 'Anna']])
  await until(page, '6 places')
  const geometry = await page.evaluate(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect()
    const [over, under] = [box('[data-field=text]'), box('.checked:has([data-field=text]) .marks')]
    return [over.width - under.width, over.height - under.height, over.top - under.top].map(Math.abs)
  })
  assert.ok(geometry.every((difference) => difference < 1), `the lines lie under their words: ${geometry}`)
  await accessible(page)

  // Typing before a place moves its line at once.
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('So. ')
  assert.equal((await lines(page, 'text'))[0][1], 'Martina Keller')

  // The tab is closed in the middle of it.
  await page.locator('[data-saved=true]').waitFor()
  const stored = await page.evaluate(async () => {
    const db = await new Promise((resolve) => {
      const request = indexedDB.open('covision')
      request.onsuccess = () => resolve(request.result)
    })
    const all = (name) => new Promise((resolve) => {
      const request = db.transaction(name).objectStore(name).getAll()
      request.onsuccess = () => resolve(request.result)
    })
    const [[key], [draft]] = [await all('keys'), await all('drafts')]
    const plain = new TextDecoder('latin1').decode(draft.bytes) + JSON.stringify({ ...localStorage })
    return { extractable: key.extractable, readable: plain.includes('Martina') }
  })
  assert.deepEqual(stored, { extractable: false, readable: false })
  await page.close()
  const again = watched(await context.newPage())
  await again.goto(`${server.origin}/g/${group}/cases`)
  await again.getByRole('link', { name: 'Go on writing' }).click()
  await until(again, '6 places')
  assert.match(await field(again, 'text').inputValue(), /^So\. 😀 I have seen Martina/)
  await again.getByText('Kept only on this device').waitFor()

  // All certain ones with one button, back with one step, and again.
  await again.getByRole('button', { name: 'Replace all 5 certain ones' }).click()
  await until(again, '1 place')
  const replaced = await field(again, 'text').inputValue()
  assert.doesNotMatch(replaced, /Martina|Keller|Anna|901820|14 March/)
  await again.locator('#findings').getByRole('button', { name: 'Undo' }).click()
  await until(again, '6 places')
  await again.getByRole('button', { name: 'Replace all 5 certain ones' }).click()
  await until(again, '1 place')
  assert.equal(await field(again, 'text').inputValue(), replaced)

  // What is missing is said, and gone to; the doubtful one is decided by keyboard.
  await again.getByRole('button', { name: 'Submit to the group' }).click()
  await selects(again, 'Leipzig')
  await field(again, 'title').focus()
  await again.keyboard.press('F8')
  await selects(again, 'Leipzig')
  await again.keyboard.press('Shift+F8')
  await selects(again, 'Leipzig')
  await accessible(again)
  await again.keyboard.press('Alt+Enter')
  await again.waitForFunction(() => document.activeElement.closest('#findings .open'))
  await again.getByPlaceholder('another reason').fill('it is large')
  await again.keyboard.press('Enter')
  await until(again, 'No places')
  assert.deepEqual((await lines(again, 'text')).filter(([kind]) => kind === 'kept'), [['kept', 'Leipzig']])
  await again.getByText('Kept, because: it is large.').waitFor()

  await again.getByRole('button', { name: 'Submit to the group' }).click()
  await again.getByText('Please read it once yourself').waitFor()
  await again.waitForFunction(() => document.activeElement.type === 'checkbox')
  await again.keyboard.press('Space')
  await again.getByRole('button', { name: 'Submit to the group' }).click()
  await again.waitForURL(/\/case\/[0-9a-f-]{36}$/)
  case_id = again.url().split('/').at(-1)
  await again.getByRole('heading', { name: 'When a client goes silent' }).waitFor()
  const left = await again.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('covision').onsuccess = ({ target }) => {
          target.result.transaction('drafts').objectStore('drafts').count().onsuccess = (event) => resolve(event.target.result)
        }
      }),
  )
  assert.equal(left, 0, 'the draft is deleted')
  assert.ok(!again.url().includes('Martina'))
  await context.close()
})

test('before it opens the others are asked in private; no opens it on demand, maybe closes it', async () => {
  const { context, page } = await open_browser(others[0])
  await page.goto(`${server.origin}/g/${group}/cases`)
  const question = page.getByRole('group', { name: 'Might you know this person?' })
  await question.waitFor()
  await page.getByText('Private practice').waitFor()
  await page.getByText('Nobody else sees your answer').waitFor()
  assert.equal(await page.getByText('When a client goes silent').count(), 0)
  await accessible(page)
  await question.getByRole('button', { name: 'No', exact: true }).click()
  await page.getByRole('link', { name: /^Open: When a client goes silent/ }).click()
  await page.getByText('Each look at a case is recorded').waitFor()
  assert.equal(await page.getByText('They live in Leipzig').count(), 0, 'only opened on demand')
  await accessible(page)
  await page.getByRole('button', { name: 'Open the case' }).click()
  await page.getByText('Checked for identifiers').waitFor()
  await page.getByText(`Brought by ${presenter.name}`).waitFor()
  assert.ok((await page.locator('.text .code').count()) >= 2, 'codes are chips')
  await accessible(page)

  await page.getByRole('button', { name: 'I may know this person' }).click()
  await page.getByRole('button', { name: 'Close the case for me' }).click()
  await page.getByText('You are away for this case.', { exact: true }).waitFor()
  assert.equal(await page.getByText('They live in Leipzig').count(), 0)
  await accessible(page)
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await page.getByRole('button', { name: 'Open the case' }).waitFor()
  await context.close()
})

test('what only the server sees is refused by it, shown and gone to; the text stays', async () => {
  const { duties, sessions } = await others[0].call('rota.show', { group })
  const turn = duties.find(
    (duty) => duty.role === 'presenter' && duty.session !== session && others.some(({ account }) => account === duty.account),
  )
  assert.ok(turn && sessions.some((each) => each.session === turn.session))
  const { context, page } = await open_browser(others.find(({ account }) => account === turn.account))
  // A check that has gone blind: only for this page, all else is the real server.
  await page.routeWebSocket('**/ws', (socket) => {
    const real = socket.connectToServer()
    real.onMessage((frame) => {
      const message = JSON.parse(frame)
      for (const field of message.result?.fields ?? []) field.findings = []
      socket.send(JSON.stringify(message))
    })
  })
  await page.goto(`${server.origin}/g/${group}/case/new?session=${turn.session}`)
  const written = 'We sat in silence. Anna called on 14 March.'
  await page.getByLabel('Title').fill('When somebody goes silent')
  await page.getByLabel('My question to the group').fill('What do you notice?')
  await page.getByRole('radio', { name: 'Ideas' }).check()
  for (const label of ['Setting', 'Age', 'Kind of region', 'Theme']) await page.getByLabel(label, { exact: true }).fill('some')
  await field(page, 'text').fill(written)
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Submit to the group' }).click()
  await page.getByText('Some places may still identify somebody').waitFor()
  await until(page, '2 places')
  assert.equal(await field(page, 'text').inputValue(), written)
  assert.deepEqual(await lines(page, 'text'), [['must', 'Anna'], ['must', '14 March']])
  await selects(page, 'Anna')

  // A whole record at once: one kind word, once.
  const paste = (text) =>
    field(page, 'text').evaluate((element, text) => {
      element.focus()
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      element.setRangeText(text)
      element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }, text)
  await paste('word '.repeat(3001))
  const record = page.getByText('perhaps a whole record')
  await record.waitFor()
  await page.getByRole('button', { name: 'Take it out again' }).click()
  assert.equal(await field(page, 'text').inputValue(), written)
  await paste('word '.repeat(3001))
  assert.equal(await record.count(), 0)
  await page.getByRole('button', { name: 'Discard this case' }).click()
  await page.getByRole('button', { name: 'Discard it' }).click()
  await page.waitForFunction(() => document.querySelector('[data-field=text]')?.value === '')
  await context.close()
})

test('on the phone and in German: no wider than the screen, places below the text, a shared device keeps nothing', async () => {
  await others[1].call('accounts.update', { language: 'de' })
  const { context, page } = await open_browser(others[1], { language: 'de', viewport: { width: 360, height: 740 } })
  await page.goto(`${server.origin}/g/${group}/case/new`)
  await field(page, 'text').fill('Frau Keller kam am 14. März.')
  await until(page, '2 Stellen')
  await page.getByRole('button', { name: 'Dorthin' }).click()
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2')
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok((await wide()) <= 0)
  await accessible(page)
  await page.locator('[data-saved=true]').waitFor()
  await page.getByRole('switch').check()
  await page.getByText('Wird nirgends aufgehoben').waitFor()
  await page.goto(`${server.origin}/g/${group}/cases`).catch(() => {})
  await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor()
  await page.goto(`${server.origin}/g/${group}/case/new`)
  await field(page, 'text').waitFor()
  assert.equal(await field(page, 'text').inputValue(), '')
  await page.goto(`${server.origin}/g/${group}/case/${case_id}`)
  await page.getByRole('group', { name: 'Kennst du diese Person vielleicht?' }).waitFor()
  assert.ok((await wide()) <= 0)
  await accessible(page)
  await context.close()
})

test('nothing broke the policy of the page, and no word of a case stood in the console', () => {
  assert.deepEqual(complaints, [])
})
