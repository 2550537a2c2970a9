// A new group: its name and the agreement it starts from.
import '../style/screens/groups.css';
import { useEffect, useState } from 'preact/hooks';
import * as form from '../accounts/form.ts';
import { Page } from '../app/frame.tsx';
import { useKeep } from '../app/keep.ts';
import { navigate } from '../app/router.ts';
import { useMutation, useQuery } from '../data/query.ts';
import { language, t } from '../i18n/i18n.ts';
import { Button, Card } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote, Loaded, tell } from '../parts/feedback.tsx';
import { TextField, Wrong } from '../parts/fields.tsx';
import { Title } from '../parts/title.tsx';
import type { Language } from '../protocol.gen.ts';
import { ClauseEditor } from './clause_editor.tsx';
import { clausesDiffer, type Draft, draftOf, finished, isUnfinished } from './clauses.ts';

const names: { value: Language; text: string }[] = [
  { value: 'en', text: 'English' },
  { value: 'de', text: 'Deutsch' },
];

export default function NewGroupScreen() {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Language>(language());
  // One draft a language: going back and forth loses nothing.
  const [drafts, setDrafts] = useState<Partial<Record<Language, Draft[]>>>({});
  const [wrong, setWrong] = useState<form.Wrongs<'name' | 'clauses'>>({});
  const [checked, setChecked] = useState(false);
  const offer = useQuery('groups.template', { language: chosen });
  const create = useMutation('groups.create');
  const draft = drafts[chosen];
  const template = offer.data?.clauses;
  useEffect(() => {
    if (template && !draft) setDrafts((all) => ({ ...all, [chosen]: template.map(draftOf) }));
  }, [template, draft, chosen]);
  const dirty = !!name.trim() || (!!draft && !!template && clausesDiffer(draft, template));
  const leave = useKeep(dirty, t('groups.leave_new'));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!draft || create.busy) return;
    const clauses = finished(draft);
    setChecked(true);
    const found = form.check(event.currentTarget as HTMLElement, {
      name: form.needed(name),
      clauses:
        clauses.length === 0 ? t('groups.no_clauses') : draft.some(isUnfinished) ? t('groups.unfinished') : undefined,
    });
    setWrong(found ?? {});
    if (found) return;
    const made = await create.run({ name: name.trim(), language: chosen, clauses });
    if (!made) return;
    tell(t('groups.created'));
    leave();
    navigate(`/g/${made.group}/agreement`, { replace: true });
  };
  return (
    <Page width="narrow">
      <Title hint={t('groups.new_hint')}>{t('groups.new_title')}</Title>
      <form class="col" noValidate onSubmit={submit}>
        <div class="card pad2 col">
          <TextField
            label={t('groups.name')}
            hint={t('groups.name_hint')}
            maxLength={80}
            value={name}
            onChange={setName}
            error={wrong.name}
          />
          <Segmented
            legend={t('groups.language')}
            hint={t('groups.language_hint')}
            value={chosen}
            onChange={setChosen}
            options={names.map(({ value, text }) => ({ value, text: <span lang={value}>{text}</span> }))}
          />
        </div>
        <Card roomy class="agreement" title={t('groups.clauses_title')}>
          <p class="muted small lead">{t('groups.clauses_hint')}</p>
          {draft ? (
            <div lang={chosen}>
              <ClauseEditor
                drafts={draft}
                check={checked}
                onChange={(change) => setDrafts((all) => ({ ...all, [chosen]: change(all[chosen] ?? []) }))}
              />
            </div>
          ) : (
            <Loaded query={offer}>{() => null}</Loaded>
          )}
        </Card>
        {wrong.clauses && <Wrong>{wrong.clauses}</Wrong>}
        <ErrorNote error={create.error} />
        <div class="btns">
          <Button look="go" type="submit" busy={create.busy}>
            {t('groups.create')}
          </Button>
        </div>
        <p class="hint">{t('groups.create_foot')}</p>
      </form>
    </Page>
  );
}
