// The private address of one's calendar: made, copied while it is shown, replaced, ended.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { CopyField } from '../parts/copy_field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { CalendarSettings } from '../protocol.gen.ts';

export function Address({ settings }: { settings: CalendarSettings }) {
  const make = useMutation('calendar.make_feed');
  const end = useMutation('calendar.end_feed');
  // Only as long as this page is open: nobody, the server neither, can show it again.
  const [token, setToken] = useState<string>();
  const [asking, setAsking] = useState<'renew' | 'end'>();
  const close = () => setAsking(undefined);
  const begin = async () => {
    const made = await make.run({});
    if (!made) return;
    setToken(made.token);
    close();
  };
  const finish = async () => {
    if (!(await end.run({}))) return;
    setToken(undefined);
    tell(t('calendar.ended'));
    close();
  };
  const there = settings.feed || token !== undefined;
  return (
    <>
      {token !== undefined ? (
        <Fresh url={`${location.origin}/calendar/${token}.ics`} />
      ) : (
        settings.feed && (
          <p class="small">
            {t('calendar.feed_since', { day: shortDay(settings.feed_made_at ?? '') })}{' '}
            <span class="muted">{t('calendar.feed_lost')}</span>
          </p>
        )
      )}
      {!asking && <ErrorNote error={make.error} />}
      <div class="btns">
        <Button icon="link" busy={make.busy} onClick={there ? () => setAsking('renew') : begin}>
          {t(there ? 'calendar.feed_new' : 'calendar.feed_make')}
        </Button>
        {there && (
          <Button look="quiet" onClick={() => setAsking('end')}>
            {t('calendar.feed_end')}
          </Button>
        )}
      </div>
      {asking === 'renew' && (
        <Dialog
          title={t('calendar.renew_title')}
          onClose={close}
          deed={{ text: t('calendar.feed_new'), run: begin, by: make }}
        >
          <p class="muted">{t('calendar.renew_text')}</p>
        </Dialog>
      )}
      {asking === 'end' && (
        <Dialog
          title={t('calendar.end_title')}
          onClose={close}
          deed={{ text: t('calendar.feed_end'), run: finish, by: end }}
        >
          <p class="muted">{t('calendar.end_text')}</p>
        </Dialog>
      )}
    </>
  );
}

function Fresh({ url }: { url: string }) {
  const words = { copy: t('calendar.copy'), copied: t('calendar.copied'), by_hand: t('calendar.copy_by_hand') };
  return <CopyField url={url} label={t('calendar.feed_address')} hint={t('calendar.feed_once')} words={words} />;
}
