// The client's packages (playwright-core, axe, ws …) for scripts that lie outside client-web: const { chromium } = load('playwright-core')
import { createRequire } from 'node:module'

export const load = createRequire(new URL('../../client-web/package.json', import.meta.url))
