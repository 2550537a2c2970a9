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
        {t('rota.how')}
      </h2>
      <p class="muted small">
        {t('rota.how_share')} {t(planned ? 'rota.how_presenter_planned' : 'rota.how_presenter_chosen')}{' '}
        {!rules.timekeeper && !rules.scribe && t('rota.how_others')}
      </p>
      {organises && (
        <p class="after">
          <Button small onClick={() => setOpen(true)}>
            {t('rota.change_rules')}
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
    tell(t('rota.rules_saved'));
    onClose();
  };
  return (
    <Dialog title={t('rota.rules_title')} onClose={onClose} deed={{ text: t('rota.rules_save'), run: press, by: save }}>
      <Segmented
        legend={t('rota.rules_presenter')}
        value={draft.presenter}
        onChange={(presenter) => setDraft({ ...draft, presenter })}
        options={[
          { value: 'planned', text: t('rota.rules_planned') },
          { value: 'chosen_on_the_day', text: t('rota.rules_chosen') },
        ]}
      />
      <Switch checked={draft.timekeeper} onChange={(timekeeper) => setDraft({ ...draft, timekeeper })}>
        {t('rota.rules_timekeeper')}
      </Switch>
      <Switch checked={draft.scribe} onChange={(scribe) => setDraft({ ...draft, scribe })}>
        {t('rota.rules_scribe')}
      </Switch>
      <p class="hint">{t('rota.rules_hint')}</p>
    </Dialog>
  );
}
