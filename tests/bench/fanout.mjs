// Deliveries for a second of the server's CPU, latency, and memory of idle connections; every server in each round.
import { median, wsload } from './processes.mjs'
import { ours, peers } from './peers/peers.mjs'

const idle_for = 2

/** One server once: { connect, 'closed:1', 'rate:1000', 'closed:8' }. */
async function once(peer, conns, seconds) {
  const server = await peer.start()
  try {
    const phases = ['closed:1', 'rate:1000', ...(peer.name === 'raw epoll' ? [] : ['closed:8'])]
    const lines = await wsload(server, peer.args(), phases.map((phase) => `${phase}:${seconds}`), { conns, hold: conns >= 10000 ? idle_for : 0 })
    return Object.fromEntries(lines.map((line) => [line.phase.replace(/:[^:]*$/, ''), line]))
  } finally {
    await server.end()
  }
}

export async function measure(plan, say) {
  const rounds = []
  for (const { conns, rounds: count, seconds } of plan) {
    for (let round = 0; round < count; ++round) {
      const all = {}
      // Alternating, and each other round the other way round: what warms or cools the machine meets all alike.
      const order = round % 2 ? [...peers].reverse() : peers
      for (const peer of order) {
        say(`${conns} connections, round ${round + 1} of ${count}: ${peer.name}`)
        all[peer.name] = await once(peer, conns, seconds)
      }
      rounds.push({ conns, all })
    }
  }
  return rounds
}

/** The median over rounds of something of one server, or of its ratio to another one in the same round. */
export function figure(rounds, conns, phase, field, name = ours.name, to) {
  const of = (round, who) => round.all[who]?.[phase]?.[field] ?? Number.NaN
  return median(rounds.filter((round) => round.conns === conns).map((round) => of(round, name) / (to ? of(round, to) : 1)))
}

/** Deliveries that never came and connections that died, of ours. */
export const lost = (rounds) =>
  rounds.reduce((sum, { all }) => sum + Object.values(all[ours.name]).reduce((n, line) => n + (line.lost ?? 0) + line.dead, 0), 0)
