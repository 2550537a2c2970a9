// The presenter's first step: a line that comes back some weeks later, to the presenter alone.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import '../style/screens/case_field.css';
import '../style/screens/places.css';
import { me } from '../app/me.ts';
import { CheckedField } from '../cases/checked_field.tsx';
import { PlacesPanel } from '../cases/places_panel.tsx';
import { settled, useChecker, useRefusedPlaces } from '../cases/use_checker.ts';
import { length } from '../data/code_points.ts';
import { useMutation, useQuery } from '../data/query.ts';
import { longDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { type FirstStep, limits } from '../protocol.gen.ts';

type Of = { group: string; session: string };

/** Nothing for those who have not presented. */
export function StepCard(of: Of) {
  const account = me.value?.account.account ?? '';
  const query = useQuery('ideas.step', of, {
    group: [of.group, account],
    on: ['ideas.*', 'consultation.changed'],
    forget: true,
  });
  const [writes, setWrites] = useState(false);
  const step = query.data?.step;
  if (!query.data || (!query.data.may_set && !step)) return null;
  return (
    <Card roomy title={t('ideas.first_step')}>
      {step && !writes ? (
        <Written step={step} onChange={query.data.may_set ? () => setWrites(true) : undefined} />
      ) : (
        <Write of={of} had={step?.text ?? ''} onDone={() => setWrites(false)} />
      )}
    </Card>
  );
}

function Written({ step, onChange }: { step: FirstStep; onChange: (() => void) | undefined }) {
  return (
    <>
      <p class="read" translate={false}>
        {step.text}
      </p>
      <p class="hint">{t('ideas.step_asked', { day: longDay(step.asked_at), until: longDay(step.until) })}</p>
      {onChange && (
        <div class="btns after">
          <Button look="quiet" icon="edit" onClick={onChange}>
            {t('ideas.step_change')}
          </Button>
        </div>
      )}
    </>
  );
}

function Write({ of, had, onDone }: { of: Of; had: string; onDone(): void }) {
  const save = useMutation('ideas.set_step');
  const checker = useChecker<'step'>(of.group, ['step']);
  // Once there were places, the way back stays too.
  const found = useRef(false);
  const [empty, setEmpty] = useState(false);
  const most = limits.StepSet.text;
  useRefusedPlaces(checker, save.error);
  useLayoutEffect(() => {
    if (had) checker.load({ step: had });
  }, [checker]);
  const text = checker.texts.value.step;
  found.current = checker.rows.value.length > 0 || (found.current && text !== '');
  const send = async () => {
    setEmpty(!text.trim());
    if (!text.trim() || length(text) > most || !(await settled(checker))) return;
    if (!(await save.run({ ...of, text: checker.texts.value.step, kept: checker.keptSpans() }))) return;
    tell(t('ideas.step_saved'));
    onDone();
  };
  return (
    <div class="col">
      <CheckedField
        checker={checker}
        field="step"
        label={t('ideas.step_label')}
        hint={t('ideas.step_hint')}
        most={most}
        error={empty ? t('ideas.empty') : undefined}
      />
      {found.current && <PlacesPanel checker={checker} />}
      <ErrorNote error={save.error} />
      <div class="btns">
        <Button look="go" busy={save.busy} onClick={send}>
          {t('ideas.step_save')}
        </Button>
      </div>
    </div>
  );
}
