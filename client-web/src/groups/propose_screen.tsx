// An organiser words a new version. The text stays whatever happens meanwhile.
import { useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { useKeep } from '../app/keep.ts';
import { navigate } from '../app/router.ts';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card, Note } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { Wrong } from '../parts/fields.tsx';
import { Title } from '../parts/title.tsx';
import type { AgreementView, GroupView } from '../protocol.gen.ts';
import { ClauseEditor } from './clause_editor.tsx';
import { clausesDiffer, draftOf, finished, lacking } from './clauses.ts';

export function ProposeScreen({ view, agreement }: { view: GroupView; agreement: AgreementView }) {
  // What the draft started from; a newer version does not change it under somebody's hands.
  const [start] = useState(agreement);
  const [drafts, setDrafts] = useState(() => start.clauses.map(draftOf));
  const [checked, setChecked] = useState(false);
  const propose = useMutation('groups.propose_agreement');
  const lacks = lacking(drafts);
  const changed = clausesDiffer(drafts, start.clauses);
  const leave = useKeep(changed, t('groups.leave_edit'));
  const back = `/g/${view.group}/agreement`;
  const overtaken = agreement.version > start.version;

  const send = async () => {
    setChecked(true);
    if (lacks) return;
    const made = await propose.run({ group: view.group, based_on: agreement.version, clauses: finished(drafts) });
    if (!made) return;
    tell(t('groups.proposed', { version: made.version }));
    leave();
    navigate(back, { replace: true });
  };
  const drop = () => {
    leave();
    navigate(back, { replace: true });
  };
  return (
    <Page width="narrow">
      <Title hint={t('groups.propose_hint')}>{t('groups.propose_title')}</Title>
      <Card roomy class="agreement" title={t('groups.clauses_title')}>
        <div lang={view.language}>
          <ClauseEditor drafts={drafts} check={checked} onChange={setDrafts} />
        </div>
      </Card>
      {checked && lacks && (
        <div role="alert">
          <Wrong>{t(`groups.${lacks}`)}</Wrong>
        </div>
      )}
      {overtaken && <Note tone="warm">{t('groups.propose_stale', { version: agreement.version })}</Note>}
      <ErrorNote error={overtaken ? undefined : propose.error} />
      <div class="btns">
        <Button look="go" busy={propose.busy} onClick={send}>
          {overtaken ? t('groups.propose_again', { version: agreement.version }) : t('groups.propose_send')}
        </Button>
        <Button look="quiet" onClick={drop}>
          {t('groups.propose_drop')}
        </Button>
      </div>
    </Page>
  );
}
