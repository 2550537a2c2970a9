// The facilitator's first screen: who is here, then begin. Two taps where the rota has planned it all.
import { useRef, useState } from 'preact/hooks';
import { Page, TopBar } from '../app/frame.tsx';
import { useMutation, useQuery } from '../data/query.ts';
import { fits } from '../formats/advice.ts';
import { Adviser } from '../formats/adviser.tsx';
import type { People } from '../groups/people.ts';
import { dayAndTime } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card, Note } from '../parts/basics.tsx';
import { Pick } from '../parts/choices.tsx';
import { ErrorNote, Loaded } from '../parts/feedback.tsx';
import { Select } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import { Title } from '../parts/title.tsx';
import type { CaseSummary, Format, GroupView, LiveView, Presence, Session } from '../protocol.gen.ts';
import { callLink } from '../schedule/sessions.ts';
import { ConflictCard } from './conflict.tsx';
import { MadeFor, Steps } from './format_facts.tsx';
import { HereList } from './here_list.tsx';
import { helperOf, planned as plannedFor, presenterOf, spare, ticked } from './start.ts';
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
        {view.case_id ? (
          <Loaded query={cases}>
            {(data) => <Stair {...props} brought={data.cases.find((each) => each.case_id === view.case_id)} />}
          </Loaded>
        ) : (
          <Stair {...props} brought={undefined} />
        )}
      </Page>
    </>
  );
}

const nobody = 'nobody';
const lastFormat = (group: string) => `covision.format.${group}`;
function remembered(group: string): string | undefined {
  try {
    return localStorage.getItem(lastFormat(group)) ?? undefined;
  } catch {
    return undefined;
  }
}

function Stair({ group, view, people, near, formats, open, brought }: StartProps & { brought?: CaseSummary }) {
  const { session, duties } = view;
  const begin = useMutation('consultation.begin');
  const [byHand, setByHand] = useState(new Map<string, boolean>());
  const [sure, setSure] = useState(false);
  const [picked, setPicked] = useState<string>();
  const [code, setCode] = useState(() => remembered(group.group));
  const [changing, setChanging] = useState(false);
  const second = useRef<HTMLDivElement>(null);

  const here = new Set([...near].filter(([, nearness]) => nearness === 'here').map(([account]) => account));
  const present = ticked(
    people.all.map((member) => member.account),
    people.me,
    here,
    byHand,
  );
  const format = formats.find((each) => each.code === code) ?? formats[0];
  const author = brought?.presenter;
  const offered = presenterOf(present, people.me, author, plannedFor(duties, 'presenter'));
  const chosen = picked === nobody || (picked && present.includes(picked)) ? picked : offered;
  const wanted = format?.has_case === false ? nobody : chosen;
  const presenter = wanted === nobody ? undefined : wanted;
  const choose = changing || wanted === undefined || picked !== undefined;
  const with_case = author !== undefined && presenter === author;
  const left_over = format ? spare(format, session.starts_at, session.ends_at) : 0;
  const timekeeper = helperOf(duties, 'timekeeper', present, [people.me, presenter]);
  const scribe = helperOf(duties, 'scribe', present, [people.me, presenter, timekeeper]);
  const called = (account: string) => (people.isMe(account) ? t('parts.you') : people.first(account));

  const confirm = () => {
    setSure(true);
    second.current?.querySelector<HTMLElement>('.start')?.focus();
  };
  const press = () => {
    if (!format) return;
    try {
      localStorage.setItem(lastFormat(group.group), format.code);
    } catch {}
    begin.run({
      group: group.group,
      session: session.session,
      format: format.code,
      present,
      presenter,
      case_id: with_case ? view.case_id : undefined,
    });
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
              <dt>{t('consultation.fact_case')}</dt>
              <dd>
                {format?.has_case === false
                  ? t('consultation.format_no_case')
                  : presenter === undefined
                    ? t(wanted === nobody ? 'consultation.case_nobody' : 'consultation.case_open')
                    : t(with_case ? 'consultation.case_brings' : 'consultation.case_tells', {
                        name: called(presenter),
                      })}
              </dd>
              <dt>{t('consultation.fact_format')}</dt>
              <dd>
                {format &&
                  t('consultation.format_facts', {
                    name: format.name,
                    phases: format.phases.length,
                    minutes: format.minutes,
                  })}
                <small class="hint">
                  {left_over < 0
                    ? t('consultation.too_long', { count: -left_over })
                    : t('consultation.spare', { count: left_over })}
                </small>
              </dd>
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
            {format && !fits(format, present.length) && <MadeFor format={format} count={present.length} />}
            {author && author !== presenter && (
              <Note icon="info">
                {author === people.me
                  ? t('consultation.own_case')
                  : t('consultation.author_not', { name: people.first(author) })}
              </Note>
            )}
            <div class="col choices">
              {choose && format?.has_case && (
                <Pick
                  legend={t('consultation.who_presents')}
                  hint={t('consultation.who_presents_hint')}
                  value={wanted}
                  onChange={setPicked}
                  options={[
                    ...present
                      .filter((account) => account !== people.me)
                      .map((account) => ({ value: account, text: people.first(account) })),
                    { value: nobody, text: t('consultation.nobody') },
                  ]}
                />
              )}
              {changing && format && (
                <Select
                  label={t('consultation.fact_format')}
                  hint={format.source}
                  value={format.code}
                  onChange={setCode}
                  options={formats.map((each) => ({
                    value: each.code,
                    text: t('consultation.format_option', { name: each.name, minutes: each.minutes }),
                  }))}
                />
              )}
              {changing && format && <Steps format={format} />}
              {changing && (
                <Adviser
                  formats={formats}
                  count={present.length}
                  minutes={(Date.parse(session.ends_at) - Date.parse(session.starts_at)) / 60_000}
                  onTake={setCode}
                />
              )}
            </div>
            <ErrorNote error={begin.error} />
            <div class="btns">
              <Button
                look={sure ? 'go' : 'line'}
                icon="play"
                class="start"
                busy={begin.busy}
                off={!sure || !open || wanted === undefined}
                onClick={press}
              >
                {t('consultation.start', { number: session.number })}
              </Button>
              {!changing && (
                <Button look="quiet" onClick={() => setChanging(true)}>
                  {t('consultation.change')}
                </Button>
              )}
            </div>
          </div>
        </li>
      </ol>
      <div class="col">
        {format?.phases[0] && (
          <Card
            class="say"
            title={t('consultation.first_words')}
            fact={t('consultation.first_phase', {
              title: format.phases[0].title,
              minutes: format.phases[0].minutes,
            })}
          >
            <q>{t('consultation.quoted', { words: format.phases[0].script })}</q>
          </Card>
        )}
      </div>
    </div>
  );
}
