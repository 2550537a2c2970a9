// A new question for a time: some dates, each with a day and an hour.
import { useRef, useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { useKeep } from '../app/keep.ts';
import { navigate } from '../app/router.ts';
import { t } from '../i18n/i18n.ts';
import { browserZone, zones } from '../i18n/zone.ts';
import { Button, ButtonLink, Card } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { Select, TextField } from '../parts/fields.tsx';
import { useForm } from '../parts/form.ts';
import { Title } from '../parts/title.tsx';
import { limits } from '../protocol.gen.ts';
import { call } from '../wire/socket.ts';
import { type Draft, most_options, newDraft, oneMore, optionsOf, pollOf, wrongWith } from './draft_poll.ts';
import { lengths } from './lengths.ts';

export function FindScreen({ group }: { group: string }) {
  const [draft, setDraft] = useState<Draft>(() => newDraft(browserZone));
  const [touched, setTouched] = useState(false);
  const leave = useKeep(touched, t('polls.keep'));
  const set = (change: Partial<Draft>) => {
    setTouched(true);
    setDraft((all) => ({ ...all, ...change }));
  };
  const found = wrongWith(draft);
  const { wrong, busy, error, onSubmit } = useForm({ options: found && t(`polls.${found}`) }, async () => {
    const { poll } = await call('schedule.create_poll', pollOf(group, draft));
    tell(t('polls.asked'));
    leave();
    navigate(`/g/${group}/schedule#poll=${poll}`, { replace: true });
  });
  const count = optionsOf(draft).length;
  return (
    <Page>
      <Title
        hint={t('polls.find_hint')}
        end={
          <ButtonLink look="quiet" href={`/g/${group}/schedule`}>
            {t('planning.back')}
          </ButtonLink>
        }
      >
        {t('polls.find')}
      </Title>
      <form class="split" noValidate onSubmit={onSubmit}>
        <div class="col">
          <Card roomy class="col">
            <TextField
              label={t('polls.about')}
              hint={t('polls.about_hint')}
              maxLength={limits.PollCreate.title}
              value={draft.title}
              onChange={(title) => set({ title })}
            />
            <div class="pair">
              <Select
                label={t('planning.length')}
                value={String(draft.minutes)}
                onChange={(minutes) => set({ minutes: Number(minutes) })}
                options={lengths(draft.minutes)}
              />
              <Select
                label={t('planning.zone')}
                value={draft.zone}
                onChange={(zone) => set({ zone })}
                options={zones(draft.zone)}
              />
            </div>
          </Card>
          <Card roomy class="col" title={t('polls.dates')}>
            <Options options={draft.options} set={(options) => set({ options })} error={wrong.options} />
          </Card>
        </div>
        <div class="col">
          <Card title={t('polls.what_next')}>
            <ol class="next">
              <li>{t('polls.next_1')}</li>
              <li>{t('polls.next_2')}</li>
              <li>{t('polls.next_3')}</li>
            </ol>
          </Card>
          <ErrorNote error={error} />
          <Button look="go" full type="submit" busy={busy}>
            {count > 1 ? t('polls.ask_n', { count }) : t('polls.ask')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

type OptionsProps = {
  options: Draft['options'];
  set(options: Draft['options']): void;
  error: string | undefined;
};
function Options({ options, set, error }: OptionsProps) {
  const box = useRef<HTMLDivElement>(null);
  const focus = (what: string) => requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(what)?.focus());
  const change = (at: number, part: Partial<Draft['options'][number]>) =>
    set(options.map((option, i) => (i === at ? { ...option, ...part } : option)));
  const add = () => {
    set(oneMore(options));
    focus('.range:last-of-type input');
  };
  // What is wrong is said where it can be put right.
  const written = (option: Draft['options'][number]) => option.day !== '' || option.time !== '';
  const half = (option: Draft['options'][number]) => (options.length === 1 || written(option) ? error : undefined);
  const few = (at: number) =>
    at === options.length - 1 && options.every(({ day, time }) => day && time) ? error : undefined;
  return (
    <div class="field" ref={box}>
      {options.map((option, i) => (
        <fieldset class="range" key={i}>
          <legend class="sr">{t('polls.option', { number: i + 1 })}</legend>
          <TextField
            label={t('planning.day')}
            type="date"
            value={option.day}
            onChange={(day) => change(i, { day })}
            error={option.day ? few(i) : half(option)}
          />
          <TextField
            label={t('polls.time')}
            type="time"
            value={option.time}
            onChange={(time) => change(i, { time })}
            error={option.time ? undefined : half(option)}
          />
          {options.length > 1 && (
            <Button
              look="plain"
              icon="x"
              label={t('polls.remove', { number: i + 1 })}
              onClick={() => {
                set(options.filter((_, at) => at !== i));
                focus('.add');
              }}
            />
          )}
        </fieldset>
      ))}
      {options.length < most_options && (
        <p>
          <Button small class="add" icon="plus" onClick={add}>
            {t('polls.add')}
          </Button>
        </p>
      )}
    </div>
  );
}
