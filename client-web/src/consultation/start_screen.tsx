// The facilitator's first screen: who is here, then begin. Two taps where the rota has planned it all.
import { useRef, useState } from 'preact/hooks';
import { Page, TopBar } from '../app/frame.tsx';
import { useMutation, useQuery } from '../data/query.ts';
import { fits } from '../formats/advice.ts';
import type { People } from '../groups/people.ts';
import { dayAndTime } from '../i18n/dates.ts';
import { listed, t } from '../i18n/i18n.ts';
import { Button, Card, Note } from '../parts/basics.tsx';
import { ErrorNote, Loaded } from '../parts/feedback.tsx';
import { Icon } from '../parts/icon.tsx';
import { Title } from '../parts/title.tsx';
import type { CaseSummary, Format, GroupView, LiveView, Presence, Session } from '../protocol.gen.ts';
import { callLink } from '../schedule/sessions.ts';
import { asked, formatOf, isOpen, minutesOf, nobody, type Part, presentersOf, presents, proposal } from './agenda.ts';
import { AgendaEditor, Total } from './agenda_editor.tsx';
import { choose, lastChosen } from './chosen.ts';
import { ConflictCard } from './conflict.tsx';
import { MadeFor } from './format_facts.tsx';
import { HereList } from './here_list.tsx';
import { helperOf, ticked } from './start.ts';
import { dayPartOf, sessionTime, sessionTitle } from './top.tsx';

export type StartProps = {
  group: GroupView;
  view: LiveView;
  people: People;
  near: Map<string, Presence['nearness']>;
  formats: Format[];
  /** False: more than an hour before it starts. */
  open: boolean;
  /** Whom the rota has planned to lead. */
  planned: string | undefined;
};

export function OpensAt({ session, open }: { session: Session; open: boolean }) {
  if (open) return null;
  const opens = Date.parse(session.starts_at) - 3600_000;
  return <Note icon="clock">{t('consultation.opens_at', { when: dayAndTime(opens) })}</Note>;
}

/** Covision records nothing; the call that the group holds might. */
export const RecordingOff = ({ session }: { session: Session }) =>
  callLink(session) ? <Note icon="video">{t('consultation.recording_off')}</Note> : null;

export function StartScreen(props: StartProps) {
  const { group, view } = props;
  const cases = useQuery(
    'cases.list',
    { group: group.group },
    { group: group.group, on: ['cases.*'], forget: true, when: view.case_id !== undefined },
  );
  const { session, duties } = view;
  const mine = duties.find((duty) => duty.role === 'facilitator' && props.people.isMe(duty.account));
  const title =
    props.planned && !mine
      ? t('consultation.lead_instead', { name: props.people.first(props.planned) })
      : mine?.reason.served === 0
        ? t(`consultation.lead_first_${dayPartOf({ session })}`)
        : t(`consultation.lead_${dayPartOf({ session })}`);
  return (
    <>
      <TopBar nav="home" />
      <Page>
        <Title
          hint={`${sessionTitle({ group, session })}. ${sessionTime({ session })}. ${t('consultation.lead_hint')}`}
        >
          {title}
        </Title>
        <OpensAt session={session} open={props.open} />
        <RecordingOff session={session} />
        {view.case_id && view.answer_first && (
          <ConflictCard group={group.group} case_id={view.case_id} people={props.people} />
        )}
        {view.away && <Note icon="info">{t('consultation.away_leader')}</Note>}
        <p>
          <a class="link" href={`/g/${group.group}/session/${session.session}/rehearsal`}>
            {t('consultation.rehearse')}
          </a>
        </p>
        {view.case_id ? (
          <Loaded query={cases}>{(data) => <Stair {...props} cases={handedIn(data.cases, session.session)} />}</Loaded>
        ) : (
          <Stair {...props} cases={new Map()} />
        )}
      </Page>
    </>
  );
}

/** Cases for a session, by who handed them in. */
const handedIn = (cases: CaseSummary[], session: string) =>
  new Map(
    cases
      .filter((each) => each.session === session && each.state === 'submitted')
      .map((each) => [each.presenter, each.case_id]),
  );

