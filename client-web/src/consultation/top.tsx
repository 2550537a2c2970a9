// The top bar of a running session.
import { LinkChip, ThemeButton, TopBar } from '../app/frame.tsx';
import { daysAhead, shortDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { ButtonLink } from '../parts/basics.tsx';
import { callLink, hours } from '../schedule/sessions.ts';
import { clock } from '../wire/socket.ts';
import type { Scene } from './scene.ts';
import { dayPart } from './start.ts';

export const sessionTitle = ({ group, session }: Pick<Scene, 'group' | 'session'>): string =>
  t('consultation.session_of', { group: group.name, number: session.number });
export const sessionTime = ({ session }: Pick<Scene, 'session'>): string =>
  t('consultation.when', { day: shortDay(session.starts_at), hours: hours(session), zone: zonePlace() });

/** 'tonight', 'today', or 'then'. */
export const dayPartOf = ({ session }: Pick<Scene, 'session'>) =>
  dayPart(daysAhead(session.starts_at, clock.now()), Number(time(session.starts_at).slice(0, 2)));

function Ways({ scene, quiet }: { scene: Scene; quiet?: boolean }) {
  const link = callLink(scene.session);
  return (
    <>
      {link && (
        <ButtonLink look={quiet ? 'quiet' : 'line'} icon="video" href={link} target="_blank">
          {t('consultation.join_call')}
        </ButtonLink>
      )}
      <ButtonLink look="quiet" icon="leave" href={scene.rehearsal?.leave ?? '/'}>
        {t(scene.rehearsal ? 'consultation.leave_rehearsal' : 'consultation.leave')}
      </ButtonLink>
    </>
  );
}

export function LiveBar({ scene }: { scene: Scene }) {
  return (
    <TopBar where={{ title: sessionTitle(scene), hint: sessionTime(scene) }}>
      <LinkChip always />
      <ThemeButton />
      <Ways scene={scene} />
    </TopBar>
  );
}

/** Silent phases: only the ways out. */
export function QuietBar({ scene }: { scene: Scene }) {
  return (
    <TopBar menu="none">
      <Ways scene={scene} quiet />
    </TopBar>
  );
}
