// How strictly a group has its texts checked; when that changes, what stands there is looked at again.
import { useEffect, useRef } from 'preact/hooks';
import { useQuery } from '../data/query.ts';
import type { Strictness } from '../protocol.gen.ts';
import type { Checker } from './checker.ts';

export function useStrictness<F extends string>(checker: Checker<F>, group: string): Strictness {
  const { data } = useQuery('cases.policy', { group }, { group, on: ['cases.policy_changed', 'groups.*'] });
  const seen = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (data === undefined) return;
    if (seen.current !== undefined && seen.current !== data.version) checker.again();
    seen.current = data.version;
  }, [data?.version]);
  return data?.policy.strictness ?? 'standard';
}