function Stair({ group, view, people, near, formats, open, cases }: StartProps & { cases: Map<string, string> }) {
  const { session, duties } = view;
  const begin = useMutation('consultation.begin');
  const [byHand, setByHand] = useState(new Map<string, boolean>());
  const [sure, setSure] = useState(false);
  const [edited, setEdited] = useState<Part[]>();
  const [changing, setChanging] = useState(false);
  const second = useRef<HTMLDivElement>(null);

  const here = new Set([...near].filter(([, nearness]) => nearness === 'here').map(([account]) => account));
  const present = ticked(
    people.all.map((member) => member.account),
    people.me,
    here,
    byHand,
  );
  const authors = [...cases.keys()];
  const consultations = formats.filter((format) => !format.frame);
  const usual = formatOf(consultations, lastChosen(group.group) ?? '') ?? consultations[0];
  const asked_for = useQuery(
    'ideas.echoes',
    { group: group.group },
    { group: group.group, on: ['ideas.*', 'groups.*'] },
  );
  const echoes = asked_for.data?.accounts.filter((account) => present.includes(account)) ?? [];
  const proposed = proposal(presentersOf(duties, authors, present), usual?.code ?? '', echoes.length > 0);
  // Who is not here any more does not present.
  const parts = (edited ?? proposed).map((part) =>
    part.presenter && part.presenter !== nobody && !present.includes(part.presenter)
      ? { ...part, presenter: undefined }
      : part,
  );
  const undecided = parts.some((part) => isOpen(part, formats));
  const first = parts[0] && formatOf(formats, parts[0].format)?.phases[0];
  const presenters = parts.flatMap((part) => (presents(part, formats) ? (part.presenter ?? []) : []));
  const timekeeper = helperOf(duties, 'timekeeper', present, [people.me]);
  const scribe = helperOf(duties, 'scribe', present, [people.me, timekeeper]);
  const called = (account: string) => (people.isMe(account) ? t('parts.you') : people.first(account));
  const misfit = parts
    .map((part) => formatOf(consultations, part.format))
    .find((format) => format && !fits(format, present.length));

  const confirm = () => {
    setSure(true);
    second.current?.querySelector<HTMLElement>('.start')?.focus();
  };
  const press = () => {
    const format = parts.find((part) => formatOf(consultations, part.format))?.format;
    if (format) choose(group.group, format);
    begin.run({ group: group.group, session: session.session, present, agenda: asked(parts, formats, cases) });
  };

  return (
    <div class="split">
      <ol class="card raised stair">
        <li class={sure ? 'done' : undefined}>
          <span class="mark" aria-hidden="true">
            {sure ? <Icon name="check" /> : 1}
          </span>
          <div>
            <h2>{t('consultation.who_is_here_ask')}</h2>
            <p class="muted">{t('consultation.ticked_already')}</p>
            <HereList
              legend={t('consultation.who_is_here_ask')}
              people={people}
              near={near}
              session={session}
              present={present}
              onChange={(account, is) => setByHand(new Map(byHand).set(account, is))}
            />
            <Button look={sure ? 'line' : 'go'} icon="check" pressed={sure} onClick={confirm}>
              {t('consultation.all_of_us')}
            </Button>
          </div>
        </li>
        <li>
          <span class="mark" aria-hidden="true">
            2
          </span>
          <div ref={second}>
            <h2>{t('consultation.begin')}</h2>
            <dl class="facts">
              <dt>{t('consultation.agenda')}</dt>
              <dd>
                {parts
                  .map((part) =>
                    t('consultation.format_option', {
                      name: formatOf(formats, part.format)?.name ?? '',
                      minutes: minutesOf(part, formats),
                    }),
                  )
                  .join(' · ')}
                <Total parts={parts} formats={formats} session={session} />
              </dd>
              <dt>{t('consultation.fact_case')}</dt>
              {parts
                .filter((part) => !formatOf(formats, part.format)?.frame)
                .map((part) => (
                  <dd key={part.key}>
                    {!presents(part, formats)
                      ? t('consultation.format_no_case')
                      : part.presenter === undefined
                        ? t('consultation.case_open')
                        : part.presenter === nobody
                          ? t('consultation.case_nobody')
                          : t(cases.has(part.presenter) ? 'consultation.case_brings' : 'consultation.case_tells', {
                              name: called(part.presenter),
                            })}
                  </dd>
                ))}
              {timekeeper && (
                <>
                  <dt>{t('consultation.fact_time')}</dt>
                  <dd>{t('consultation.keeps_time', { name: called(timekeeper) })}</dd>
                </>
              )}
              {scribe && (
                <>
                  <dt>{t('consultation.fact_notes')}</dt>
                  <dd>{t('consultation.writes_notes', { name: called(scribe) })}</dd>
                </>
              )}
            </dl>
            {echoes.length > 0 && (
              <Note icon="info">{t('consultation.echo', { names: listed(echoes.map(called)) })}</Note>
            )}
            {misfit && <MadeFor format={misfit} count={present.length} />}
            {presenters.includes(people.me) && <Note icon="info">{t('consultation.own_part')}</Note>}
            {authors
              .filter((author) => !presenters.includes(author))
              .map((author) => (
                <Note key={author} icon="info">
                  {author === people.me
                    ? t('consultation.own_case')
                    : t('consultation.author_not', { name: people.first(author) })}
                </Note>
              ))}
            {(changing || undecided) && (
              <AgendaEditor
                parts={parts}
                formats={formats}
                session={session}
                people={present.map((account) => ({ account, name: called(account) }))}
                onChange={(all) => {
                  setChanging(true);
                  setEdited(all);
                }}
              />
            )}
            <ErrorNote error={begin.error} />
            <div class="btns">
              <Button
                look={sure ? 'go' : 'line'}
                icon="play"
                class="start"
                busy={begin.busy}
                off={!sure || !open || undecided}
                onClick={press}
              >
                {t('consultation.start', { number: session.number })}
              </Button>
              {!changing && !undecided && (
                <Button look="quiet" onClick={() => setChanging(true)}>
                  {t('consultation.change')}
                </Button>
              )}
            </div>
          </div>
        </li>
      </ol>
      <div class="col">
        {first && (
          <Card
            class="say"
            title={t('consultation.first_words')}
            fact={t('consultation.first_phase', {
              title: first.title,
              minutes: parts[0] ? minutesOf(parts[0], formats) : first.minutes,
            })}
          >
            <q>{t('consultation.quoted', { words: first.script })}</q>
          </Card>
        )}
      </div>
    </div>
  );
}
