// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks on the phone, a table loses its roles
import { useEffect, useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import type { People } from '../groups/people.ts';
import { shortDay, time } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { zone, zonePlace } from '../i18n/zone.ts';
import { Avatar, ButtonLink, Chip, Sr } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Poll, PollChoice, PollMark, PollOption } from '../protocol.gen.ts';
import { offset } from './clocks.ts';
import { marked, marksOf, type Sum, suits, sumOf } from './polls.ts';

const choices: readonly PollChoice[] = ['yes', 'if_need_be', 'no'];
const icons: Record<PollChoice | 'open', IconName> = { yes: 'check', if_need_be: 'clock', no: 'x', open: 'ring' };

type Props = { group: string; poll: Poll; people: People; organises: boolean };
export function PollTable({ group, poll, people, organises }: Props) {
  const { marks, press, error } = useMarks(group, poll, people.me);
  const open = poll.state === 'open';
  const members = people.all.map((member) => member.account);
  const columns = [t('polls.date'), t('polls.mine'), t('polls.all')];
  if (open && organises) columns.push(t('polls.choose'));
  const row = (option: PollOption) => {
    const sum = sumOf(poll, option.option, members);
    const day = shortDay(option.starts_at);
    const at = time(option.starts_at);
    const own = marks.find((mark) => mark.option === option.option)?.choice;
    return (
      <tr role="row" key={option.option} class={!open && option.option !== poll.chosen ? 'off' : undefined}>
        <th role="rowheader" scope="row">
          {day}
          <small>
            {at}
            <Agreed poll={poll} option={option} />
          </small>
          <Suits sum={sum} chosen={option.option === poll.chosen} />
        </th>
        <td role="cell" class="mine">
          {open ? (
            <Segmented
              legend={t('polls.mine_on', { day, time: at })}
              quiet
              value={own}
              onChange={(choice) => press(option.option, choice)}
              options={choices.map((value) => ({
                value,
                text: t(`polls.${value}`),
                icon: value === 'yes' ? 'check' : value === 'no' ? 'x' : 'clock',
              }))}
            />
          ) : (
            own && t(`polls.${own}`)
          )}
        </td>
        <td role="cell">
          <Said sum={sum} people={people} day={`${day}, ${at}`} />
        </td>
        {open && organises && (
          <td role="cell">
            <ButtonLink
              small
              href={`/g/${group}/schedule#choose=${poll.poll}/${option.option}`}
              label={t('polls.choose_of', { day, time: at })}
            >
              {t('polls.choose')}
            </ButtonLink>
          </td>
        )}
      </tr>
    );
  };
  return (
    <section class="card poll" aria-label={t('polls.table')}>
      <table class="table" role="table" aria-label={t('polls.table')}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">{poll.options.map(row)}</tbody>
      </table>
      <ErrorNote error={error} />
    </section>
  );
}

/** What was pressed shows at once, until the group's own news of it is here. */
function useMarks(group: string, poll: Poll, me: string) {
  const vote = useMutation('schedule.vote');
  const there = marksOf(poll, me);
  const [pressed, setPressed] = useState<PollMark[]>();
  const known = JSON.stringify(there);
  useEffect(() => setPressed(undefined), [known]);
  const marks = pressed ?? there;
  const press = async (option: string, choice: PollChoice) => {
    const votes = marked(marks, option, choice);
    setPressed(votes);
    if (!(await vote.run({ group, poll: poll.poll, votes }))) setPressed(undefined);
  };
  return { marks, press, error: vote.error };
}

/** The time in the zone in which it was suggested, where the reader's clock shows another. */
function Agreed({ poll, option }: { poll: Poll; option: PollOption }) {
  const at = Date.parse(option.starts_at);
  if (offset(poll.zone, at) === offset(zone.value, at)) return null;
  return (
    <>
      <br />
      {t('planning.agreed_time', { time: option.local_start.slice(11, 16), zone: zonePlace(poll.zone) })}
    </>
  );
}

function Suits({ sum, chosen }: { sum: Sum; chosen: boolean }) {
  if (chosen) {
    return (
      <Chip tone="accent" icon="check">
        {t('polls.chosen')}
      </Chip>
    );
  }
  const all = suits(sum);
  if (!all) return null;
  return (
    <Chip tone={all === 'all' ? 'accent' : undefined} icon="check">
      {t(`polls.suits_${all}`)}
    </Chip>
  );
}

/** "4 yes, 1 if need be, 1 no"; behind it, who. */
function Said({ sum, people, day }: { sum: Sum; people: People; day: string }) {
  const kinds = [...choices, 'open'] as const;
  const words = kinds.flatMap((kind) =>
    sum[kind].length ? [t(`polls.count_${kind}`, { count: sum[kind].length })] : [],
  );
  return (
    <details class="why answers">
      <summary>
        <Sr>{t('polls.answers_of', { day })}: </Sr>
        {words.join(', ')}
      </summary>
      <ul class="rows">
        {kinds.flatMap((kind) =>
          sum[kind].map((account) => (
            <li key={account} class={kind === 'no' ? 'away' : undefined}>
              <Avatar small id={account} name={people.name(account)} out={kind === 'no'} />
              <p>{people.isMe(account) ? t('parts.you') : people.name(account)}</p>
              <span class="said">
                <Icon name={icons[kind]} /> {t(kind === 'open' ? 'polls.said_open' : `polls.${kind}`)}
              </span>
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
