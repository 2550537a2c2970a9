// Work that a screen has begun: busy while it lasts, and what it was refused with.
import { useCallback, useState } from 'preact/hooks';
import { asRpcError, type RpcError } from '../wire/errors.ts';

/** How something that was begun here stands. */
export interface Doing {
  busy: boolean;
  error: RpcError | undefined;
  clear(): void;
}
export interface Task extends Doing {
  /** Undefined when it was refused; `error` says why. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>;
}
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RpcError>();
  const run = useCallback(async <T>(work: () => Promise<T>) => {
    setBusy(true);
    setError(undefined);
    try {
      return await work();
    } catch (refused) {
      setError(asRpcError(refused));
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);
  return { run, busy, error, clear: useCallback(() => setError(undefined), []) };
}

/** Several as one. */
export const together = (...all: Doing[]): Doing => ({
  busy: all.some((each) => each.busy),
  error: all.find((each) => each.error)?.error,
  clear: () => {
    for (const each of all) each.clear();
  },
});
