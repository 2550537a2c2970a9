// What all see on one screen in the room: time, phase, whose word it is, who is here. Never a case, notes or ideas.
import { LinkChip, ThemeButton, TopBar, useFrameClass } from '../app/frame.tsx';
import { t } from '../i18n/i18n.ts';
import { ButtonLink } from '../parts/basics.tsx';
import { ChimeCheck } from './chime_check.tsx';
import { Circle } from './circle.tsx';
import { FloorCard } from './floor_card.tsx';
import { NowCard } from './now_card.tsx';
import type { Scene } from './scene.ts';
import { sessionTime, sessionTitle } from './top.tsx';

export function Table({ scene }: { scene: Scene }) {
  useFrameClass('live around');
  const { group, session, run } = scene;
  // One device is in the room for all of them: who is here was said at the beginning.
  const here = run.present.map((each): [string, 'here'] => [each, 'here']);
  const shared: Scene = { ...scene, shared: true, near: new Map(here), seen: new Set(run.present), onLead: undefined };
  return (
    <>
      <TopBar where={{ title: sessionTitle(scene), hint: sessionTime(scene) }}>
        <LinkChip always />
        <ThemeButton />
        <ButtonLink look="quiet" icon="leave" href={`/g/${group.group}/session/${session.session}`}>
          {t('consultation.table_leave')}
        </ButtonLink>
      </TopBar>
      <main id="main" class="table" tabIndex={-1}>
        <NowCard scene={shared} />
        <div class="col">
          <FloorCard scene={shared} />
          <Circle scene={shared} />
        </div>
      </main>
      <footer class="care small muted">
        <ChimeCheck run={run} />
        <span>{t('consultation.table_phones')}</span>
        <span>{t('consultation.nothing_recorded')}</span>
      </footer>
    </>
  );
}
