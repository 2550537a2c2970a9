// What each screen asks for first, of a group with five years behind it, among ten thousand other groups.
import { Person } from '../support/test_server.mjs'
import { median } from './processes.mjs'
import { ours } from './peers/peers.mjs'

export async function measure({ group, token, session, last, whole }, calls) {
  const screens = {
    'home.show': {},
    'groups.list': {},
    'groups.show': { group },
    'groups.agreement': { group },
    'schedule.list': { group },
    'schedule.list (all)': whole,
    'rota.show': { group },
    'cases.list': { group },
    'consultation.show': { group, session },
    'evaluation.show': { group, session: last },
    'evaluation.trend': { group },
  }
  const server = await ours.start()
  try {
    const person = await Person.connect(`http://localhost:${server.port}`, token)
    const round_trip = async (method, params) => {
      const took = []
      for (let i = 0; i < calls + 5; ++i) {
        const start = performance.now()
        await person.call(method, params)
        if (i >= 5) took.push(performance.now() - start)
      }
      return median(took)
    }
    const found = { 'time.now': await round_trip('time.now', {}) }
    for (const [name, params] of Object.entries(screens)) found[name] = await round_trip(name.split(' ')[0], params)
    await person.end()
    return found
  } finally {
    await server.end()
  }
}
