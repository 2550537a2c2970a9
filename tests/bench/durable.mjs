// Durable calls a second, beside what the disk alone can do on the same core at the same time.
import { join } from 'node:path'
import { folder, median, run, tools, wsload } from './processes.mjs'
import { ours } from './peers/peers.mjs'

const many = 512 // single-member groups with one call outstanding each: enough that every batch is full

export async function measure(rounds, seconds, say) {
  const found = []
  const server = await ours.start()
  try {
    for (let round = 0; round < rounds; ++round) {
      say(`durable calls, round ${round + 1} of ${rounds}`)
      const [disk] = await run('server', join(tools, 'bench_disk'), [folder, String(seconds)])
      const load = async (conns) => {
        const [, phase] = await wsload(server, ours.single_args(), [`closed:1:${seconds}`], { conns, group: 1, size: 1000 })
        return phase
      }
      found.push({ disk, many: await load(many), single: await load(1) })
    }
  } finally {
    await server.end()
  }
  const of = (pick) => median(found.map(pick))
  return {
    rounds: found,
    calls: of((r) => r.many.deliveries_per_s),
    append: of((r) => r.disk.append_rows_per_s),
    raw: of((r) => r.disk.raw_rows_per_s),
    to_append: of((r) => r.many.deliveries_per_s / r.disk.append_rows_per_s),
    to_raw: of((r) => r.many.deliveries_per_s / r.disk.raw_rows_per_s),
    single: of((r) => r.single.deliveries_per_s),
    syncs: of((r) => r.disk.fdatasync_per_s),
    to_syncs: of((r) => r.single.deliveries_per_s / r.disk.fdatasync_per_s),
    commit_p50: of((r) => r.disk.commit_p50_us),
    commit_p99: of((r) => r.disk.commit_p99_us),
  }
}
