import assert from 'node:assert/strict';
import test from 'node:test';
import { call_id } from '../src/wire/call_id.ts';

test("a call's id is a UUID of version 7: those of later calls come later", () => {
  const ids = [0, 1, Date.UTC(2026, 10, 22), Date.UTC(2026, 10, 22) + 1, 2 ** 48 - 1].map(call_id);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(ids.toSorted(), ids);
  assert.notEqual(call_id(5), call_id(5));
});
