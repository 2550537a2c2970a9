// Whoever leads for the first time goes through tonight's agenda alone, in two minutes, with an invented group. Nothing
// is sent and nothing is kept.
import { useMemo, useState } from 'preact/hooks';
import '../style/screens/session.css';
import { Page, TopBar } from '../app/frame.tsx';
import { me } from '../app/me.ts';
import { formatOf, minutesOf, type Part, presentersOf, proposal } from '../consultation/agenda.ts';
import { lastChosen } from '../consultation/chosen.ts';
import { useFormats } from '../consultation/live.ts';
import { sessionTime, sessionTitle } from '../consultation/top.tsx';
import { type Query, useQuery } from '../data/query.ts';
import { useGroup } from '../groups/people.ts';
import { language, t } from '../i18n/i18n.ts';
import { Button, ButtonLink, Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { AgendaItem, Format, GroupView, LiveView } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import type { Cast } from './play.ts';
import { PlayStage } from './play_stage.tsx';

export default function RehearsalScreen({ params: { group, session } }: ScreenProps<'group' | 'session'>) {
  const live = useQuery('consultation.show', { group, session, language: language() });
  const members = useGroup(group);
  const formats = useFormats(group);
  if (live.data && members.data && formats.data)
    return <Rehearsal view={live.data} group={members.data} formats={formats.data.formats} />;
  const missing: Query<unknown> = live.data ? (members.data ? formats : members) : live;
  return (
    <>
      <TopBar nav="home" />
      <Page width="narrow">
        <Loaded query={missing}>{() => null}</Loaded>
      </Page>
    </>
  );
}

const colleagues = ['colleague_1', 'colleague_2', 'colleague_3', 'colleague_4'] as const;

type Props = { view: LiveView; group: GroupView; formats: Format[] };
function Rehearsal({ view, group, formats }: Props) {
  const { session } = view;
  const [state, setState] = useState<'before' | 'on' | 'over'>('before');
  const [round, setRound] = useState(0);
  const account = me.value?.account.account ?? '';
  const agenda = useMemo(() => tonight(view, group, formats), [view, group, formats]);
  const [presenter, ...others] = colleagues;
  const cast: Cast = { me: account, presenter, others };
  const back = `/g/${group.group}/session/${session.session}`;
  const begin = () => {
    setRound(round + 1);
    setState('on');
  };
  if (state === 'on')
    return (
      <PlayStage
        key={round}
        group={{ ...group, members: membersOf(group, cast) }}
        session={{ ...session, call_link: '' }}
        {...{ formats, agenda, cast, back }}
        onEnd={() => setState('over')}
      />
    );
  const over = state === 'over';
  return (
    <>
      <TopBar nav="home" />
      <Page width="narrow">
        <p class="back">
          <a class="link" href={back}>
            {t('rehearsal.back')}
          </a>
        </p>
        <Title
          hint={over ? t('rehearsal.done_kept') : `${sessionTitle({ group, session })}. ${sessionTime({ session })}.`}
        >
          {t(over ? 'rehearsal.done' : 'rehearsal.title')}
        </Title>
        <Card raised roomy title={t('rehearsal.agenda')}>
          <p class="muted">{t(over ? 'rehearsal.more' : 'rehearsal.hint')}</p>
          <ul class="points tonight">
            {agenda.map((item, i) => (
              <li key={`${i} ${item.format}`}>
                {t('consultation.format_option', {
                  name: formatOf(formats, item.format)?.name ?? '',
                  minutes: item.minutes ?? 0,
                })}
              </li>
            ))}
          </ul>
          {!over && <p class="hint">{t('rehearsal.you_lead')}</p>}
          <div class="btns after">
            <Button look={over ? 'line' : 'go'} icon={over ? 'undo' : 'play'} onClick={begin}>
              {t(over ? 'rehearsal.again' : 'rehearsal.begin')}
            </Button>
            {over && (
              <ButtonLink look="go" href={back}>
                {t('rehearsal.back')}
              </ButtonLink>
            )}
          </div>
        </Card>
      </Page>
    </>
  );
}

/** What the start screen would propose for this session. */
function tonight({ duties }: LiveView, group: GroupView, formats: Format[]): AgendaItem[] {
  const usual = formatOf(formats, lastChosen(group.group) ?? '') ?? formats.find((format) => !format.frame);
  const everybody = group.members.map(({ account }) => account);
  const presenters = usual?.has_case ? presentersOf(duties, [], everybody) : [];
  return proposal(presenters, usual?.code ?? '').map((part: Part) => ({
    format: part.format,
    version: formatOf(formats, part.format)?.version ?? 0,
    minutes: minutesOf(part, formats),
  }));
}

const membersOf = (group: GroupView, cast: Cast) => [
  ...group.members.filter(({ account }) => account === cast.me),
  ...colleagues.map((account) => ({
    account,
    name: t(`rehearsal.${account}`),
    role: 'member' as const,
    joined_at: '',
    signed_version: group.agreement_version,
    confirmed: true,
    confirmed_by_me: true,
  })),
];
