// "Might you know this person?" asked in private before a case opens, here and before a live session.
import { useState } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { useId } from '../parts/basics.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import { Icon } from '../parts/icon.tsx';
import type { CaseSummary, ConflictAnswer } from '../protocol.gen.ts';
import { BlurFacts } from './case_card.tsx';

const answers: { answer: ConflictAnswer; icon: 'check' | 'shield' | 'x' }[] = [
  { answer: 'no', icon: 'check' },
  { answer: 'maybe', icon: 'shield' },
  { answer: 'yes', icon: 'shield' },
];

type Props = {
  group: string;
  summary: CaseSummary;
  /** Until when the answer can be changed is said unless the session has begun. */
  begun?: boolean;
  onAnswered?: (answer: ConflictAnswer) => void;
};
export function ConflictQuestion({ group, summary, begun, onAnswered }: Props) {
  const id = useId('know');
  const send = useMutation('cases.answer_conflict');
  const [chosen, setChosen] = useState<ConflictAnswer>();
  const choose = async (answer: ConflictAnswer) => {
    if (send.busy) return;
    setChosen(answer);
    if (await send.run({ group, case_id: summary.case_id, answer })) onAnswered?.(answer);
    setChosen(undefined);
  };
  return (
    <div class="know">
      {summary.blur && <BlurFacts blur={summary.blur} />}
      <fieldset aria-describedby={`${id}-h`}>
        <legend>{t('cases.know_ask')}</legend>
        <div class="btns">
          {answers.map(({ answer, icon }) => (
            <button
              key={answer}
              class="btn line"
              type="button"
              aria-pressed={summary.my_answer === answer}
              aria-busy={chosen === answer || undefined}
              onClick={() => choose(answer)}
            >
              {summary.my_answer === answer && <Icon name={icon} />}
              {t(`cases.know_${answer}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <p class="hint" id={`${id}-h`}>
        {t('cases.know_who_sees')} {t('cases.know_away')} {!begun && t('cases.know_change')}
      </p>
      <ErrorNote error={send.error} />
    </div>
  );
}
