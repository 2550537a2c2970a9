// A headless Chromium for the browser suites, and the look of axe-core over a page.
import { load } from './packages.mjs'

const { chromium } = load('playwright-core')
const { default: AxeBuilder } = load('@axe-core/playwright')

/** Made-up camera and microphone; the peer connection also over the loopback alone. */
export function launch(options = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
      '--allow-loopback-in-peer-connection',
    ],
    ...options,
  })
}

/** What breaks WCAG 2.2 AA on the page as it stands, one line each with the places. The page must come from newContext(). */
export async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
