// Writing a case: the fields, what was found in them, and handing it in.
import '../style/screens/editor.css';
import '../style/screens/case_field.css';
import '../style/screens/places.css';
import '../style/screens/case_editor.css';
import { useState } from 'preact/hooks';
import { Page, useFrameClass } from '../app/frame.tsx';
import { useKeep } from '../app/keep.ts';
import { groups, me } from '../app/me.ts';
import { navigate } from '../app/router.ts';
import { useMutation, useQuery } from '../data/query.ts';
import { dayAndTime, daysAhead, longDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Chip } from '../parts/basics.tsx';
import { ErrorNote, Loading, tell } from '../parts/feedback.tsx';
import { Icon } from '../parts/icon.tsx';
import { Title } from '../parts/title.tsx';
import type { ScreenProps } from '../screens.ts';
import { clock } from '../wire/socket.ts';
import { keeping } from './drafts.ts';
import { EditorForm } from './editor_form.tsx';
import { blurred, type Lack, lacks } from './form.ts';
import { useEditorKeys } from './keys.ts';
import { PlacesPanel } from './places_panel.tsx';
import { sessionsFor } from './sessions.ts';
import { useStrictness } from './strictness.ts';
import { useRefusedPlaces } from './use_checker.ts';
import { forget, type Writing, writingOf } from './writing.ts';

const hand_in_before_ms = 24 * 3600_000;

export default function EditorScreen({ params: { group } }: ScreenProps<'group'>) {
  useFrameClass('writing');
  const account = me.value?.account.account ?? '';
  const [, renew] = useState(0);
  const writing = writingOf(account, group);
  const known = groups.value.find((each) => each.group === group);
  if (known && !known.has_signed) {
    return (
      <Page width="narrow">
        <Title hint={t('cases.closed_sign_first')}>{t('cases.new')}</Title>
        <p>
          <ButtonLink look="go" icon="sign" href={`/g/${group}/agreement`}>
            {t('cases.to_agreement')}
          </ButtonLink>
        </p>
      </Page>
    );
  }
  if (!writing.ready.value) {
    return (
      <Page width="wide">
        <Title>{t('cases.new')}</Title>
        <Loading />
      </Page>
    );
  }
  const discarded = async () => {
    await forget(account, group);
    renew((n) => n + 1);
    tell(t('cases.discarded'));
  };
  return <Editor writing={writing} onDiscard={discarded} />;
}

