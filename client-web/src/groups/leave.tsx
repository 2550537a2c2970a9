import { useState } from 'preact/hooks';
import { loadGroups } from '../app/me.ts';
import { navigate } from '../app/router.ts';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { QuietLink } from '../parts/basics.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import type { GroupView } from '../protocol.gen.ts';
import type { People } from './people.ts';

type Props = { view: GroupView; people: People };
export function Leave(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div class="leave">
      <QuietLink icon="leave" onClick={() => setOpen(true)}>
        {t('groups.leave')}
      </QuietLink>
      {open && <LeaveDialog {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}

function LeaveDialog({ view, people, onClose }: Props & { onClose(): void }) {
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
    <Dialog
      title={t('groups.leave_title', { group: view.name })}
      onClose={onClose}
      deed={last ? undefined : { text: t('groups.leave'), look: 'stop', run: press, by: leave }}
    >
      <p class="muted">{t(last ? 'groups.leave_handover' : alone ? 'groups.leave_alone' : 'groups.leave_hint')}</p>
    </Dialog>
  );
}
