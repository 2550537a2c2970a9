// Which format is proposed, from a word, the number of people and the minutes there are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advise, fits, type Need, needs } from '../src/formats/advice.ts';
import type { Format } from '../src/protocol.gen.ts';

const format = (code: string, min_people: number, max_people: number, minutes: number): Format => ({
  code,
  name: code,
  source: '',
  minutes,
  min_people,
  max_people,
  has_case: code !== 'peer_support',
  phases: [],
});
const all = [
  format('reflecting_team', 4, 12, 35),
  format('intervision', 5, 10, 40),
  format('case_consultation', 5, 12, 65),
  format('balint', 5, 12, 45),
  format('interview_team', 4, 9, 45),
  format('consultancy', 4, 10, 50),
  format('wise_crowds', 4, 6, 15),
  format('troika', 3, 3, 11),
  format('peer_support', 3, 12, 50),
];

test('the need decides, then how many there are, then the time', () => {
  const table: [Need, number, number, string | undefined, string | undefined][] = [
    ['stuck', 6, 90, 'reflecting_team', 'best'],
    ['feelings', 6, 90, 'balint', 'best'],
    ['feelings', 4, 90, 'interview_team', 'next'],
    ['deadline', 5, 90, 'wise_crowds', 'best'],
    ['deadline', 8, 90, 'consultancy', 'next'],
    ['understand', 6, 60, 'consultancy', 'next'],
    ['stuck', 3, 90, 'troika', 'three'],
    ['no_case', 3, 90, 'peer_support', 'best'],
    ['stuck', 2, 90, undefined, undefined],
    ['understand', 6, 5, 'case_consultation', 'best'],
  ];
  for (const [need, count, minutes, code, why] of table) {
    const advice = advise(all, need, count, minutes);
    assert.equal(advice?.format.code, code, `${need}, ${count} people, ${minutes} minutes`);
    assert.equal(advice?.why, why, `${need}, ${count} people`);
  }
});

test('whatever is proposed is made for that many people', () => {
  for (const need of needs)
    for (let count = 1; count <= 14; count++) {
      const advice = advise(all, need, count, 90);
      assert.ok(!advice || fits(advice.format, count), `${need}, ${count} people`);
    }
});
