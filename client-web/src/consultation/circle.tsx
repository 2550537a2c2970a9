// Who is in the circle, with roles and presence.
import { t } from '../i18n/i18n.ts';
import { Avatar, Button, Chip, QuietLink, Rows, type Tone } from '../parts/basics.tsx';
import type { DutyRole } from '../protocol.gen.ts';
import { roleName } from '../rota/why.ts';
import { answerOf } from '../schedule/sessions.ts';
import { floorOf, holder, partOf, roleOf } from './run.ts';
import type { Scene } from './scene.ts';
import { comingOf } from './start.ts';
import { placeOf, turnsOf } from './turns.ts';

const tones: Partial<Record<DutyRole, Tone>> = { facilitator: 'plum', presenter: 'warm' };
const rank = (role: DutyRole | undefined) => (role === 'facilitator' ? 0 : role === 'presenter' ? 1 : 2);

export function Circle({ scene, role }: { scene: Scene; role?: 'tabpanel' | undefined }) {
  const { run, phase, people, near, seen, session, lead, commands, onLead } = scene;
  const all = people.all
    .map(({ account, name }) => ({ account, name, role: roleOf(run, account), nearness: near.get(account) }))
    .sort((a, b) => rank(a.role) - rank(b.role) || Number(!a.nearness) - Number(!b.nearness));
  const presenter = holder(run, 'presenter');
  const facilitator = holder(run, 'facilitator');
  const here = all.filter((each) => each.nearness === 'here').length;
  const says = (each: (typeof all)[number]): string => {
    if (!each.nearness && run.present.includes(each.account) && !seen.has(each.account))
      return t('consultation.ticked');
    if (each.nearness !== 'here')
      return t(`consultation.coming_${comingOf(each.nearness, answerOf(session, each.account))}`);
    if (people.isMe(each.account)) return t('parts.you');
    const place = run.state === 'running' ? placeOf(turnsOf(run, phase, each.account), each.account) : undefined;
    return t(`floor.is_${place ?? floorOf(run, phase, partOf(each.role))}`);
  };
  return (
    <section class="card pad circle panel" id="panel-people" role={role} aria-labelledby="h-people">
      <div class="head">
        <h2 id="h-people">{t('consultation.circle')}</h2>
        <span>{t('consultation.here_of', { here, of: all.length })}</span>
      </div>
      <Rows>
        {all.map((each) => (
          <li key={each.account} class={each.nearness === 'here' ? undefined : 'away'}>
            <Avatar id={each.account} name={each.name} out={each.nearness !== 'here'} />
            <p>
              {each.name}
              <small>
                {says(each)}
                {each.account === run.deputy && `, ${t('consultation.is_deputy')}`}
              </small>
            </p>
            {each.role && <Chip tone={tones[each.role]}>{roleName(each.role)}</Chip>}
            {lead && !run.present.includes(each.account) && (
              <Button
                small
                look="soft"
                busy={commands.busy}
                label={t('floor.has_come', { name: people.first(each.account) })}
                onClick={() => commands.setHere(each.account, true)}
              >
                {t('floor.is_here')}
              </Button>
            )}
            {lead && scene.shared && rank(each.role) === 2 && run.present.includes(each.account) && (
              <Button
                small
                look="plain"
                icon="x"
                busy={commands.busy}
                label={t('floor.has_gone', { name: people.first(each.account) })}
                onClick={() => commands.setHere(each.account, false)}
              />
            )}
          </li>
        ))}
      </Rows>
      {(presenter || onLead) && (
        <div class="foot">
          {presenter && (
            <span>
              {people.isMe(presenter)
                ? t('consultation.you_can_stop')
                : t('consultation.can_stop', { name: people.first(presenter) })}
            </span>
          )}
          {onLead && (
            <QuietLink onClick={onLead}>
              {t('consultation.lead_instead', { name: people.first(facilitator) })}
            </QuietLink>
          )}
        </div>
      )}
    </section>
  );
}
