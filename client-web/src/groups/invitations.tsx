// Invitation links: made one by one, shown once, taken back while nobody has used them.
import { useState } from 'preact/hooks';
import { useMutation, useQuery } from '../data/query.ts';
import { dayAndTime, shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card, Note, Rows } from '../parts/basics.tsx';
import { CopyField } from '../parts/copy_field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import type { GroupView, Invitation, InvitationCreated } from '../protocol.gen.ts';

const most_at_ease = 8;

export function Invitations({ view }: { view: GroupView }) {
  const { group } = view;
  const open = useQuery('groups.invitations', { group }, { group, on: ['groups.*'] });
  const invite = useMutation('groups.invite');
  // Only as long as this page is open: nobody, the server neither, can show a link again.
  const [made, setMade] = useState<InvitationCreated[]>([]);
  const [revoked, setRevoked] = useState<Invitation>();

  const make = async () => {
    const created = await invite.run({ group });
    if (!created) return;
    setMade((all) => [...all, created]);
  };
  // A link that somebody has used, or that was taken back, needs no sending any more.
  const still = (link: InvitationCreated) =>
    !open.data || open.loading || open.data.invitations.some((each) => each.invitation === link.invitation);
  const shown = made.filter(still);
  const others = (open.data?.invitations ?? []).filter(
    (each) => !shown.some((link) => link.invitation === each.invitation),
  );
  const would_be = view.members.length + (open.data?.invitations.length ?? 0);
  return (
    <Card roomy class="col" title={t('groups.invitations')}>
      <p class="muted small">{t('groups.invite_hint')}</p>
      {would_be > most_at_ease && view.members.length <= most_at_ease && (
        <Note>{t('groups.almost_many', { count: would_be })}</Note>
      )}
      {shown.map((link, i) => (
        <Link key={link.invitation} link={link} number={i + 1} group={view.name} />
      ))}
      <ErrorNote error={invite.error} />
      <p>
        <Button look={shown.length ? 'line' : 'go'} icon="link" busy={invite.busy} onClick={make}>
          {t(shown.length ? 'groups.make_another' : 'groups.make_link')}
        </Button>
      </p>
      <Stale query={open} />
      {others.length > 0 && (
        <div>
          <h3 class="label">{t('groups.open_invitations')}</h3>
          <Rows lined>
            {others.map((each) => (
              <li key={each.invitation}>
                <p>
                  {t('groups.invitation_of', { name: each.invited_by, day: shortDay(each.created_at) })}
                  <small>{t('groups.works_until', { when: dayAndTime(each.expires_at) })}</small>
                </p>
                <Button
                  small
                  look="quiet"
                  label={t('groups.revoke_of', { day: shortDay(each.created_at) })}
                  onClick={() => setRevoked(each)}
                >
                  {t('groups.revoke')}
                </Button>
              </li>
            ))}
          </Rows>
        </div>
      )}
      {revoked && <Revoke group={group} invitation={revoked} onClose={() => setRevoked(undefined)} />}
    </Card>
  );
}

function Link({ link, number, group }: { link: InvitationCreated; number: number; group: string }) {
  const url = `${location.origin}/join#${link.token}`;
  const share = () => navigator.share({ text: t('groups.share_text', { group }), url }).catch(() => {});
  return (
    <div class="fresh">
      <CopyField
        url={url}
        label={t('groups.link_label', { number })}
        hint={t('groups.link_once', { when: dayAndTime(link.expires_at) })}
        words={{ copy: t('groups.copy'), copied: t('groups.copied'), by_hand: t('groups.copy_by_hand') }}
      >
        {'share' in navigator && <Button onClick={share}>{t('groups.share')}</Button>}
      </CopyField>
    </div>
  );
}

function Revoke({ group, invitation, onClose }: { group: string; invitation: Invitation; onClose(): void }) {
  const revoke = useMutation('groups.revoke_invitation');
  const press = async () => {
    if (!(await revoke.run({ group, invitation: invitation.invitation }))) return;
    tell(t('groups.revoked'));
    onClose();
  };
  return (
    <Dialog
      title={t('groups.revoke_title')}
      onClose={onClose}
      deed={{ text: t('groups.revoke'), run: press, by: revoke }}
    >
      <p class="muted">{t('groups.revoke_hint')}</p>
    </Dialog>
  );
}
