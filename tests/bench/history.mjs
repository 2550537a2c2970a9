// A group of eight with five years behind it, through real methods and a moved clock: every second week a session with
// answers, duties, a case, a run and ratings.
import { start_test_server, enter, sign_in } from '../support/test_server.mjs'
import { notes } from '../demo/story.mjs'

const day = 24 * 3600_000
const five_years = 130
const zone = 'Europe/Berlin'
const iso = (at) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
export const email_of = (i) => `member${i}@bench.example`

/**
 * Fills the new data folder `data` with `past` sessions; resolves to { group, token, session, last, whole }: a
 * member's login, the next session and the last one, and what asks schedule.list for all of them.
 */
export async function fill(data, say, past = five_years) {
  const now = Math.floor(Date.now() / 60_000) * 60_000
  const begin = now - past * 14 * day + day
  const server = await start_test_server({ data, now: iso(begin - 10 * day), with_client: false })
  let members = []
  const all = (work, who = members) => Promise.all(who.map(work))

  const founder = await enter(server.origin, server.first_link, { email: email_of(0), name: 'Member 0' })
  const { clauses } = await founder.call('groups.template', { language: 'en' })
  const { group } = await founder.call('groups.create', { name: 'Five years', language: 'en', clauses })
  members.push(founder)
  for (let i = 1; i < 8; ++i) {
    const { token } = await founder.call('groups.invite', { group })
    members.push(await enter(server.origin, `x#${token}`, { email: email_of(i), name: `Member ${i}` }))
  }
  await all((member) => member.call('groups.sign', { group, version: 1 }))
  await founder.call('schedule.create_series', {
    group, starts: iso(begin).slice(0, 16), zone, minutes: 90, place: 'Room 3', call_link: '',
    recurrence: { frequency: 'weekly', interval: 2, days: [], count: past + 12 },
  })

  const person = (account) => members.find((member) => member.account === account)
  const hold = async ({ session, starts_at, number }) => {
    const starts = Date.parse(starts_at)
    await server.set(iso(starts - 2 * day))
    await all((member) => member.call('accounts.seen'))
    await all((member, i) => member.call('schedule.answer', { group, session, answer: (i + number) % 6 ? 'yes' : 'late' }))
    const { duties } = await members[0].call('rota.show', { group })
    const holder = (role) => person(duties.find((duty) => duty.session === session && duty.role === role).account)
    const lead = holder('facilitator')
    const presenter = holder('presenter')
    const note = notes[number % notes.length]
    const { title, question, text, blur } = note
    const kept = await presenter.kept(group, { title, question, text, ...blur })
    const { case_id } = await presenter.call('cases.submit', { group, session, ...note, kept, attested: true, keep_days: 90 })
    const others = members.filter((member) => member !== presenter)
    await all((member) => member.call('cases.answer_conflict', { group, case_id, answer: 'no' }), others)
    await server.set(iso(starts))
    const present = members.map((member) => member.account)
    const agenda = [{ format: 'reflecting_team', version: 0, case_id, presenter: presenter.account }]
    const run = { group, session, agenda, present }
    let { version } = await lead.call('consultation.begin', run)
    for (let phase = 0; phase < 5; ++phase) {
      await server.advance(600)
      ;({ version } = await lead.call('consultation.step', { group, session, version, step: 'next' }))
    }
    await lead.call('consultation.close', { group, session, version, present })
    const items = ['useful', 'heard', 'safe', 'on_track', 'fair_time']
    await all((member, i) =>
      member.call('evaluation.rate', {
        group, session, scores: items.map((item, k) => ({ item, score: (i + k + number) % 5 + 6 })),
        keep: i % 3 ? '' : 'The quiet minute at the start.', change: '',
      }),
    )
    await server.advance(4 * 24 * 3600)
  }

  const whole = { group, from: iso(begin - day), to: iso(now + 365 * day), limit: 200 }
  const { sessions } = await members[0].call('schedule.list', whole)
  for (const [i, session] of sessions.slice(0, past).entries()) {
    // A login ends after half a year.
    if (i % 10 === 9) {
      const anew = []
      for (let m = 0; m < members.length; ++m) anew.push(await sign_in(server.origin, email_of(m)))
      await all((member) => member.end())
      members = anew
    }
    await hold(session)
    if (i % 13 === 12) say(`five years of history: ${i + 1} of ${past} sessions`)
  }
  await server.set(iso(now))
  const me = await sign_in(server.origin, email_of(3))
  const { token } = me
  await all((member) => member.end(), [...members, me])
  await server.end()
  return { group, token, session: sessions[past].session, last: sessions[past - 1].session, whole }
}
