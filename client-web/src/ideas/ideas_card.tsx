// Ideas in the running session: those who consult note them, who presents gets them when the silence is over.
import '../style/screens/case_field.css';
import '../style/screens/places.css';
import '../style/screens/ideas.css';
import { useRef, useState } from 'preact/hooks';
import { CheckedField } from '../cases/checked_field.tsx';
import { PlacesPanel } from '../cases/places_panel.tsx';
import { settled, useChecker, useRefusedPlaces } from '../cases/use_checker.ts';
import { holder } from '../consultation/run.ts';
import type { Scene } from '../consultation/scene.ts';
import { length } from '../data/code_points.ts';
import { useMutation, useQuery } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Rows } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import { limits } from '../protocol.gen.ts';
import { waitsFor } from './early.ts';
import { GiftCard } from './gift_card.tsx';
import { SlipList } from './slip_list.tsx';
import { useSlips } from './slips.ts';
import { StepCard } from './step_card.tsx';

type Props = { scene: Scene; role: 'tabpanel' | undefined };

export function IdeasCard({ scene, role }: Props) {
  const { group, session, run, people, formats } = scene;
  const presenter = holder(run, 'presenter');
  if (scene.role === 'presenter')
    return (
      <div class="ideas panel" id="panel-ideas" role={role}>
        <GiftCard group={group.group} session={session.session} formats={formats} quiet={t('ideas.yours_later')} />
        {run.state !== 'paused' && <StepCard group={group.group} session={session.session} />}
      </div>
    );
  if (!presenter)
    return (
      <section class="card pad ideas panel none" id="panel-ideas" role={role} aria-label={t('ideas.title')}>
        <p class="muted">{t('ideas.nobody_presents')}</p>
      </section>
    );
  return (
    <section class="card pad ideas panel" id="panel-ideas" role={role} aria-labelledby="h-ideas">
      <div class="head">
        <h2 id="h-ideas">{t('ideas.title')}</h2>
        <span>{t('ideas.for', { name: people.first(presenter) })}</span>
      </div>
      {scene.role === 'facilitator' && holder(run, 'scribe') ? (
        <p class="muted">{t('ideas.scribe_notes', { name: people.first(holder(run, 'scribe')) })}</p>
      ) : (
        <Note scene={scene} presenter={people.first(presenter)} />
      )}
      <List scene={scene} />
    </section>
  );
}

function Note({ scene, presenter }: { scene: Scene; presenter: string }) {
  const { group, session, run, format } = scene;
  const of = { group: group.group, session: session.session };
  const note = useMutation('ideas.note');
  const checker = useChecker<'idea'>(of.group, ['idea']);
  const slips = useSlips(of.session, run.item);
  const [empty, setEmpty] = useState(false);
  // Once there were places, the way back stays too.
  const found = useRef(false);
  const text = checker.texts.value.idea;
  found.current = checker.rows.value.length > 0 || (found.current && text !== '');
  const later = waitsFor(format.phases, run.phase);
  const most = limits.IdeaNote.text;
  useRefusedPlaces(checker, note.error);

  const fits = () => {
    setEmpty(!text.trim());
    return text.trim() !== '' && length(text) <= most;
  };
  const keep = () => {
    if (!fits()) return;
    slips.add(text);
    checker.load({ idea: '' });
  };
  const send = async () => {
    if (!fits() || !(await settled(checker))) return;
    const sent = checker.texts.value.idea;
    if (!(await note.run({ ...of, text: sent, kept: checker.keptSpans() }))) return;
    // What has been typed meanwhile is the next one.
    if (checker.texts.value.idea === sent) checker.load({ idea: '' });
  };
  const edit = (at: number) => {
    const written = checker.texts.value.idea;
    const slip = slips.all[at] ?? '';
    slips.restore(slips.all.flatMap((each, i) => (i !== at ? [each] : written.trim() ? [written] : [])));
    note.clear();
    checker.load({ idea: slip });
    document.querySelector<HTMLElement>('.ideas [data-field=idea]')?.focus();
  };
  const sendSlip = async (at: number) => {
    const slip = slips.all[at] ?? '';
    if (await note.run({ ...of, text: slip, kept: [] })) slips.drop(at);
    else edit(at);
  };
  return (
    <>
      <SlipList slips={slips} later={later !== undefined} busy={note.busy} onSend={sendSlip} onEdit={edit} />
      <div class="noting" onInput={() => setEmpty(false)}>
        <CheckedField
          checker={checker}
          field="idea"
          label={t('ideas.your_idea')}
          hint={later ? t('ideas.early_hint', { phase: later.title }) : t('ideas.hint', { name: presenter })}
          error={empty ? t('ideas.empty') : undefined}
          most={most}
        />
        <ErrorNote error={note.error} />
        <div class="btns s">
          {later ? (
            <Button onClick={keep}>{t('ideas.keep')}</Button>
          ) : (
            <Button look="soft" icon="plus" busy={note.busy} onClick={send}>
              {t('ideas.note')}
            </Button>
          )}
        </div>
      </div>
      {found.current && !later && <PlacesPanel checker={checker} />}
    </>
  );
}

function List({ scene }: { scene: Scene }) {
  const { group, session, run } = scene;
  const of = { group: group.group, session: session.session };
  const list = useQuery('ideas.list', of, { group: of.group, on: ['ideas.*'], forget: true });
  const withdraw = useMutation('ideas.withdraw');
  const all = list.data?.ideas.filter((idea) => idea.item === run.item) ?? [];
  const back = async (idea: string) => {
    if (await withdraw.run({ ...of, idea })) tell(t('ideas.taken_back'));
  };
  return (
    <>
      <ErrorNote error={withdraw.error} />
      {all.length > 0 && (
        <Rows lined class="noted">
          {all.map((idea) => (
            <li key={idea.idea}>
              <p translate={false}>{idea.text}</p>
              {idea.mine && (
                <Button
                  look="quiet"
                  small
                  label={t('ideas.take_back_this', { text: idea.text })}
                  onClick={() => back(idea.idea)}
                >
                  {t('ideas.take_back')}
                </Button>
              )}
            </li>
          ))}
        </Rows>
      )}
    </>
  );
}
