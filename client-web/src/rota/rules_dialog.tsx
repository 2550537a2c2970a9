// What an organiser decides about roles: who brings a case, which roles there are, who serves, what few people do.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { Check, Pick, Segmented } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import { Select } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import type { DutyRole, RotaRules } from '../protocol.gen.ts';
import { helpers, mergedInto, roles, whenOf } from './board.ts';
import { mergeable, ruleOf, setMerge, setServes, setWhen } from './rules.ts';
import { roleName } from './why.ts';

type Props = { group: string; rules: RotaRules; people: People; onClose(): void };
export function RulesDialog({ group, rules, people, onClose }: Props) {
  const save = useMutation('rota.set_rules');
  const [draft, setDraft] = useState(rules);
  const press = async () => {
    if (!(await save.run({ group, rules: draft }))) return;
    tell(t('turns.rules_saved'));
    onClose();
  };
  const part = { draft, onChange: setDraft };
  return (
    <Dialog
      title={t('turns.rules_title')}
      onClose={onClose}
      deed={{ text: t('turns.rules_save'), run: press, by: save }}
    >
      <Pick
        legend={t('turns.rules_presenter')}
        value={draft.presenter}
        onChange={(presenter) => setDraft({ ...draft, presenter })}
        options={[
          { value: 'planned', text: t('turns.rules_planned') },
          { value: 'queue', text: t('turns.rules_queue') },
          { value: 'chosen_on_the_day', text: t('turns.rules_chosen') },
        ]}
        hint={t(`turns.rules_${draft.presenter}_hint`)}
      />
      <Segmented
        legend={t('turns.rules_presenters')}
        value={String(draft.presenters)}
        onChange={(count) => setDraft({ ...draft, presenters: Number(count) })}
        options={['1', '2', '3'].map((value) => ({ value, text: value }))}
      />
      <HelperRoles {...part} />
      <FewPeople {...part} />
      <WhoServes {...part} people={people} />
      <p class="hint">{t('turns.rules_hint')}</p>
    </Dialog>
  );
}

type Part = { draft: RotaRules; onChange(draft: RotaRules): void };
function HelperRoles({ draft, onChange }: Part) {
  return (
    <fieldset class="field">
      <legend class="label">{t('turns.rules_roles')}</legend>
      <div class="pair">
        {helpers.map((role) => (
          <Select
            key={role}
            label={roleName(role)}
            value={whenOf(draft, role)}
            onChange={(when) => onChange(setWhen(draft, role, when))}
            options={[
              { value: 'planned', text: t('turns.when_planned') },
              { value: 'at_arrival', text: t('turns.when_at_arrival') },
              { value: 'off', text: t('turns.when_off') },
            ]}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Facilitator and presenter are never merged: whoever leads or brings a case does only that. */
function FewPeople({ draft, onChange }: Part) {
  const there = helpers.filter((role) => whenOf(draft, role) !== 'off');
  if (there.length < 2) return null;
  return (
    <details class="more">
      <summary>
        <Icon name="down" />
        {t('turns.rules_few')}
      </summary>
      <fieldset class="field">
        <legend class="sr">{t('turns.rules_few')}</legend>
        <p class="muted small">{t('turns.rules_few_hint')}</p>
        <div class="pair">
          {there.map((role) => (
            <Select
              key={role}
              label={roleName(role)}
              value={mergedInto(draft, role) ?? role}
              onChange={(into) => onChange(setMerge(draft, role, into === role ? undefined : into))}
              options={[
                { value: role, text: t('turns.merge_none') },
                ...mergeable(draft, role).map((into) => ({
                  value: into,
                  text: t('turns.merge_into', { role: roleName(into) }),
                })),
              ]}
            />
          ))}
        </div>
      </fieldset>
    </details>
  );
}

function WhoServes({ draft, onChange, people }: Part & { people: People }) {
  const [role, setRole] = useState<DutyRole>('facilitator');
  const { excused } = ruleOf(draft, role);
  return (
    <details class="more">
      <summary>
        <Icon name="down" />
        {t('turns.rules_who')}
      </summary>
      <div class="col">
        <Pick
          legend={t('turns.choose_role')}
          value={role}
          onChange={setRole}
          options={roles
            .filter((each) => whenOf(draft, each) !== 'off')
            .map((value) => ({ value, text: roleName(value) }))}
        />
        <fieldset class="field">
          <legend class="label">{t('turns.rules_serves', { role: roleName(role) })}</legend>
          <div class="checks">
            {people.all.map(({ account, name }) => (
              <Check
                key={account}
                checked={!excused.includes(account)}
                onChange={(serves) => onChange(setServes(draft, role, account, serves))}
              >
                {name}
              </Check>
            ))}
          </div>
        </fieldset>
      </div>
    </details>
  );
}
