// The presenter while the others think: time, one sentence, a notepad, Please stop. Nothing else.

import { useHeading } from '../app/focus.ts';
import { useFrameClass } from '../app/frame.tsx';
import { t } from '../i18n/i18n.ts';
import { ErrorNote } from '../parts/feedback.tsx';
import { Ring, useServerNow } from '../parts/ring.tsx';
import { Danger } from './danger.tsx';
import { Pad } from './notes_card.tsx';
import { Stop } from './now_card.tsx';
import { left, wholeOf } from './run.ts';
import type { Scene } from './scene.ts';
import { QuietBar, sessionTitle } from './top.tsx';

export function Hush({ scene }: { scene: Scene }) {
  useFrameClass('hush');
  const { run, phase, notes, commands } = scene;
  const heading = useHeading();
  const remaining = left(run, useServerNow(Date.parse(run.deadline)));
  const paused = run.state === 'paused';
  return (
    <>
      <QuietBar scene={scene} />
      <main id="main" tabIndex={-1}>
        <h1 class="sr" ref={heading} tabIndex={-1}>
          {sessionTitle(scene)}: {phase.title}
        </h1>
        <Ring calm left={remaining} whole={wholeOf(phase, remaining)} />
        <p class="big">
          {paused
            ? t(run.stopped_by_presenter ? 'consultation.hush_stopped' : 'consultation.hush_paused')
            : t('consultation.hush')}
        </p>
        <div class="field">
          <label class="label" for="pad">
            {t('consultation.my_notes')}
            <span>{t('consultation.only_you_read')}</span>
          </label>
          <Pad notes={notes} id="pad" rows={6} class="read" placeholder={t('consultation.hush_notes')} about="pad-w" />
          <p class="hint" id="pad-w">
            {t('consultation.notes_where')}
          </p>
        </div>
        <div class="still">
          <Stop scene={scene} />
          <ErrorNote error={commands.error} />
          <Danger scene={scene} />
        </div>
      </main>
    </>
  );
}
