import assert from 'node:assert/strict';
import { test } from 'node:test';
import { left } from '../src/consultation/run.ts';
import type { AgendaItem, Format, FormatPhase, Step } from '../src/protocol.gen.ts';
import {
  acted,
  adjusted,
  begun,
  type Cast,
  lived,
  type Play,
  phaseOf,
  rateOf,
  stepped,
} from '../src/rehearsal/play.ts';

const phase = (code: string, more: Partial<FormatPhase> = {}): FormatPhase => ({
  code,
  title: code,
  minutes: 10,
  min_minutes: 1,
  max_minutes: 20,
  own_minutes: false,
  speakers: 'all',
  presenter: 'speaks',
  advice: false,
  in_turns: false,
  may_pass: true,
  aim: '',
  script: '',
  ...more,
});
const format = (code: string, phases: FormatPhase[], frame = false): Format => ({
  code,
  version: 0,
  name: code,
  source: '',
  minutes: phases.length * 10,
  min_people: 3,
  max_people: 9,
  has_case: !frame,
  frame,
  phases,
});
const formats = [
  format('arrival', [phase('arriving')], true),
  format('team', [
    phase('telling', { speakers: 'presenter' }),
    phase('thinking', { speakers: 'in_turn', presenter: 'silent', in_turns: true }),
    phase('answer', { speakers: 'presenter' }),
  ]),
  format('closing', [phase('round')], true),
];
const agenda: AgendaItem[] = formats.map(({ code, minutes }) => ({ format: code, version: 0, minutes }));
const cast: Cast = { me: 'me', presenter: 'p', others: ['a', 'b', 'c'] };
const noon = Date.parse('2026-11-24T12:00:00Z');
const start = () => begun(agenda, formats, cast, 's', noon);
const codes = (play: Play) => phaseOf(play)?.code;

test('a whole agenda takes two minutes, and every moment comes up once', () => {
  let play = start();
  assert.equal(rateOf(play), 25);
  let now = noon;
  const way = [codes(play)];
  for (let second = 0; second < 120; second++) {
    for (let i = 0; i < 5; i++) {
      now += 200 * rateOf(play);
      play = lived(play, cast, now);
    }
    if (second % 2) play = acted(play, cast);
    if (play.run.stopped_by_presenter) play = stepped(play, cast, 'resume', now);
    if (left(play.run, now) <= 0) play = stepped(play, cast, 'next', now);
    if (codes(play) !== way.at(-1)) way.push(codes(play));
  }
  assert.deepEqual(way, ['arriving', 'telling', 'thinking', 'answer', 'round']);
  assert.deepEqual([...play.met].sort(), ['begin', 'closing', 'lost', 'round', 'silent', 'stop', 'time_up']);
});

test('undo brings the phase back as it was; there is no step out of the agenda', () => {
  const first = start();
  assert.equal(stepped(first, cast, 'back', noon), first);
  const next = stepped(first, cast, 'next', noon + 60_000);
  const undone = stepped(next, cast, 'undo', noon + 61_000);
  assert.deepEqual([undone.run.item, undone.run.phase, undone.run.deadline], [0, 0, first.run.deadline]);
  assert.equal(stepped(undone, cast, 'undo', noon + 62_000), undone);
  const last = stepped(stepped(first, cast, 'skip', noon), cast, 'skip', noon);
  assert.equal(codes(last), 'round');
  assert.equal(stepped(last, cast, 'next', noon), last);
});

test('whatever is pressed, the rehearsal stands in a phase, and its version never falls', () => {
  const steps: Step[] = ['next', 'back', 'skip', 'undo', 'pause', 'resume', 'stop_please', 'rest'];
  let seed = 7;
  const chance = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  let play = start();
  for (let i = 0, now = noon; i < 5000; i++, now += chance(90_000)) {
    const before = play.run.version;
    const pick = chance(steps.length + 3);
    play =
      pick < steps.length
        ? stepped(play, cast, steps[pick] as Step, now)
        : pick === steps.length
          ? adjusted(play, [-1, 1, 5][chance(3)] as number, now)
          : pick === steps.length + 1
            ? acted(play, cast)
            : lived(play, cast, now);
    assert.ok(phaseOf(play), 'a phase of the agenda');
    assert.ok(play.run.version >= before);
    assert.equal(play.run.state === 'paused', play.run.paused_remaining_ms !== undefined);
    const { speaker, waiting } = play.run.turns;
    assert.equal(new Set([speaker, ...waiting]).size, waiting.length + 1, 'nobody waits twice');
  }
});
