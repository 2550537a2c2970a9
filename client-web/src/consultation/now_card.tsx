// The phase of this moment: time, task, what the facilitator could say, and the controls of whoever has some.
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Button, Chip, classes, Note } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import { Ring, useServerNow } from '../parts/ring.tsx';
import { CloseDialog } from './close_dialog.tsx';
import { LeadDialog } from './lead_dialog.tsx';
import { LeadNote } from './lead_note.tsx';
import { canUndo, fits, holder, left, onward as onwardOf, wholeOf } from './run.ts';
import type { Scene } from './scene.ts';
import { useSettled } from './settled.ts';

export function NowCard({ scene }: { scene: Scene }) {
  const { run, format, phase, people, role, lead, commands } = scene;
  const now = useServerNow(Date.parse(run.deadline));
  const remaining = left(run, now);
  const paused = run.state === 'paused';
  const up = remaining <= 0 && !paused;
  const presenter = people.first(holder(run, 'presenter'));
  const mine = role === 'presenter';
  const number = { number: run.phase + 1, of: format.phases.length };
  return (
    <section class="card raised now" aria-labelledby="h-now">
      <Ring left={remaining} whole={wholeOf(phase, remaining)} />
      <div class="talk">
        <div class="steps" aria-hidden="true">
          {format.phases.map((each, i) => (
            <i key={each.code} class={classes(i < run.phase && 'd', i === run.phase && 'c') || undefined} />
          ))}
        </div>
        <div class="intro">
          <p class="eyebrow">
            {format.frame
              ? t('consultation.part_of', { number: run.item + 1, of: run.agenda.length })
              : t('consultation.phase_of', { ...number, format: format.name })}
            {paused && <Chip tone="warm">{t('consultation.paused')}</Chip>}
          </p>
          <h2 id="h-now">
            {paused && run.stopped_by_presenter
              ? mine
                ? t('consultation.you_stopped')
                : t('consultation.stopped', { name: presenter })
              : phase.title}
          </h2>
        </div>
        {scene.rehearsal && <Note icon="info">{scene.rehearsal.coach}</Note>}
        <div class="say">
          {paused && run.stopped_by_presenter ? (
            <p>
              {mine
                ? t('consultation.you_stopped_hint')
                : lead
                  ? t('consultation.stopped_lead', { name: presenter })
                  : t('consultation.stopped_hint', { name: presenter })}
            </p>
          ) : (
            <>
              <p class="aim">{up ? t('consultation.up_hint') : phase.aim}</p>
              {lead && paused && <p class="hint">{t('consultation.paused_hint')}</p>}
              {lead && !scene.shared && (
                <p>{t('consultation.could_say', { words: up ? t('consultation.up_words') : phase.script })}</p>
              )}
            </>
          )}
        </div>
        <LeadNote scene={scene} now={now} />
        {lead && <Controls scene={scene} now={now} />}
        {mine && <Stop scene={scene} />}
        <ErrorNote error={commands.error} />
      </div>
    </section>
  );
}

export function Stop({ scene: { run, commands } }: { scene: Scene }) {
  if (run.stopped_by_presenter) return null;
  return (
    <div class="btns halt">
      <Button look="stop" icon="pause" busy={commands.busy} onClick={() => commands.step('stop_please')}>
        {t('consultation.please_stop')}
      </Button>
      <p class="hint">{t('consultation.please_stop_hint')}</p>
    </div>
  );
}

function Controls({ scene, now }: { scene: Scene; now: number }) {
  const { run, format, formats, commands } = scene;
  const [closing, setClosing] = useState(false);
  const [handing, setHanding] = useState(false);
  const settled = useSettled(`${run.item} ${run.phase}`);
  const paused = run.state === 'paused';
  const after = onwardOf(run, format, formats[run.item + 1]);
  const next = after ? t('consultation.next', { title: after.title }) : '';
  const onward = after ? (
    <Button
      look={paused ? 'line' : 'go'}
      after="arrow"
      label={fits(next) ? undefined : next}
      off={!settled}
      onClick={() => commands.step('next')}
    >
      {fits(next) ? next : t('consultation.next_phase')}
    </Button>
  ) : (
    <Button look={paused ? 'line' : 'go'} onClick={() => setClosing(true)}>
      {t('consultation.close')}
    </Button>
  );
  return (
    <>
      <div class="btns">
        {paused ? (
          <Button look="go" icon="play" onClick={() => commands.step('resume')}>
            {t('consultation.resume')}
          </Button>
        ) : (
          onward
        )}
        {paused ? (
          onward
        ) : (
          <Button icon="pause" onClick={() => commands.step('pause')}>
            {t('consultation.pause')}
          </Button>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no field */}
        <span class="joined" role="group" aria-label={t('parts.time_in')}>
          <Button look="plain" label={t('consultation.less')} onClick={() => commands.adjust(-1)}>
            −1
          </Button>
          <Button look="plain" label={t('consultation.more_1')} onClick={() => commands.adjust(1)}>
            +1
          </Button>
          <Button look="plain" label={t('consultation.more_5')} onClick={() => commands.adjust(5)}>
            {t('consultation.plus_5')}
          </Button>
        </span>
      </div>
      <div class="btns s rare">
        {canUndo(run, now) && (
          <Button small look="soft" icon="undo" onClick={() => commands.step('undo')}>
            {t('consultation.undo')}
          </Button>
        )}
        {run.item + run.phase > 0 && (
          <Button small look="quiet" icon="left" onClick={() => commands.step('back')}>
            {t('consultation.back')}
          </Button>
        )}
        {format.phases[run.phase + 1] && run.agenda[run.item + 1] && (
          <Button small look="quiet" icon="right" onClick={() => commands.step('skip')}>
            {t('consultation.skip')}
          </Button>
        )}
        <Button small look="quiet" icon="swap" onClick={() => setHanding(true)}>
          {t('consultation.hand_over')}
        </Button>
        {after && (
          <Button small look="quiet" onClick={() => setClosing(true)}>
            {t('consultation.close')}
          </Button>
        )}
      </div>
      {handing && <LeadDialog scene={scene} onClose={() => setHanding(false)} />}
      {closing && <CloseDialog scene={scene} onClose={() => setClosing(false)} />}
    </>
  );
}
