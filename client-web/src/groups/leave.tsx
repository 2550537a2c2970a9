import { useState } from 'preact/hooks';
import { loadGroups } from '../app/me.ts';
import { navigate } from '../app/router.ts';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button, QuietLink } from '../parts/basics.tsx';
import { Dialog, ErrorNote, tell } from '../parts/feedback.tsx';
import type { GroupView } from '../protocol.gen.ts';
import type { People } from './people.ts';

export function Leave({ view, people }: { view: GroupView; people: People }) {
  const [open, setOpen] = useState(false);
  const leave = useMutation('groups.leave');
  const others = view.members.filter((member) => !people.isMe(member.account));
  const alone = others.length === 0;
  const last = !alone && view.role === 'organiser' && !others.some((member) => member.role === 'organiser');
  const press = async () => {
    if (!(await leave.run({ group: view.group }))) return;
    tell(t('groups.left', { group: view.name }));
    navigate('/', { replace: true });
    await loadGroups().catch(() => {});
  };
  return (
    <div class="leave">
      <QuietLink icon="leave" onClick={() => setOpen(true)}>
        {t('groups.leave')}
      </QuietLink>
      <Dialog
        open={open}
        title={t('groups.leave_title', { group: view.name })}
        onClose={() => setOpen(false)}
        actions={
          !last && (
            <Button look="stop" busy={leave.busy} onClick={press}>
              {t('groups.leave')}
            </Button>
          )
        }
      >
        <p class="muted">{t(last ? 'groups.leave_handover' : alone ? 'groups.leave_alone' : 'groups.leave_hint')}</p>
        <ErrorNote error={leave.error} />
      </Dialog>
    </div>
  );
}
