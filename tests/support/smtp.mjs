// The mail relay of tests: a real SMTP server in Python, beside the server that is tested.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('smtp_server.py', import.meta.url))

export class Relay {
  /** `options` go to smtp_server.py. Resolves when it listens. */
  static async start(options = []) {
    const relay = new Relay(options)
    relay.port = (await relay.heard('port')).port
    return relay
  }

  constructor(options) {
    this.steps = []
    this.mails = []
    this.lines = []
    this.listeners = new Set()
    this.child = spawn('/usr/bin/python3', [script, ...options.map(String)], { stdio: ['pipe', 'pipe', 'pipe'] })
    this.said = ''
    this.child.stderr.on('data', (chunk) => (this.said += chunk))
    this.ended = new Promise((resolve) => this.child.on('close', resolve))
    createInterface({ input: this.child.stdout }).on('line', (line) => this.#take(JSON.parse(line)))
  }

  #take(line) {
    this.lines.push(line)
    if (line.step) this.steps.push(line.step)
    if (line.mail) this.mails.push(line.mail)
    for (const listener of this.listeners) listener()
  }

  /** The next line, from `from` on, that has this member (with this value). */
  heard(member, value, from = 0) {
    const look = () => this.lines.slice(from).find((line) => member in line && (value === undefined || line[member] === value))
    return new Promise((resolve, reject) => {
      const listener = () => {
        const found = look()
        if (!found) return
        this.listeners.delete(listener)
        resolve(found)
      }
      this.listeners.add(listener)
      this.ended.then(() => reject(Error(`the relay ended: ${this.said}`)))
      listener()
    })
  }

  /** What it does at its next steps; see smtp_server.py. */
  plan(...actions) {
    return this.#obey({ plan: actions })
  }

  /** Ends a "hold". */
  go() {
    return this.#obey({ go: true })
  }

  async #obey(command) {
    const from = this.lines.length
    this.child.stdin.write(`${JSON.stringify(command)}\n`)
    await this.heard('obeyed', true, from)
  }

  /** Resolves when `step` is reached, from now on. */
  next(step) {
    return this.heard('step', step, this.lines.length)
  }

  count(step) {
    return this.steps.filter((one) => one === step).length
  }

  async end() {
    this.child.kill('SIGKILL')
    await this.ended
  }
}

export const header = (mail, name) => mail.headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1]
export const message_id = (mail) => header(mail, 'Message-ID')
