// What must be HTTP: signing in and out, one-time links, answers by a mail's link.
import type { AnswerByLink, AnswerLink, AnswerPeek, Enter, Peek, Peeked, SignedIn, SignIn } from '../protocol.gen.ts';
import { RpcError, toRpcError } from './errors.ts';

interface Routes {
  sign_in: { body: SignIn; result: SignedIn };
  sign_out: { body: object; result: unknown };
  peek: { body: Peek; result: Peeked };
  enter: { body: Enter; result: SignedIn };
  use_link: { body: Peek; result: SignedIn };
  peek_answer: { body: AnswerPeek; result: AnswerLink };
  answer: { body: AnswerByLink; result: AnswerLink };
  give_up: { body: AnswerPeek; result: AnswerLink };
}

export async function post<R extends keyof Routes>(route: R, body: Routes[R]['body']): Promise<Routes[R]['result']> {
  let response: Response;
  try {
    response = await fetch(`/auth/${route}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Covision': '1' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new RpcError('network', 'not reached');
  }
  const text = await response.text();
  let value: unknown = {};
  try {
    if (text) value = JSON.parse(text);
  } catch {
    throw new RpcError('unknown', `not JSON, status ${response.status}`);
  }
  if (!response.ok) throw toRpcError(value);
  return value as Routes[R]['result'];
}

/** Whether the server is there and takes calls. */
export async function serverReady(): Promise<boolean> {
  try {
    return (await fetch('/readyz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
