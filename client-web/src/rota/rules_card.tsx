// How turns are shared; an organiser changes it.
import { useState } from 'preact/hooks';
import type { People } from '../groups/people.ts';
import { listed, t } from '../i18n/i18n.ts';
import { Button, useId } from '../parts/basics.tsx';
import type { RotaRules } from '../protocol.gen.ts';
import { atArrival } from './board.ts';
import { RulesDialog } from './rules_dialog.tsx';
import { roleName } from './why.ts';

type Props = { group: string; rules: RotaRules; people: People; organises: boolean };
export function RulesCard({ group, rules, people, organises }: Props) {
  const id = useId('h');
  const [open, setOpen] = useState(false);
  const later = atArrival(rules).map(roleName);
  const list = listed(later);
  return (
    <section class="card pad" aria-labelledby={id}>
      <h2 class="h" id={id}>
        {t('turns.how')}
      </h2>
      <p class="muted small">
        {t('turns.how_share')} {t(`turns.how_${rules.presenter}`)}{' '}
        {rules.presenters > 1 && `${t('turns.how_several', { count: rules.presenters })} `}
        {later.length > 0 && t('turns.how_arrival', { roles: list, count: later.length })}
      </p>
      {organises && (
        <p class="after">
          <Button small onClick={() => setOpen(true)}>
            {t('turns.change_rules')}
          </Button>
        </p>
      )}
      {open && <RulesDialog {...{ group, rules, people }} onClose={() => setOpen(false)} />}
    </section>
  );
}
