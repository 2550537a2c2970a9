// The points of an agreement while somebody edits them: read like a text, changed one at a time.
import { useEffect, useRef, useState } from 'preact/hooks';
import { length } from '../data/code_points.ts';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { tell } from '../parts/feedback.tsx';
import { TextArea, TextField } from '../parts/fields.tsx';
import { type Draft, draftOf, own_key } from './clauses.ts';

type Props = {
  drafts: Draft[];
  onChange(change: (drafts: Draft[]) => Draft[]): void;
  /** Say which points lack a title. */
  check?: boolean;
};
export function ClauseEditor({ drafts, onChange, check }: Props) {
  const [open, setOpen] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  // After a change of what is open the focus goes where the reader goes on.
  useEffect(() => {
    if (!wanted.current) return;
    list.current?.parentElement?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = undefined;
  });

  const edit = (id: number) => {
    wanted.current = `#clause-${id} input`;
    setOpen(id);
  };
  const done = (id: number) => {
    wanted.current = `#clause-${id} button`;
    setOpen(undefined);
    onChange((all) => all.filter((draft) => draft.id !== id || draft.title.trim() || draft.text.trim()));
  };
  const add = () => {
    const draft = draftOf({ key: own_key, title: '', text: '' });
    onChange((all) => [...all, draft]);
    edit(draft.id);
  };
  const remove = (draft: Draft, at: number) => {
    const next = drafts[at + 1] ?? drafts[at - 1];
    wanted.current = next ? `#clause-${next.id} button` : '.own-point';
    onChange((all) => all.filter((each) => each.id !== draft.id));
    const put_back = () =>
      onChange((all) => (all.some((each) => each.id === draft.id) ? all : all.toSpliced(at, 0, draft)));
    tell(t('groups.removed_point', { title: nameOf(draft) }), put_back);
  };
  const set = (id: number, change: Partial<Draft>) =>
    onChange((all) => all.map((draft) => (draft.id === id ? { ...draft, ...change } : draft)));

  return (
    <div class="col">
      <ol class="clauses" ref={list}>
        {drafts.map((draft, at) => (
          <li key={draft.id} id={`clause-${draft.id}`}>
            {open === draft.id || (check && !draft.title.trim() && draft.text.trim()) ? (
              <Form
                draft={draft}
                number={at + 1}
                error={check && !draft.title.trim() ? t('parts.needed') : undefined}
                onChange={(change) => set(draft.id, change)}
                onDone={() => done(draft.id)}
              />
            ) : (
              <>
                <h3>{nameOf(draft)}</h3>
                <p class="text">{draft.text}</p>
                <div class="btns s">
                  <Button
                    small
                    look="quiet"
                    icon="edit"
                    label={t('groups.edit_point', { title: nameOf(draft) })}
                    onClick={() => edit(draft.id)}
                  >
                    {t('groups.edit')}
                  </Button>
                  <Button
                    small
                    look="quiet"
                    label={t('groups.remove_point', { title: nameOf(draft) })}
                    onClick={() => remove(draft, at)}
                  >
                    {t('groups.remove')}
                  </Button>
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
      <p>
        <Button icon="plus" class="own-point" onClick={add}>
          {t('groups.own_point')}
        </Button>
      </p>
    </div>
  );
}

const nameOf = ({ title }: Draft): string => title.trim() || t('groups.untitled');

type FormProps = {
  draft: Draft;
  number: number;
  error: string | undefined;
  onChange(change: Partial<Draft>): void;
  onDone(): void;
};
function Form({ draft, number, error, onChange, onDone }: FormProps) {
  const label = t('groups.point_number', { number });
  return (
    <fieldset class="col">
      <legend class="sr">{label}</legend>
      <TextField
        label={t('groups.point_title')}
        value={draft.title}
        maxLength={120}
        onChange={(title) => onChange({ title })}
        error={error}
      />
      <TextArea
        label={t('groups.point_text')}
        value={draft.text}
        rows={6}
        fit
        maxLength={4000}
        class="read"
        fact={length(draft.text) > 3500 ? `${length(draft.text)} / 4000` : undefined}
        onChange={(text) => onChange({ text })}
      />
      <div class="btns">
        <Button look="soft" icon="check" onClick={onDone}>
          {t('groups.done')}
        </Button>
      </div>
    </fieldset>
  );
}
