// The running session for all but a listening presenter.
import { useState } from 'preact/hooks';
import { useFrameClass } from '../app/frame.tsx';
import { t } from '../i18n/i18n.ts';
import { IdeasCard } from '../ideas/ideas_card.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { CaseCard } from './case_card.tsx';
import { ChimeCheck } from './chime_check.tsx';
import { Circle } from './circle.tsx';
import { Danger } from './danger.tsx';
import { FloorCard } from './floor_card.tsx';
import { useNarrow } from './narrow.ts';
import { NotesCard } from './notes_card.tsx';
import { NowCard } from './now_card.tsx';
import { PlanCard } from './plan_card.tsx';
import type { Scene } from './scene.ts';
import { LiveBar } from './top.tsx';

type Tab = 'case' | 'people' | 'ideas' | 'notes';

export function Stage({ scene }: { scene: Scene }) {
  useFrameClass('live');
  const [tab, setTab] = useState<Tab>('case');
  const panel = useNarrow() ? 'tabpanel' : undefined;
  // An invented group has nobody to note something for.
  const ideas = scene.rehearsal ? [] : [{ value: 'ideas' as const, text: t('ideas.tab'), panel: 'panel-ideas' }];
  return (
    <>
      <LiveBar scene={scene} />
      <main id="main" class="stage" data-tab={tab} tabIndex={-1}>
        <div class="col plan">
          <PlanCard scene={scene} />
          <NotesCard notes={scene.notes} role={panel} rehearsal={scene.rehearsal !== undefined} />
        </div>
        <div class="col">
          <NowCard scene={scene} />
          <Tabs
            label={t('consultation.show')}
            value={tab}
            onChange={setTab}
            tabs={[
              { value: 'case', text: t('consultation.tab_case'), panel: 'panel-case' },
              { value: 'people', text: t('consultation.tab_people'), panel: 'panel-people' },
              { value: 'notes', text: t('consultation.tab_notes'), panel: 'panel-notes' },
              ...ideas,
            ]}
          />
          <CaseCard scene={scene} role={panel} />
          {ideas.length > 0 && <IdeasCard key={scene.run.item} scene={scene} role={panel} />}
        </div>
        <div class="col">
          <FloorCard scene={scene} />
          <Circle scene={scene} role={panel} />
        </div>
      </main>
      <footer class="care small muted">
        <Danger scene={scene} />
        <ChimeCheck run={scene.run} />
        {scene.lead && !scene.rehearsal && (
          <a class="link" href={`/g/${scene.group.group}/session/${scene.run.session}/table`}>
            {t('consultation.table')}
          </a>
        )}
        <span>{t('consultation.nothing_recorded')}</span>
      </footer>
    </>
  );
}
