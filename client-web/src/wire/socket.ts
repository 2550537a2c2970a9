// The one WebSocket. Calls stay pending until they are answered: after a lost connection all that wait are sent again,
// in their order and with the same ids, so that the server does each writing one once.
import { signal } from '@preact/signals';
import { type Methods, protocol_version, type Room } from '../protocol.gen.ts';
import { backoff } from './backoff.ts';
import { call_id } from './call_id.ts';
import { ServerClock } from './clock.ts';
import { RpcError, toRpcError } from './errors.ts';
import { type FeedListener, Feeds } from './feeds.ts';
import { serverReady } from './http.ts';

export type LinkState = 'off' | 'connecting' | 'in_step' | 'offline';
type Params<M extends keyof Methods> = Methods[M]['params'];
type Result<M extends keyof Methods> = Methods[M]['result'];

interface Pending {
  method: string;
  frame: string;
  /** How often it has been asked again after a passing refusal. */
  again: number;
  resolve(result: unknown): void;
  reject(error: RpcError): void;
}

const beat_ms = 15_000;
const silence_ms = 10_000;
/** The close code with which the server says that the login is gone. */
const login_ended = 4401;
const renewed_for = 'covision.renewed_for';
/** Nothing was done; the same call a moment later may be. */
const passing = ['storage_unavailable', 'restarting', 'busy', 'slow_down'];

export const state = signal<LinkState>('off');
/** Counts connections that got in step again after a break. */
export const reconnects = signal(0);
export const clock = new ServerClock();
/** Counts corrections of the clock, so that what shows time is drawn again at once. */
export const corrections = signal(0);

const pending = new Map<string, Pending>();
const feeds = new Feeds(follow, unfollow);
const rooms = new Set<(room: Room) => void>();
let socket: WebSocket | undefined;
let attempt = 0;
let everInStep = false;
/** Upgrades in a row that a server which is there has refused. */
let refused = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let beat: ReturnType<typeof setInterval> | undefined;
let heard = 0;
let onSignedOut = () => {};

/** Starts, and keeps, the connection. `signedOut` is told when the server does not know the login any more. */
export function connect(signedOut: () => void): void {
  onSignedOut = signedOut;
  if (state.value !== 'off') return;
  state.value = 'connecting';
  open();
}

const ends = new Set<() => void>();
/** What goes with the connection when it is ended for good. */
export const onEnd = (end: () => void) => void ends.add(end);

/** Ends the connection; what was pending is answered with `signed_out`. */
export function disconnect(): void {
  clearTimeout(retry);
  state.value = 'off';
  everInStep = false;
  attempt = 0;
  refused = 0;
  const old = socket;
  leave();
  old?.close(1000);
  feeds.clear();
  const waiting = [...pending.values()];
  pending.clear();
  for (const call of waiting) call.reject(new RpcError('signed_out', 'signed out'));
  for (const end of ends) end();
}

export function call<M extends keyof Methods>(method: M, params: Params<M>): Promise<Result<M>> {
  return new Promise((resolve, reject) => {
    if (state.value === 'off') return reject(new RpcError('not_signed_in', 'no connection'));
    const id = call_id();
    const frame = JSON.stringify({ jsonrpc: '2.0', id, method, params });
    send(id, { method, frame, again: 0, resolve: resolve as (result: unknown) => void, reject });
  });
}

function send(id: string, call: Pending): void {
  if (state.value === 'off') {
    call.reject(new RpcError('signed_out', 'signed out'));
    return;
  }
  pending.set(id, call);
  if (socket?.readyState === WebSocket.OPEN) socket.send(call.frame);
}

/** Follows a group's feed, or with an account's id the account's own, until the returned function is called. */
export const listen = (group: string, listener: FeedListener): (() => void) => feeds.listen(group, listener);

/** Who is in a session's room, each time that changes. The room is entered by calling presence.enter. */
export function onRoom(listener: (room: Room) => void): () => void {
  rooms.add(listener);
  return () => rooms.delete(listener);
}

function follow(group: string): void {
  if (state.value === 'off') return;
  call('feed.follow', { group, ...feeds.place(group) }).then(
    (answer) => feeds.followed(group, answer),
    () => {},
  );
}
/** Follows all anew from where they stand: a right that ended and came back took what it followed with it. */
export function followAgain(): void {
  for (const group of feeds.groups()) follow(group);
}
function unfollow(group: string): void {
  if (state.value !== 'off') call('feed.unfollow', { group }).catch(() => {});
}

