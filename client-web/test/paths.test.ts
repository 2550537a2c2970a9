import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from '../src/app/paths.ts';
import { backoff } from '../src/wire/backoff.ts';

test('paths', () => {
  assert.deepEqual(match('/', '/'), {});
  assert.equal(match('/', '/x'), undefined);
  assert.deepEqual(match('/g/:group/case/:case', '/g/1/case/2'), { group: '1', case: '2' });
  assert.deepEqual(match('/g/:group', '/g/1/'), { group: '1' });
  assert.equal(match('/g/:group', '/g/'), undefined);
  assert.equal(match('/g/:group', '/g/1/schedule'), undefined);
  assert.equal(match('/g/:group', '/g/%E0%A4%A'), undefined, 'a broken escape matches nothing');
});

test('P-42: waits longer each time, by a random part, at most half a minute', () => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const [least, most] = [backoff(attempt, () => 0), backoff(attempt, () => 1)];
    assert.ok(least > 0 && least < most && most <= 30_000);
    assert.ok(attempt === 0 || most >= backoff(attempt - 1, () => 1));
  }
});
