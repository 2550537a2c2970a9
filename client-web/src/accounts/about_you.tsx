import { useState } from 'preact/hooks';
import { loadMe } from '../app/me.ts';
import { useMutation } from '../data/query.ts';
import { browserZone, zonePlace } from '../i18n/dates.ts';
import { rich, t } from '../i18n/i18n.ts';
import { Button, Card, QuietLink } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { Select, TextField } from '../parts/fields.tsx';
import type { Account, Language } from '../protocol.gen.ts';
import * as form from './form.ts';

const names: { value: Language; text: string }[] = [
  { value: 'en', text: 'English' },
  { value: 'de', text: 'Deutsch' },
];

function zones(own: string): { value: string; text: string }[] {
  const all = new Set([own, browserZone, ...Intl.supportedValuesOf('timeZone')]);
  return [...all].sort().map((value) => ({ value, text: value.replaceAll('_', ' ') }));
}

export function AboutYou({ account }: { account: Account }) {
  const [name, setName] = useState(account.name);
  const [language, setLanguage] = useState<Language>(account.language);
  const [zone, setZone] = useState(account.zone);
  const [wrong, setWrong] = useState<form.Wrongs<'name'>>({});
  const update = useMutation('accounts.update');

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const found = form.check(event.currentTarget as HTMLElement, { name: form.needed(name) });
    setWrong(found ?? {});
    if (found || update.busy) return;
    if (!(await update.run({ name: name.trim(), language, zone }))) return;
    await loadMe();
    tell(t('accounts.saved'));
  };
  return (
    <Card roomy title={t('accounts.about_you')}>
      <form class="col" noValidate onSubmit={submit}>
        <TextField
          label={t('accounts.name')}
          hint={t('accounts.name_hint')}
          autocomplete="name"
          maxLength={80}
          value={name}
          onChange={setName}
          error={wrong.name}
        />
        <Segmented
          legend={t('accounts.language')}
          value={language}
          onChange={setLanguage}
          options={names.map(({ value, text }) => ({ value, text: <span lang={value}>{text}</span> }))}
        />
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
        <ErrorNote error={update.error} />
        <div class="btns">
          <Button look="go" type="submit" busy={update.busy}>
            {t('accounts.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
