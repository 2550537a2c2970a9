// One session as this screen knows it: read once, then moved by events. Commands carry the version that was seen.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { me } from '../app/me.ts';
import { type Query, useFeed, useMutation, useQuery } from '../data/query.ts';
import { language } from '../i18n/i18n.ts';
import type { CaseView, Format, LiveView, Run, Step } from '../protocol.gen.ts';
import { RpcError } from '../wire/errors.ts';
import { call } from '../wire/socket.ts';
import { newer } from './run.ts';

export interface Live {
  query: Query<LiveView>;
  run: Run | undefined;
}

export function useLive(group: string, session: string): Live {
  const account = me.value?.account.account ?? '';
  const query = useQuery(
    'consultation.show',
    { group, session },
    // An own answer to the conflict question comes through the account's own feed.
    { group: [group, account], on: ['cases.*', 'schedule.*', 'rota.changed', 'groups.*'], forget: true },
  );
  const [pushed, setPushed] = useState<Run>();
  useFeed(
    group,
    (event) => {
      if (event.kind === 'consultation.changed' && event.data.session === session)
        setPushed((had) => newer(had, event.data));
    },
    () => {},
  );
  return { query, run: newer(query.data?.run, pushed) };
}

/** All formats in the reader's language. */
export const useFormats = (): Query<{ formats: Format[] }> =>
  useQuery('consultation.formats', { language: language() });

export interface Commands {
  step(step: Step): void;
  adjust(minutes: number): void;
  close(present: string[]): Promise<boolean>;
  busy: boolean;
  error: RpcError | undefined;
}

/** Somebody else was quicker: their change is on the screen already, or is read. */
const quiet = (error: RpcError | undefined) => (error?.code === 'stale' ? undefined : error);

export function useCommands(group: string, session: string, version: number, reload: () => void): Commands {
  const stepping = useMutation('consultation.step');
  const adjusting = useMutation('consultation.adjust');
  const closing = useMutation('consultation.close');
  const refused = [stepping.error, adjusting.error, closing.error].find((error) => error !== undefined);
  useEffect(() => {
    if (refused) reload();
  }, [refused]);
  const clear = () => {
    for (const each of [stepping, adjusting, closing]) each.clear();
  };
  return {
    step: (step) => {
      clear();
      stepping.run({ group, session, version, step });
    },
    adjust: (minutes) => {
      clear();
      adjusting.run({ group, session, version, minutes });
    },
    close: async (present) => {
      clear();
      return (await closing.run({ group, session, version, present })) !== undefined;
    },
    busy: stepping.busy || adjusting.busy || closing.busy,
    error: quiet(refused),
  };
}

export interface OpenedCase {
  view: CaseView | undefined;
  busy: boolean;
  error: RpcError | undefined;
  open(): void;
}

/** The case's text: asked for once, when somebody wants it, since each look is recorded. Lives as long as the screen. */
export function useCase(group: string, case_id: string | undefined, allowed: boolean): OpenedCase {
  const [state, setState] = useState<{ of?: string; view?: CaseView; busy: boolean; error?: RpcError }>({
    busy: false,
  });
  const open = useCallback(() => {
    if (!case_id) return;
    setState({ busy: true });
    call('cases.show', { group, case_id }).then(
      (view) => setState({ of: case_id, view, busy: false }),
      (error) => setState({ busy: false, error: error instanceof RpcError ? error : new RpcError('unknown', '') }),
    );
  }, [group, case_id]);
  const view = allowed && state.of === case_id ? state.view : undefined;
  return { view, busy: state.busy, error: state.error, open };
}
