// The case of tonight. Its text is fetched when somebody opens it: each look is recorded, for that person alone to see.
import { useState } from 'preact/hooks';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Chip, QuietLink } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import { KnowDialog } from './conflict.tsx';
import { holder } from './run.ts';
import type { Scene } from './scene.ts';

export function CaseCard({ scene, role }: { scene: Scene; role: 'tabpanel' | undefined }) {
  const { run, format, people, kase } = scene;
  const presenter = holder(run, 'presenter');
  const mine = people.isMe(presenter ?? '');
  const name = people.first(presenter);
  const { view } = kase;
  const [knows, setKnows] = useState(false);
  return (
    <section class="card case panel" id="panel-case" role={role} aria-labelledby="h-case">
      <header>
        <div>
          <h2 id="h-case">{view?.title ?? t('consultation.the_case')}</h2>
          {presenter && (
            <p class="by">{mine ? t('consultation.by_you') : t('consultation.by', { name: people.name(presenter) })}</p>
          )}
        </div>
        {view?.text && (
          <Chip tone="accent" icon="shield">
            {t('consultation.checked')}
          </Chip>
        )}
      </header>
      {!run.case_id ? (
        <p class="muted">
          {!presenter
            ? t(format.frame ? 'consultation.no_case_now' : 'consultation.no_presenter')
            : mine
              ? t('consultation.you_tell')
              : t('consultation.tells', { name })}
        </p>
      ) : view ? (
        <>
          <div class="ask">
            <b>{mine ? t('consultation.your_question') : t('consultation.question_of', { name })}</b>
            <q>{view.question}</q>
          </div>
          {view.text ? (
            <div class="text" translate={false}>
              {view.text.split(/\n\s*\n/).map((paragraph, i) => (
                <p key={`${i} ${paragraph}`}>{paragraph}</p>
              ))}
            </div>
          ) : (
            <p class="muted">{mine ? t('consultation.you_tell') : t('consultation.tells', { name })}</p>
          )}
        </>
      ) : (
        <div class="closed">
          <p class="muted">{mine ? t('consultation.open_own_hint') : t('consultation.open_hint', { name })}</p>
          <ErrorNote error={kase.error} />
          <Button look="soft" icon="file" busy={kase.busy} onClick={kase.open}>
            {t('consultation.open_case')}
          </Button>
        </div>
      )}
      {run.case_id && (
        <div class="foot">
          <span>
            {view ? t('consultation.shredded_on', { day: shortDay(view.summary.shred_at) }) : t('consultation.looks')}
          </span>
          {!mine && <QuietLink onClick={() => setKnows(true)}>{t('consultation.may_know')}</QuietLink>}
        </div>
      )}
      {knows && run.case_id && <KnowDialog scene={scene} case_id={run.case_id} onClose={() => setKnows(false)} />}
    </section>
  );
}
