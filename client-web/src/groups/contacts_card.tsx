// On the group's page: whom to call when somebody may be in danger. Organisers write it, the session shows it.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card } from '../parts/basics.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { tell } from '../parts/feedback.tsx';
import { TextArea } from '../parts/fields.tsx';
import type { GroupView } from '../protocol.gen.ts';

export function ContactsCard({ view }: { view: GroupView }) {
  const [open, setOpen] = useState(false);
  const organises = view.role === 'organiser';
  return (
    <Card title={t('groups.contacts')}>
      <p class="muted small">{t('groups.contacts_hint')}</p>
      <p class="after lines">{view.contacts || t('groups.contacts_none')}</p>
      {organises && (
        <p class="after">
          <Button small onClick={() => setOpen(true)}>
            {t('groups.contacts_write')}
          </Button>
        </p>
      )}
      {open && <ContactsDialog view={view} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function ContactsDialog({ view, onClose }: { view: GroupView; onClose(): void }) {
  const set = useMutation('groups.set_contacts');
  const [contacts, setContacts] = useState(view.contacts);
  const press = async () => {
    if (!(await set.run({ group: view.group, contacts: contacts.trim() }))) return;
    tell(t('groups.contacts_saved'));
    onClose();
  };
  return (
    <Dialog
      title={t('groups.contacts')}
      onClose={onClose}
      deed={{ text: t('groups.contacts_save'), run: press, by: set }}
    >
      <TextArea
        label={t('groups.contacts_label')}
        hint={t('groups.contacts_label_hint')}
        rows={6}
        maxLength={600}
        value={contacts}
        onChange={setContacts}
      />
    </Dialog>
  );
}
