// A form that holds a plan: new, from a poll, or of a series that is changed.
import { useState } from 'preact/hooks';
import { useKeep } from '../app/keep.ts';
import { navigate } from '../app/router.ts';
import type { Doing } from '../data/task.ts';
import { t } from '../i18n/i18n.ts';
import { tell } from '../parts/feedback.tsx';
import { useForm } from '../parts/form.ts';
import { most_sessions, type Plan, type PlanWrongs, wrongs } from './plan.ts';

export interface PlanForm extends Doing {
  plan: Plan;
  set(change: Partial<Plan>): void;
  wrong: { [P in keyof PlanWrongs]?: string | undefined };
  onSubmit(event: SubmitEvent): void;
}

/** `work` sends the plan and says what has been done; then the schedule is shown. */
export function usePlan(group: string, first: () => Plan, work: (plan: Plan) => Promise<string>): PlanForm {
  const [plan, setPlan] = useState(first);
  const [touched, setTouched] = useState(false);
  const leave = useKeep(touched, t('planning.leave_edit'));
  const found = wrongs(plan);
  const form = useForm(
    {
      first: found.first && t('parts.needed'),
      time: found.time && t('parts.needed'),
      days: found.days && t('planning.one_day'),
      count: found.count && t('planning.number_between', { from: 1, to: most_sessions }),
      until: found.until && t(plan.until ? 'planning.until_first' : 'parts.needed'),
      breaks: found.breaks && t('planning.break_order'),
      call_link: found.call_link && t('planning.bad_link'),
    },
    async () => {
      const told = await work(plan);
      tell(told);
      leave();
      navigate(`/g/${group}/schedule`, { replace: true });
    },
  );
  const set = (change: Partial<Plan>) => {
    setTouched(true);
    setPlan((all) => ({ ...all, ...change }));
  };
  return { ...form, plan, set };
}
