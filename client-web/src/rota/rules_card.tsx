// How turns are shared, and for an organiser which roles are planned at all.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button, useId } from '../parts/basics.tsx';
import { Segmented, Switch } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import type { RotaRules } from '../protocol.gen.ts';

export function RulesCard({ group, rules, organises }: { group: string; rules: RotaRules; organises: boolean }) {
  const id = useId('h');
  const [open, setOpen] = useState(false);
  const planned = rules.presenter === 'planned';
  return (
    <section class="card pad" aria-labelledby={id}>
      <h2 class="h" id={id}>
        {t('turns.how')}
      </h2>
      <p class="muted small">
        {t('turns.how_share')} {t(planned ? 'turns.how_presenter_planned' : 'turns.how_presenter_chosen')}{' '}
        {!rules.timekeeper && !rules.scribe && t('turns.how_others')}
      </p>
      {organises && (
        <p class="after">
          <Button small onClick={() => setOpen(true)}>
            {t('turns.change_rules')}
          </Button>
        </p>
      )}
      {open && <RulesDialog group={group} rules={rules} onClose={() => setOpen(false)} />}
    </section>
  );
}

function RulesDialog({ group, rules, onClose }: { group: string; rules: RotaRules; onClose(): void }) {
  const save = useMutation('rota.set_rules');
  const [draft, setDraft] = useState(rules);
  const press = async () => {
    if (!(await save.run({ group, rules: draft }))) return;
    tell(t('turns.rules_saved'));
    onClose();
  };
  return (
    <Dialog
      title={t('turns.rules_title')}
      onClose={onClose}
      deed={{ text: t('turns.rules_save'), run: press, by: save }}
    >
      <Segmented
        legend={t('turns.rules_presenter')}
        value={draft.presenter}
        onChange={(presenter) => setDraft({ ...draft, presenter })}
        options={[
          { value: 'planned', text: t('turns.rules_planned') },
          { value: 'chosen_on_the_day', text: t('turns.rules_chosen') },
        ]}
      />
      <Switch checked={draft.timekeeper} onChange={(timekeeper) => setDraft({ ...draft, timekeeper })}>
        {t('turns.rules_timekeeper')}
      </Switch>
      <Switch checked={draft.scribe} onChange={(scribe) => setDraft({ ...draft, scribe })}>
        {t('turns.rules_scribe')}
      </Switch>
      <p class="hint">{t('turns.rules_hint')}</p>
    </Dialog>
  );
}
