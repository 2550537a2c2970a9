// The check of one group's texts, as a Checker wants it: whatever a feature lets members write goes through here.
import type { WrittenField } from '../protocol.gen.ts';
import { call } from '../wire/socket.ts';
import type { Answered, Asked } from './checker.ts';

export const checkOf =
  <F extends WrittenField>(group: string) =>
  async (asked: Asked<F>): Promise<Answered<F>> =>
    (await call('cases.check', { group, fields: asked })).fields as Answered<F>;
