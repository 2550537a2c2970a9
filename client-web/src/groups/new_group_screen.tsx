// A new group: its name and the agreement it starts from.
import '../style/screens/groups.css';
import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { useKeep } from '../app/keep.ts';
import { navigate } from '../app/router.ts';
import { useQuery } from '../data/query.ts';
import { language, t } from '../i18n/i18n.ts';
import { Button, Card } from '../parts/basics.tsx';
import { ErrorNote, Loaded, tell } from '../parts/feedback.tsx';
import { TextField, Wrong } from '../parts/fields.tsx';
import { needed, useForm } from '../parts/form.ts';
import { LanguageChoice } from '../parts/language_choice.tsx';
import { Title } from '../parts/title.tsx';
import type { Language } from '../protocol.gen.ts';
import { call } from '../wire/socket.ts';
import { ClauseEditor } from './clause_editor.tsx';
import { clausesDiffer, type Draft, draftOf, finished, lacking } from './clauses.ts';

export default function NewGroupScreen() {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Language>(language());
  // One draft a language: going back and forth loses nothing.
  const [drafts, setDrafts] = useState<Partial<Record<Language, Draft[]>>>({});
  const offer = useQuery('groups.template', { language: chosen });
  const draft = drafts[chosen];
  const template = offer.data?.clauses;
  useEffect(() => {
    if (template && !draft) setDrafts((all) => ({ ...all, [chosen]: template.map(draftOf) }));
  }, [template, draft, chosen]);
  const dirty = !!name.trim() || (!!draft && !!template && clausesDiffer(draft, template));
  const leave = useKeep(dirty, t('groups.leave_new'));

  const lacks = lacking(draft ?? []);
  const { wrong, checked, busy, error, onSubmit } = useForm(
    { name: needed(name), clauses: lacks && t(`groups.${lacks}`) },
    async () => {
      const clauses = finished(draft ?? []);
      const { group } = await call('groups.create', { name: name.trim(), language: chosen, clauses });
      tell(t('groups.created'));
      leave();
      navigate(`/g/${group}/agreement`, { replace: true });
    },
  );
  return (
    <Page width="narrow">
      <Title hint={t('groups.new_hint')}>{t('groups.new_title')}</Title>
      <form class="col" noValidate onSubmit={onSubmit}>
        <div class="card pad2 col">
          <TextField
            label={t('groups.name')}
            hint={t('groups.name_hint')}
            maxLength={80}
            value={name}
            onChange={setName}
            error={wrong.name}
          />
          <LanguageChoice
            legend={t('groups.language')}
            hint={t('groups.language_hint')}
            value={chosen}
            onChange={setChosen}
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
        <ErrorNote error={error} />
        <div class="btns">
          <Button look="go" type="submit" busy={busy}>
            {t('groups.create')}
          </Button>
        </div>
        <p class="hint">{t('groups.create_foot')}</p>
      </form>
    </Page>
  );
}
