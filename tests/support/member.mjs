// One member of a live session in a process of its own: the client's own wire (client-web/src/wire) without a browser.
//
//   member.mjs ADDRESS ORIGIN TOKEN GROUP SESSION
//
// Lines of its input are commands: {"id", "method", "params"} calls, {"drop": true} breaks the line as if it had been
// pulled out. It writes {"version", "deadline", "reconnects"} whenever one of them changes, and {"id", "result"} or
// {"id", "error"}.
import { createInterface } from 'node:readline'
import { load } from './packages.mjs'

const { WebSocket: Socket } = load('ws')
const [address, origin, token, group, session] = process.argv.slice(2)
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`)

let line
const give = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
give('location', { origin: address, reload: () => process.exit(3) })
give('navigator', { onLine: true })
give('sessionStorage', { getItem: () => null, setItem: () => {} })
const fetch_any = globalThis.fetch
give('fetch', (path, options) => fetch_any(new URL(path, address), options))
give(
  'WebSocket',
  class extends Socket {
    constructor(url, protocol) {
      const headers = { Authorization: `Bearer ${token}`, Origin: origin, Host: new URL(origin).host }
      super(url, protocol, { headers, perMessageDeflate: false })
      this.on('error', () => {}) // its close follows
      line = this
    }
  },
)

const { call, connect, listen, reconnects } = await import('../../client-web/src/wire/socket.ts')

let run
function moved(to) {
  if (!to || (run && to.version <= run.version)) return
  run = to
  tell()
}
const tell = () => run && say({ version: run.version, deadline: run.deadline, reconnects: reconnects.value })
reconnects.subscribe(tell)
const read = () => call('consultation.show', { group, session }).then((view) => moved(view.run), () => {})

connect(() => process.exit(4))
listen(group, {
  event: (event) => event.kind === 'consultation.changed' && moved(event.data),
  reset: read,
})
await read()

createInterface({ input: process.stdin }).on('line', (text) => {
  const { id, method, params, drop } = JSON.parse(text)
  if (drop) return line.terminate()
  call(method, params).then(
    (result) => say({ id, result }),
    (error) => say({ id, error: error.code }),
  )
}).on('close', () => process.exit(0))
