// One question for a time: each suggested date with the reader's answer and everybody's, in sums of words.
import { useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { groups } from '../app/me.ts';
import { navigate } from '../app/router.ts';
import { useMutation, useQuery } from '../data/query.ts';
import { peopleOf, useGroup } from '../groups/people.ts';
import { longDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zonePlace } from '../i18n/zone.ts';
import { Button, ButtonLink, Note } from '../parts/basics.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Loaded, tell } from '../parts/feedback.tsx';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { Poll } from '../protocol.gen.ts';
import { PollTable } from './poll_table.tsx';
import { lengthText } from './rule.ts';

export function PollScreen({ group, poll: id }: { group: string; poll: string }) {
  const polls = useQuery('schedule.polls', { group }, { group, on: ['schedule.poll_changed', 'groups.*'] });
  return (
    <Page>
      <Loaded query={polls}>
        {(data) => {
          const poll = data.polls.find((each) => each.poll === id);
          return poll ? <Content group={group} poll={poll} /> : <Gone group={group} />;
        }}
      </Loaded>
      <Stale query={polls} />
    </Page>
  );
}

const Back = ({ group }: { group: string }) => (
  <ButtonLink look="quiet" href={`/g/${group}/schedule`}>
    {t('planning.back')}
  </ButtonLink>
);
const Gone = ({ group }: { group: string }) => <Title end={<Back group={group} />}>{t('polls.gone')}</Title>;

function Content({ group, poll }: { group: string; poll: Poll }) {
  const view = useGroup(group);
  const people = peopleOf(view.data, t('rota.former'));
  const known = groups.value.find((each) => each.group === group);
  const organises = (view.data?.role ?? known?.role) === 'organiser';
  const [closing, setClosing] = useState(false);
  const chosen = poll.options.find((each) => each.option === poll.chosen);
  const hint = t('polls.hint', {
    length: lengthText(poll.minutes),
    zone: zonePlace(),
    name: people.isMe(poll.created_by) ? t('polls.you') : people.first(poll.created_by),
  });
  return (
    <>
      <Title hint={hint} end={<Back group={group} />}>
        {poll.title || t('polls.find')}
      </Title>
      {poll.state !== 'open' && (
        <Note icon={chosen ? 'check' : 'info'}>
          {chosen
            ? t('polls.state_chosen', { day: longDay(chosen.starts_at), time: time(chosen.starts_at) })
            : t('polls.state_closed')}
        </Note>
      )}
      <PollTable {...{ group, poll, people, organises }} />
      {poll.state === 'open' && (organises || people.isMe(poll.created_by)) && (
        <p>
          <Button look="quiet" onClick={() => setClosing(true)}>
            {t('polls.close')}
          </Button>
        </p>
      )}
      {closing && <CloseDialog group={group} poll={poll} onClose={() => setClosing(false)} />}
    </>
  );
}

function CloseDialog({ group, poll, onClose }: { group: string; poll: Poll; onClose(): void }) {
  const close = useMutation('schedule.close_poll');
  const press = async () => {
    if (!(await close.run({ group, poll: poll.poll }))) return;
    tell(t('polls.closed_now'));
    navigate(`/g/${group}/schedule`, { replace: true });
  };
  return (
    <Dialog
      title={t('polls.close_title')}
      onClose={onClose}
      out={t('polls.close_not')}
      deed={{ text: t('polls.close_save'), look: 'stop', run: press, by: close }}
    >
      <p class="muted small">{t('polls.close_hint')}</p>
    </Dialog>
  );
}
