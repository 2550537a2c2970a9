import { useState } from 'preact/hooks';
import { loadMe } from '../app/me.ts';
import { rich, t } from '../i18n/i18n.ts';
import { browserZone, zonePlace, zones } from '../i18n/zone.ts';
import { Button, Card, QuietLink } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { Select } from '../parts/fields.tsx';
import { needed, useForm } from '../parts/form.ts';
import { LanguageChoice } from '../parts/language_choice.tsx';
import type { Account } from '../protocol.gen.ts';
import { call } from '../wire/socket.ts';
import { NameField } from './account_fields.tsx';

export function AboutYou({ account }: { account: Account }) {
  const [name, setName] = useState(account.name);
  const [language, setLanguage] = useState(account.language);
  const [zone, setZone] = useState(account.zone);
  const { wrong, busy, error, onSubmit } = useForm({ name: needed(name) }, async () => {
    await call('accounts.update', { name: name.trim(), language, zone });
    await loadMe();
    tell(t('accounts.saved'));
  });
  return (
    <Card roomy title={t('accounts.about_you')}>
      <form class="col" noValidate onSubmit={onSubmit}>
        <NameField value={name} onChange={setName} error={wrong.name} />
        <LanguageChoice legend={t('accounts.language')} value={language} onChange={setLanguage} />
        <Select
          label={t('accounts.zone')}
          value={zone}
          onChange={setZone}
          options={zones(zone)}
          hint={
            zone !== browserZone && (
              <>
                {rich('accounts.zone_other', { zone: zonePlace(browserZone) })}{' '}
                <QuietLink onClick={() => setZone(browserZone)}>
                  {t('accounts.use_zone', { zone: zonePlace(browserZone) })}
                </QuietLink>
              </>
            )
          }
        />
        <ErrorNote error={error} />
        <div class="btns">
          <Button look="go" type="submit" busy={busy}>
            {t('accounts.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
