import { dayAndTime, shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card, Tile, type Tone } from '../parts/basics.tsx';
import type { IconName } from '../parts/icon.tsx';
import type { Duty, MyDuty, Task, TaskKind } from '../protocol.gen.ts';
import { roleName } from '../rota/why.ts';
import { TakeOver } from './take_over.tsx';

const looks: Record<TaskKind, { icon: IconName; tone: Tone; href(task: Task): string }> = {
  sign_agreement: { icon: 'sign', tone: 'plum', href: ({ group }) => `/g/${group}/agreement` },
  confirm_newcomer: { icon: 'group', tone: 'olive', href: ({ group }) => `/g/${group}` },
  answer_session: { icon: 'cal', tone: 'accent', href: ({ group }) => `/g/${group}/schedule` },
  prepare_case: { icon: 'file', tone: 'warm', href: ({ group, subject }) => `/g/${group}/case/new?session=${subject}` },
  answer_conflict: { icon: 'shield', tone: 'clay', href: ({ group, subject }) => `/g/${group}/case/${subject}` },
  rate: { icon: 'star', tone: 'blue', href: ({ group, subject }) => `/g/${group}/session/${subject}/rate` },
  answer_poll: { icon: 'cal', tone: 'blue', href: ({ group, subject }) => `/g/${group}/schedule#poll=${subject}` },
  extend_series: { icon: 'cal', tone: 'warm', href: ({ group, subject }) => `/g/${group}/schedule#series=${subject}` },
  answer_swap: { icon: 'swap', tone: 'blue', href: ({ group }) => `/g/${group}/schedule` },
  first_step: { icon: 'right', tone: 'olive', href: ({ group, subject }) => `/g/${group}/session/${subject}/step` },
  too_few: { icon: 'info', tone: 'warm', href: ({ group }) => `/g/${group}/schedule` },
  take_over: { icon: 'swap', tone: 'plum', href: ({ group }) => `/g/${group}/schedule` },
};
/** Its time is said in its own words. */
const own_time: TaskKind[] = ['extend_series', 'take_over'];

export function Tasks({ tasks, duties }: { tasks: Task[]; duties: MyDuty[] }) {
  return (
    <Card roomy title={t('home.waiting')} fact={tasks.length ? t('home.tasks', { count: tasks.length }) : undefined}>
      {tasks.length === 0 && <p class="muted">{t('home.nothing_waits')}</p>}
      <ul class="rows lined do">
        {tasks.map((task, i) => (
          <TaskRow
            key={`${task.kind} ${task.group} ${task.subject}`}
            task={task}
            first={i === 0}
            duty={duties.find(({ duty }) => duty.duty === task.subject)?.duty}
          />
        ))}
      </ul>
    </Card>
  );
}

function TaskRow({ task, first, duty }: { task: Task; first: boolean; duty: Duty | undefined }) {
  const { icon, tone, href } = looks[task.kind];
  const values = {
    group: task.group_name,
    name: task.name ?? '',
    number: task.session_number ?? '',
    day: task.session_starts_at ? shortDay(task.session_starts_at) : '',
    until: task.until ? dayAndTime(task.until) : '',
    role: duty ? roleName(duty.role) : '',
  };
  const title = t(`home.task_${task.kind}`, values);
  return (
    <li>
      <Tile tone={tone} icon={icon} />
      <div class="grow">
        <h3>{title}</h3>
        <p>
          {t(`home.task_${task.kind}_hint`, values)}
          {task.until && !own_time.includes(task.kind) && ` ${t('home.until', { when: values.until })}`}
        </p>
      </div>
      {task.kind === 'take_over' ? (
        <TakeOver group={task.group} duty={task.subject ?? ''} about={title} first={first} />
      ) : (
        <ButtonLink look={first ? 'go' : 'line'} href={href(task)} label={`${t(`home.do_${task.kind}`)}: ${title}`}>
          {t(`home.do_${task.kind}`)}
        </ButtonLink>
      )}
    </li>
  );
}
