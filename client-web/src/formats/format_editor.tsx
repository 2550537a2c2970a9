// A group's own copy of a format: an organiser sets its minutes and writes its scripts. Every saving is a version.
import { useState } from 'preact/hooks';
import { useKeep } from '../app/keep.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card, Chip, Note } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { TextArea } from '../parts/fields.tsx';
import { useForm } from '../parts/form.ts';
import { Title } from '../parts/title.tsx';
import type { Format, FormatPhase } from '../protocol.gen.ts';
import { call } from '../wire/socket.ts';
import { builtinPhase, type Draft, differs, draftOf, longest_script, ownPhases, sumOf } from './own.ts';

type Props = { group: string; now: Format; builtin: Format; onEnd(): void };
export function FormatEditor({ group, now, builtin, onEnd }: Props) {
  // What the changes started from; a newer version does not change it under somebody's hands.
  const [start] = useState(now);
  const [draft, setDraft] = useState<Draft>(() => draftOf(now));
  const phases = ownPhases(draft, builtin);
  const changed = JSON.stringify(phases) !== JSON.stringify(ownPhases(draftOf(start), builtin));
  const leave = useKeep(changed, t('formats.leave_edit'));
  const tooLong = (code: string) => {
    const count = [...(draft[code]?.script ?? '').trim()].length;
    return count > longest_script ? t('formats.script_too_long', { count, most: longest_script }) : undefined;
  };
  const form = useForm(Object.fromEntries(now.phases.map(({ code }) => [code, tooLong(code)])), async () => {
    if (changed) {
      await call('consultation.set_format', { group, format: start.code, version: start.version, phases });
      tell(t('formats.saved'));
    }
    leave();
    onEnd();
  });
  const set = (code: string, by: Partial<Draft[string]>) =>
    setDraft((all) => ({ ...all, [code]: { minutes: 0, script: '', ...all[code], ...by } }));
  return (
    <form class="col" noValidate onSubmit={form.onSubmit}>
      <Title hint={`${t('formats.edit_hint')} ${t('formats.script_hint')}`}>
        {t('formats.edit', { name: start.name })}
      </Title>
      {now.version > start.version && <Note tone="warm">{t('formats.overtaken')}</Note>}
      {start.phases.map((phase) => (
        <PhaseCard
          key={phase.code}
          phase={phase}
          said={draft[phase.code] ?? phase}
          builtin={builtin}
          wrong={form.wrong[phase.code]}
          onChange={(by) => set(phase.code, by)}
        />
      ))}
      <p class="muted" aria-live="polite">
        {t('formats.whole', { count: sumOf(draft) })}
      </p>
      <ErrorNote error={form.error} />
      <div class="btns">
        <Button look="go" type="submit" busy={form.busy}>
          {t('formats.save')}
        </Button>
        <Button look="quiet" onClick={onEnd}>
          {t('formats.cancel')}
        </Button>
        {phases.length > 0 && (
          <Button look="quiet" icon="undo" onClick={() => setDraft(draftOf(builtin))}>
            {t('formats.all_builtin')}
          </Button>
        )}
      </div>
    </form>
  );
}

type PhaseProps = {
  phase: FormatPhase;
  said: Draft[string];
  builtin: Format;
  wrong: string | undefined;
  onChange(by: Partial<Draft[string]>): void;
};
function PhaseCard({ phase, said, builtin, wrong, onChange }: PhaseProps) {
  const usual = builtinPhase(builtin, phase.code);
  const ours = differs({ code: phase.code, ...said }, builtin);
  const { title, min_minutes, max_minutes } = phase;
  return (
    <Card title={title} fact={ours && <Chip tone="accent">{t('formats.ours')}</Chip>} class="col">
      <p class="muted small">{phase.aim}</p>
      <div class="minutes">
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no field */}
        <span class="joined" role="group" aria-label={t('formats.minutes_of', { title })}>
          <Button
            look="plain"
            label={t('formats.shorter', { title })}
            off={said.minutes <= min_minutes}
            onClick={() => onChange({ minutes: said.minutes - 1 })}
          >
            −1
          </Button>
          <output aria-live="polite">{t('formats.minutes', { count: said.minutes })}</output>
          <Button
            look="plain"
            label={t('formats.longer', { title })}
            off={said.minutes >= max_minutes}
            onClick={() => onChange({ minutes: said.minutes + 1 })}
          >
            +1
          </Button>
        </span>
        <span class="hint">
          {t('formats.bounds', { least: min_minutes, most: max_minutes })}
          {usual && usual.minutes !== said.minutes && `, ${t('formats.usually', { count: usual.minutes })}`}
        </span>
      </div>
      <TextArea
        rows={4}
        fit
        label={t('formats.script_of', { title })}
        value={said.script}
        onChange={(script) => onChange({ script })}
        error={wrong}
      />
      {ours && usual && (
        <p>
          <Button
            small
            look="quiet"
            icon="undo"
            label={t('formats.builtin_named', { title })}
            onClick={() => onChange({ minutes: usual.minutes, script: usual.script })}
          >
            {t('formats.builtin')}
          </Button>
        </p>
      )}
    </Card>
  );
}
