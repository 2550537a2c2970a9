// A new group needs people and dates: what its organiser does first.
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card, Tile } from '../parts/basics.tsx';
import type { Home } from '../protocol.gen.ts';

/** What is left of the beginning, over all groups. */
export function firstSteps(home: Home) {
  return home.groups
    .filter(({ role }) => role === 'organiser')
    .flatMap(({ group, name, members }) => {
      const invite = { key: `i${group}`, kind: 'invite', name, href: `/g/${group}` } as const;
      const plan = { key: `p${group}`, kind: 'plan', name, href: `/g/${group}/schedule#plan` } as const;
      const dated = home.next.some((next) => next.group === group);
      return [...(members < 2 ? [invite] : []), ...(dated ? [] : [plan])];
    });
}

export function FirstSteps({ steps }: { steps: ReturnType<typeof firstSteps> }) {
  if (steps.length === 0) return null;
  return (
    <Card roomy title={t('home.first_steps')}>
      <ul class="rows lined do">
        {steps.map(({ key, kind, name, href }) => {
          const title = t(`home.step_${kind}`, { group: name });
          return (
            <li key={key}>
              <Tile tone={kind === 'plan' ? 'accent' : 'olive'} icon={kind === 'plan' ? 'cal' : 'link'} />
              <div class="grow">
                <h3>{title}</h3>
                <p>{t(`home.step_${kind}_hint`)}</p>
              </div>
              <ButtonLink href={href} label={`${t(`home.do_${kind}`)}: ${title}`}>
                {t(`home.do_${kind}`)}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
