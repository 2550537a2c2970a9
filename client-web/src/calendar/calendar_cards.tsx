// On the account's screen: the own calendar's private address, what it shows, and which mails one wants.
import '../style/screens/account.css';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useMutation, useQuery } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Card, classes } from '../parts/basics.tsx';
import { Switch } from '../parts/choices.tsx';
import { ErrorNote, Loaded } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import type { CalendarChoice, CalendarSettings, MailChoice } from '../protocol.gen.ts';
import { Address } from './address.tsx';
import { readable } from './readable.ts';

export function CalendarCards({ account }: { account: string }) {
  const settings = useQuery('calendar.settings', {}, { group: account, on: ['calendar.changed'] });
  return (
    <>
      <Stale query={settings} />
      <Loaded query={settings}>{(data) => <Cards settings={data} />}</Loaded>
    </>
  );
}

function Cards({ settings }: { settings: CalendarSettings }) {
  const set = useMutation('calendar.set');
  const [wanted, setWanted] = useState<CalendarChoice>();
  const { show_group, show_link, mail } = wanted ?? settings;
  // What was pressed shows at once, until the news of it is here. News of something earlier may come in between,
  // or just before: then an effect after painting would take back what was pressed meanwhile.
  useLayoutEffect(() => {
    if (!set.busy) setWanted(undefined);
  }, [settings]);
  const choose = async (change: Partial<CalendarChoice>) => {
    const next = { show_group, show_link, mail, ...change };
    setWanted(next);
    if (!(await set.run(next))) setWanted(undefined);
  };
  const chooseMail = (change: Partial<MailChoice>) => choose({ mail: { ...mail, ...change } });
  return (
    <>
      <Card roomy class="own col" title={t('calendar.feed')}>
        <p class="muted small">{t('calendar.feed_hint')}</p>
        <Address settings={settings} />
        <Switch
          checked={show_group}
          onChange={(value) => choose({ show_group: value })}
          hint={t('calendar.show_group_hint')}
        >
          {t('calendar.show_group')}
        </Switch>
        <Switch
          checked={show_link}
          onChange={(value) => choose({ show_link: value })}
          hint={t('calendar.show_link_hint')}
        >
          {t('calendar.show_link')}
        </Switch>
        <ErrorNote error={set.error} />
        <p class="hint">{t('calendar.feed_reads', { what: readable(show_group, show_link) })}</p>
      </Card>
      <Card roomy class={classes('own', settings.relay && 'col')} title={t('calendar.mail')}>
        <p class="muted small">
          {settings.relay ? t('calendar.mail_to', { email: settings.email }) : t('calendar.mail_none')}
        </p>
        {settings.relay && <Mails mail={mail} onChange={chooseMail} />}
      </Card>
    </>
  );
}

function Mails({ mail, onChange }: { mail: MailChoice; onChange(change: Partial<MailChoice>): void }) {
  return (
    <>
      <Switch
        checked={mail.invitations}
        onChange={(invitations) => onChange({ invitations })}
        hint={t('calendar.mail_invitations_hint')}
      >
        {t('calendar.mail_invitations')}
      </Switch>
      <Switch checked={mail.day_before} onChange={(day_before) => onChange({ day_before })}>
        {t('calendar.mail_day_before')}
      </Switch>
      <Switch checked={mail.two_hours_before} onChange={(two_hours_before) => onChange({ two_hours_before })}>
        {t('calendar.mail_two_hours_before')}
      </Switch>
      <Switch checked={mail.duties} onChange={(duties) => onChange({ duties })} hint={t('calendar.mail_duties_hint')}>
        {t('calendar.mail_duties')}
      </Switch>
    </>
  );
}
