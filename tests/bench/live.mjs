// A thousand live sessions at once, eight members each, on one core: how long a phase change takes to all members, what
// somebody who reads nothing costs the others, and how soon all are in step after the server was killed.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { free_port } from '../support/server.mjs'
import { Person } from '../support/test_server.mjs'
import { folder, run, start, start_server, tools } from './processes.mjs'

const groups = 1000
const members = 8
const data = join(folder, 'live')
const tokens = join(folder, 'live.tokens')
const sessions = join(folder, 'live.sessions')
const server_tool = join(tools, 'bench_server')
const of_group = (g) => `00000000-0000-4000-8000-${String(g).padStart(12, '0')}`
const of_account = (i) => `00000000-0000-4002-8000-${String(i).padStart(12, '0')}`

const serve = (port) => start_server(server_tool, ['serve', '--data', data, '--port', String(port)])

async function prepare(port) {
  for (const path of [data, `${data}.key`]) rmSync(path, { recursive: true, force: true })
  await (await serve(port)).end() // makes the folder
  const counts = ['--groups', String(groups), '--singles-count', '0']
  await run('server', server_tool, ['seed', '--data', data, '--tokens', tokens, '--singles', '/dev/null', ...counts])
}

/** By real calls, each group's organiser: a session that is about to be, and its run. Resolves to "ID VERSION" of each. */
async function begin_all(server) {
  const logins = readFileSync(tokens, 'utf8').trim().split('\n')
  const starts = new Date(Date.now() + 20 * 60_000).toISOString().slice(0, 16)
  const plan = { starts, zone: 'Etc/UTC', minutes: 120, place: '', call_link: '' }
  const begin = async (g) => {
    const group = of_group(g)
    const lead = await Person.connect(`http://localhost:${server.port}`, logins[g * members])
    const { session } = await lead.call('schedule.add_session', { group, ...plan })
    const present = Array.from({ length: members }, (_, m) => of_account(g * members + m))
    const { version } = await lead.call('consultation.begin', { group, session, agenda: [{ format: 'peer_support', version: 0 }], present })
    await lead.end()
    return `${session} ${version}\n`
  }
  const lines = []
  for (let g = 0; g < groups; g += 25) {
    const some = Array.from({ length: 25 }, (_, k) => begin(g + k))
    lines.push(...(await Promise.all(some)))
  }
  writeFileSync(sessions, lines.join(''))
}

/** { come, steady, read[], deaf[], storm, after }: what bench_live says of each; storm has `seconds` from the restart. */
export async function measure(say) {
  const port = await free_port()
  say('a thousand groups')
  await prepare(port)
  let server = await serve(port)
  await begin_all(server)
  say('8,000 connections')
  const args = [
    sessions, '--port', port, '--pid', server.pid, '--conns', groups * members, '--group', members, '--lines', tokens,
    '--path', '/ws', '--protocol', 'covision.v1', '--header', 'Authorization: Bearer {line}',
  ]
  const load = start('generator', join(tools, 'bench_live'), args.map(String), { stdio: ['pipe', 'pipe', 'pipe'] })
  const found = { read: [], deaf: [] }
  let restarted
  for await (const line of createInterface({ input: load.stdout })) {
    const phase = JSON.parse(line)
    Array.isArray(found[phase.phase]) ? found[phase.phase].push(phase) : (found[phase.phase] = phase)
    if (!phase.ready) continue
    say('a restart')
    await server.kill()
    restarted = process.hrtime.bigint()
    server = await serve(port)
    load.stdin.write(`${server.pid}\n`)
  }
  await load.ended
  await server.end()
  process.stderr.write(load.errors)
  found.storm.seconds = Number(BigInt(found.storm.in_step_at) - restarted) / 1e9
  return found
}
