// A part of the screen whose file is loaded when somebody goes there.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { Loading } from '../parts/feedback.tsx';

export function Later<P extends object>({ load, props }: { load(): Promise<ComponentType<P>>; props: P }) {
  const [found, setFound] = useState<{ Part: ComponentType<P> } | { error: unknown }>();
  useEffect(() => {
    load().then(
      (Part) => setFound({ Part }),
      (error) => setFound({ error }),
    );
  }, [load]);
  if (!found) {
    return (
      <Page>
        <Loading />
      </Page>
    );
  }
  // The file is gone when the server has been updated since: the boundary offers to load the page anew.
  if ('error' in found) throw found.error;
  return <found.Part {...props} />;
}
