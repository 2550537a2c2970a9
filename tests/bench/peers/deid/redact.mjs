// redact-pii over lines of {"text"}: each comes out as {"text"} with U+0001 where something was taken out.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const { SyncRedactor } = createRequire(import.meta.url)('redact-pii')
const redactor = new SyncRedactor({ globalReplaceWith: '\u0001' })
for (const line of readFileSync(process.argv[2], 'utf8').split('\n'))
  if (line) process.stdout.write(`${JSON.stringify({ text: redactor.redact(JSON.parse(line).text) })}\n`)
