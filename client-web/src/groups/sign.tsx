import { useState } from 'preact/hooks';
import { me } from '../app/me.ts';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card } from '../parts/basics.tsx';
import { Check } from '../parts/choices.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { Wrong } from '../parts/fields.tsx';

export function Sign({ group, version }: { group: string; version: number }) {
  const sign = useMutation('groups.sign');
  const [read, setRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const press = async () => {
    setAsked(true);
    if (!read) return;
    if (await sign.run({ group, version })) tell(t('groups.signed_now'));
  };
  return (
    <Card roomy raised class="col sign" title={t('groups.sign_title')}>
      <Check checked={read} onChange={setRead}>
        {t('groups.sign_check')}
      </Check>
      {asked && !read && (
        <div role="alert">
          <Wrong>{t('groups.sign_tick')}</Wrong>
        </div>
      )}
      <ErrorNote error={sign.error} />
      <p>
        <Button look="go" icon="sign" busy={sign.busy} onClick={press}>
          {t('groups.sign_as', { name: me.value?.account.name ?? '' })}
        </Button>
      </p>
      <p class="hint">{t('groups.sign_hint')}</p>
    </Card>
  );
}