function Editor({ writing, onDiscard }: { writing: Writing; onDiscard: () => void }) {
  const { checker, group, account } = writing;
  const rota = useQuery('rota.show', { group }, { group, on: ['rota.*', 'schedule.*', 'groups.*'] });
  const cases = useQuery('cases.list', { group }, { group: [account, group], on: ['cases.*'] });
  const submit = useMutation('cases.submit');
  const strict = useStrictness(checker, group);
  const [tried, setTried] = useState(false);
  useEditorKeys(checker);
  // Where nothing is kept on the device, leaving asks.
  const letGo = useKeep(!keeping.value && !writing.empty, t('cases.leave_unkept'));

  const known = groups.value.find((each) => each.group === group);
  const sessions = rota.data && cases.data && sessionsFor(rota.data, cases.data.cases, account, clock.now());
  const wanted = writing.session.value ?? new URLSearchParams(location.search).get('session');
  const chosen = sessions?.find(({ session }) => session.session === wanted) ?? sessions?.find(({ mine }) => mine);
  const parts = {
    texts: checker.texts.value,
    wanted: writing.wanted.value,
    session: chosen?.session.session,
    attested: writing.attested.value,
    keep_days: writing.keep_days.value,
    open: checker.open.value.length,
  };
  const missing = lacks(parts);

  useRefusedPlaces(checker, submit.error);

  const hand_in = async () => {
    if (submit.busy) return;
    setTried(true);
    await checker.settle();
    const now = lacks({ ...parts, texts: checker.texts.value, open: checker.open.value.length });
    if (now.length) return goTo(writing, now[0]!);
    const { title, question, text, ...blur } = checker.texts.value;
    const done = await submit.run({
      group,
      session: parts.session!,
      title,
      question,
      wanted: parts.wanted!,
      blur,
      text: writing.told.value ? '' : text,
      kept: checker.keptSpans(),
      attested: true,
      keep_days: parts.keep_days,
    });
    if (!done) return;
    await forget(account, group);
    letGo();
    tell(t('cases.submitted'));
    navigate(`/g/${group}/case/${done.case_id}`);
  };

  const session = chosen?.session;
  const hint = session
    ? `${t('cases.for_session', { group: known?.name ?? '', number: session.number })} ${
        Date.parse(session.starts_at) - hand_in_before_ms > clock.now()
          ? t('cases.hand_in_by', { when: dayAndTime(Date.parse(session.starts_at) - hand_in_before_ms) })
          : t('cases.hand_in_soon')
      }`
    : known?.name;
  const others = (known?.members ?? 1) - 1;
  const places = checker.open.value.length;
  return (
    <Page width="wide">
      <Title hint={hint} end={<Kept writing={writing} />}>
        {session ? titleFor(session.starts_at) : t('cases.new')}
      </Title>
      <div class="split editor">
        <EditorForm
          writing={writing}
          sessions={sessions}
          planned={!!rota.data?.sessions.length}
          chosen={session?.session}
          missing={tried ? missing : []}
          onDiscard={onDiscard}
        />
        <PlacesPanel
          checker={checker}
          id="findings"
          hint={strict !== 'standard' && <p class="hint">{t(`cases.${strict}_here`)}</p>}
        >
          <hr />
          <h3 class="sect">{t('cases.before_submit')}</h3>
          <Todo missing={missing} places={places} />
          <ErrorNote error={submit.error} />
          <Button look={missing.length ? 'line' : 'go'} full busy={submit.busy} onClick={hand_in}>
            {t('cases.submit')}
          </Button>
          <p class="hint">
            {others > 0 && t('cases.who_reads', { count: others })}{' '}
            {t('cases.shredded_after', { count: parts.keep_days || 0 })}
          </p>
        </PlacesPanel>
      </div>
      {places > 0 && (
        <section class="dockbar" aria-label={t('cases.panel')}>
          <span>{t('cases.to_look_at', { count: places })}</span>
          <Button look="soft" small onClick={toPanel}>
            {t('cases.go_to_them')}
          </Button>
        </section>
      )}
    </Page>
  );
}

function titleFor(starts: string): string {
  const ahead = daysAhead(starts, clock.now());
  if (ahead === 0) return t('cases.title_today');
  if (ahead === 1) return t('cases.title_tomorrow');
  return t('cases.title_for', { day: longDay(starts) });
}

function toPanel(): void {
  const heading = document.querySelector<HTMLElement>('#findings h2');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

/** Leads to what is still missing. */
function goTo({ checker }: Writing, lack: Lack): void {
  const place = checker.open.value[0];
  if (lack === 'places' && place) {
    checker.show(place);
    return;
  }
  const names: Partial<Record<Lack, string>> = { wanted: 'wanted', session: 'session', keep: 'keep', attest: 'attest' };
  const name = names[lack] ?? `field-${lack}`;
  requestAnimationFrame(() => {
    const within = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
    const to = within?.querySelector<HTMLElement>('textarea, input:checked, input, select, a') ?? within;
    to?.focus();
  });
}

/** Where the unfinished text is at this moment. */
function Kept({ writing }: { writing: Writing }) {
  const on = keeping.value;
  return (
    <span role="status" data-saved={writing.saved.value}>
      <Chip tone={on ? 'blue' : 'warm'} icon="lock">
        {t(on ? (writing.saved.value ? 'cases.kept_here' : 'cases.stays_here') : 'cases.not_kept')}
      </Chip>
    </span>
  );
}

function Todo({ missing, places }: { missing: readonly Lack[]; places: number }) {
  const lacking = (...lack: Lack[]) => lack.some((one) => missing.includes(one));
  const items: [boolean, string][] = [
    [!lacking('title', 'question', 'wanted'), t('cases.todo_first')],
    [!lacking(...blurred), t('cases.todo_blur')],
    [!lacking('session', 'keep'), t('cases.todo_session')],
    [places === 0, places ? t('cases.todo_places', { count: places }) : t('cases.todo_no_places')],
    [!lacking('attest'), t('cases.todo_attest')],
  ];
  return (
    <ul class="todo">
      {items.map(([ok, text]) => (
        <li key={text} class={ok ? 'ok' : undefined}>
          <Icon name={ok ? 'check' : 'ring'} />
          <span>
            {text}
            <span class="sr">{t(ok ? 'cases.done' : 'cases.still_open')}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
