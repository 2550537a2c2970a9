// The agenda before the session begins: its parts in order, changed, moved and removed by whoever leads.
import { useRef, useState } from 'preact/hooks';
import { Adviser } from '../formats/adviser.tsx';
import { t } from '../i18n/i18n.ts';
import { Button, Note, Sr } from '../parts/basics.tsx';
import { Select } from '../parts/fields.tsx';
import type { Format, Session } from '../protocol.gen.ts';
import {
  added,
  formatOf,
  isOpen,
  minutesOf,
  most_parts,
  moved,
  nobody,
  type Part,
  presents,
  savings,
  slotOf,
  total,
} from './agenda.ts';
import { Steps } from './format_facts.tsx';

export type EditorProps = {
  parts: Part[];
  formats: Format[];
  session: Session;
  /** Who is here, with the name each is called by. */
  people: { account: string; name: string }[];
  onChange(parts: Part[]): void;
};

export function AgendaEditor({ parts, formats, session, people, onChange }: EditorProps) {
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const named = (part: Part | undefined) => (part && formatOf(formats, part.format)?.name) ?? '';
  const change = (key: number, by: Partial<Part>) =>
    onChange(parts.map((part) => (part.key === key ? { ...part, ...by } : part)));
  const move = (at: number, by: -1 | 1) => {
    onChange(moved(parts, at, by));
    setSaid(t('consultation.moved', { title: named(parts[at]), number: at + by + 1, of: parts.length }));
  };
  const remove = (at: number) => {
    onChange(parts.filter((_, i) => i !== at));
    setSaid(t('consultation.removed', { title: named(parts[at]) }));
    list.current?.querySelectorAll<HTMLElement>('.remove')[at === 0 ? 1 : at - 1]?.focus();
  };
  const consultations = formats.filter((format) => !format.frame);
  const add = (format: string) => onChange(added(parts, format));
  const last = parts.findLast((part) => !formatOf(formats, part.format)?.frame);
  const missing = formats.filter(
    ({ frame, code }) => frame && (code === 'break' || !parts.some((part) => part.format === code)),
  );
  return (
    <div class="col agenda">
      <ol ref={list} class="rows">
        {parts.map((part, i) => (
          <li key={part.key}>
            <div class="what">
              <b>{named(part)}</b>
              <PartFields part={part} formats={consultations} all={formats} people={people} onChange={change} />
            </div>
            <Minutes part={part} formats={formats} onChange={change} />
            {/* biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no field */}
            <span class="joined" role="group" aria-label={named(part)}>
              <Button
                look="plain"
                icon="up"
                off={i === 0}
                label={t('consultation.move_up', { title: named(part) })}
                onClick={() => move(i, -1)}
              />
              <Button
                look="plain"
                icon="down"
                off={i === parts.length - 1}
                label={t('consultation.move_down', { title: named(part) })}
                onClick={() => move(i, 1)}
              />
              <Button
                look="plain"
                icon="x"
                class="remove"
                off={parts.length === 1}
                label={t('consultation.remove', { title: named(part) })}
                onClick={() => remove(i)}
              />
            </span>
          </li>
        ))}
      </ol>
      <p class="sr" role="status">
        {said}
      </p>
      {parts.length < most_parts && (
        <div class="btns s">
          <Button small icon="plus" onClick={() => add(last?.format ?? consultations[0]?.code ?? '')}>
            {t('consultation.add_consultation')}
          </Button>
          {missing.map((format) => (
            <Button key={format.code} small icon="plus" onClick={() => add(format.code)}>
              {format.name}
            </Button>
          ))}
        </div>
      )}
      <Adviser
        formats={consultations}
        count={people.length}
        minutes={slotOf(session)}
        onTake={(code) =>
          onChange(parts.map((part) => (formatOf(formats, part.format)?.frame ? part : { ...part, format: code })))
        }
      />
    </div>
  );
}

type FieldsProps = {
  part: Part;
  formats: Format[];
  all: Format[];
  people: EditorProps['people'];
  onChange(key: number, by: Partial<Part>): void;
};
function PartFields({ part, formats, all, people, onChange }: FieldsProps) {
  const format = formatOf(formats, part.format);
  if (!format) return null;
  const choice = isOpen(part, all) ? [{ value: '', text: t('consultation.case_open') }] : [];
  return (
    <>
      <Select
        label={t('consultation.fact_format')}
        hint={format.source}
        value={part.format}
        onChange={(code) => onChange(part.key, { format: code })}
        options={formats.map((each) => ({
          value: each.code,
          text: t('consultation.format_option', { name: each.name, minutes: each.minutes }),
        }))}
      />
      {presents(part, all) && (
        <Select
          label={t('consultation.who_presents')}
          value={part.presenter ?? ''}
          onChange={(presenter) => onChange(part.key, { presenter: presenter || undefined })}
          options={[
            ...choice,
            ...people.map(({ account, name }) => ({ value: account, text: name })),
            { value: nobody, text: t('consultation.nobody') },
          ]}
        />
      )}
      <Steps format={format} />
    </>
  );
}

/** Only what has one phase can be longer or shorter; a consultation keeps its method's minutes. */
function Minutes({
  part,
  formats,
  onChange,
}: {
  part: Part;
  formats: Format[];
  onChange(key: number, by: Partial<Part>): void;
}) {
  const minutes = minutesOf(part, formats);
  const [phase, second] = formatOf(formats, part.format)?.phases ?? [];
  const title = phase?.title ?? '';
  const by = (step: number) => onChange(part.key, { minutes: minutes + step });
  if (!phase || second) return <span class="min">{t('consultation.min', { minutes })}</span>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no field
    <span class="joined min" role="group" aria-label={t('consultation.minutes_of', { title })}>
      <Button
        look="plain"
        off={minutes <= phase.min_minutes}
        label={t('consultation.shorter', { title })}
        onClick={() => by(-1)}
      >
        −1
      </Button>
      <span aria-live="polite">{t('consultation.min', { minutes })}</span>
      <Button
        look="plain"
        off={minutes >= phase.max_minutes}
        label={t('consultation.longer', { title })}
        onClick={() => by(1)}
      >
        +1
      </Button>
    </span>
  );
}

/** "75 of 90 minutes", and where to save when it is more than the slot. */
export function Total({ parts, formats, session }: Pick<EditorProps, 'parts' | 'formats' | 'session'>) {
  const minutes = total(parts, formats);
  const slot = slotOf(session);
  if (minutes <= slot)
    return (
      <small class="hint">
        {t('consultation.total', { minutes, slot })}
        <Sr>.</Sr>
      </small>
    );
  const { take, rest } = savings(parts, formats, minutes - slot);
  return (
    <Note tone="warm" icon="clock">
      {t('consultation.total_over', { count: minutes - slot, minutes, slot })}{' '}
      {take.map(({ part, minutes: count }) => (
        <span key={part.key}>
          {t('consultation.take_minutes', { count, title: formatOf(formats, part.format)?.name ?? '' })}{' '}
        </span>
      ))}
      {rest > 0 && t('consultation.take_format', { count: rest })}
    </Note>
  );
}
