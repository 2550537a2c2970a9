// The sessions that cases belong to.
import { useMemo } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import type { CaseSummary, Rota, Session } from '../protocol.gen.ts';
import { clock } from '../wire/socket.ts';

const day_ms = 86_400_000;
/** A case lives at most 90 days longer than its session; those that were shredded are listed a while longer. */
const back_days = 200;

/** All sessions that the group's cases may belong to, by id. */
export function useCaseSessions(group: string): Map<string, Session> | undefined {
  const from = useMemo(() => {
    const today = Math.floor(clock.now() / day_ms) * day_ms;
    return new Date(today - back_days * day_ms).toISOString().replace('.000', '');
  }, []);
  const { data } = useQuery('schedule.list', { group, from, limit: 200 }, { group, on: ['schedule.*'] });
  return useMemo(() => data && new Map(data.sessions.map((session) => [session.session, session])), [data]);
}

/** Sessions for which this member may hand a case in: those of an own turn first. */
export function sessionsFor(
  rota: Rota,
  cases: readonly CaseSummary[],
  account: string,
  now: number,
): { session: Session; mine: boolean }[] {
  const handed_in = (id: string) =>
    cases.some((one) => one.session === id && one.presenter === account && one.state === 'submitted');
  const presenter = (id: string) =>
    rota.duties.find((duty) => duty.session === id && duty.role === 'presenter')?.account;
  const possible = rota.sessions
    .filter(({ session, state, ends_at }) => state === 'planned' && Date.parse(ends_at) > now && !handed_in(session))
    .map((session) => ({ session, presenter: presenter(session.session) }))
    .filter((one) => one.presenter === undefined || one.presenter === account)
    .map(({ session, presenter: whose }) => ({ session, mine: whose === account }));
  return [...possible.filter(({ mine }) => mine), ...possible.filter(({ mine }) => !mine)];
}