function open(): void {
  clearTimeout(retry);
  const mine = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`, 'covision.v1');
  socket = mine;
  let opened = false;
  mine.onopen = () => {
    if (socket !== mine) return;
    opened = true;
    heard = performance.now();
    beat = setInterval(pulse, 1000);
    resend();
  };
  mine.onmessage = (message) => {
    if (socket === mine && typeof message.data === 'string') receive(message.data);
  };
  mine.onclose = (event) => {
    if (socket !== mine) return;
    leave();
    if (event.code === login_ended) return onSignedOut();
    lost(opened);
  };
}

function leave(): void {
  socket = undefined;
  clearInterval(beat);
}

async function lost(opened: boolean): Promise<void> {
  if (state.value === 'off') return;
  state.value = navigator.onLine && attempt === 0 ? 'connecting' : 'offline';
  retry = setTimeout(open, backoff(attempt++));
  // A browser does not say why a WebSocket was refused. The server is there and refuses twice: the login is gone.
  if (opened) refused = 0;
  else if ((await serverReady()) && ++refused >= 2) onSignedOut();
}

function resend(): void {
  // Follows are made anew from where we stand; older ones that still wait would only repeat them.
  for (const [id, call] of pending) {
    if (call.method === 'feed.follow' || call.method === 'time.now') pending.delete(id);
  }
  const waiting = [...pending.values()];
  followAgain();
  for (const call of waiting) socket?.send(call.frame);
  measure(3);
}

/** Takes samples of the server's clock, one after the other. */
function measure(times: number): void {
  const sent = clock.monotonic();
  call('time.now', {}).then(
    ({ at, interface_version }) => {
      if (interface_version !== protocol_version) return renew(interface_version);
      if (clock.sample(sent, clock.monotonic(), Date.parse(at))) corrections.value++;
      if (times > 1) measure(times - 1);
    },
    () => {},
  );
}

/** The server speaks another interface than this page was built for: the page is fetched anew, once for each. */
function renew(version: string): void {
  if (sessionStorage.getItem(renewed_for) === version) return;
  sessionStorage.setItem(renewed_for, version);
  location.reload();
}

let beaten = 0;
function pulse(): void {
  const now = performance.now();
  if (now - heard > beat_ms + silence_ms) drop();
  else if (now - heard > beat_ms && now - beaten > beat_ms) {
    beaten = now;
    measure(1);
  }
}

/** The line is dead though nobody said so: close does not wait for the other end. */
function drop(): void {
  const old = socket;
  leave();
  old?.close();
  lost(true);
}

function receive(text: string): void {
  heard = performance.now();
  const frame = JSON.parse(text);
  if (state.value !== 'in_step' && state.value !== 'off') {
    state.value = 'in_step';
    attempt = 0;
    if (everInStep) reconnects.value++;
    everInStep = true;
  }
  if (frame.method === 'feed.event') {
    if (frame.params.at && !clock.agrees(Date.parse(frame.params.at))) measure(1);
    feeds.apply(frame.params);
  } else if (frame.method === 'presence.changed') {
    for (const listener of [...rooms]) listener(frame.params);
  } else if (typeof frame.id === 'string') {
    const call = pending.get(frame.id);
    pending.delete(frame.id);
    if (frame.error === undefined) call?.resolve(frame.result);
    else if (call) refuse(frame.id, call, toRpcError(frame.error, call.method.split('.')[0]));
  }
}

function refuse(id: string, call: Pending, error: RpcError): void {
  // The same id asks again without doing it twice (P-18).
  if (passing.includes(error.code) && call.again < 2) {
    setTimeout(() => send(id, call), 1000 * 3 ** call.again++);
    return;
  }
  call.reject(error);
  if (error.code === 'not_signed_in') onSignedOut();
}

function wake(): void {
  if (document.visibilityState === 'hidden') return;
  if (state.value === 'off') return;
  if (!socket) {
    attempt = 0;
    open();
  } else if (socket.readyState === WebSocket.OPEN) {
    measure(1);
    // Asleep for long? Then do not trust the line for longer than a few seconds.
    heard = Math.min(heard, performance.now() - beat_ms - silence_ms + 4000);
  }
}
if (typeof window !== 'undefined') {
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  addEventListener('pageshow', (event) => event.persisted && wake());
}
