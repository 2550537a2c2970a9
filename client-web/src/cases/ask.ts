// The check of one group's texts, as a Checker wants it: whatever a feature lets members write goes through here.
import type { WrittenField } from '../protocol.gen.ts';
import { asRpcError } from '../wire/errors.ts';
import { call } from '../wire/socket.ts';
import type { Answered, Asked } from './checker.ts';

export const checkOf =
  <F extends WrittenField>(group: string) =>
  async (asked: Asked<F>): Promise<Answered<F>> => {
    try {
      return (await call('cases.check', { group, fields: asked })).fields as Answered<F>;
    } catch (thrown) {
      // Who has not signed yet may rate a session all the same; the text is checked when it is handed in.
      if (asRpcError(thrown).code === 'must_sign') return asked.map(({ field }) => ({ field, findings: [] }));
      throw thrown;
    }
  };
