// Which turns could be swapped. The server has the last word; this keeps out of the list what it would refuse.
import type { Duty, Rota } from '../protocol.gen.ts';
import { isAhead } from '../schedule/sessions.ts';

type Board = Pick<Rota, 'sessions' | 'duties'>;

/** Who keeps time or notes that day is free all the same: the plan finds somebody else for that. */
const leads = (duty: Duty) => duty.role === 'facilitator' || duty.role === 'presenter';

/** Whether `account` could take over `duty`: is there on that day, and neither leads nor presents. */
function free({ sessions, duties }: Board, account: string, duty: Duty): boolean {
  const session = sessions.find((each) => each.session === duty.session);
  const away = session?.answers.some((given) => given.account === account && given.answer === 'no');
  return !away && !duties.some((other) => leads(other) && other.session === duty.session && other.account === account);
}

/** Turns of the same role, of others and on other days, in order of time. */
export function swappable(board: Board, mine: Duty, now: number): { possible: Duty[]; left_out: number } {
  const order = board.sessions.map((session) => session.session);
  const open = (duty: Duty) => {
    const session = board.sessions.find((each) => each.session === duty.session);
    return session?.state === 'planned' && isAhead(session, now);
  };
  const others = board.duties
    .filter((duty) => duty.role === mine.role && duty.session !== mine.session && duty.account !== mine.account)
    .filter(open)
    .sort((a, b) => order.indexOf(a.session) - order.indexOf(b.session));
  const possible = others.filter((duty) => free(board, duty.account, mine) && free(board, mine.account, duty));
  return { possible, left_out: others.length - possible.length };
}
