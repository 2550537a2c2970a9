// How a group has its texts checked: an organiser changes it, every signed member may read it.
import { useState } from 'preact/hooks';
import { Page } from '../app/frame.tsx';
import { useKeep } from '../app/keep.ts';
import { groups } from '../app/me.ts';
import { navigate } from '../app/router.ts';
import { useQuery } from '../data/query.ts';
import { dayOf } from '../groups/days.ts';
import { peopleOf, useGroup } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card, Note } from '../parts/basics.tsx';
import { Pick } from '../parts/choices.tsx';
import { ErrorNote, Loaded, tell } from '../parts/feedback.tsx';
import { confidential, TextArea } from '../parts/fields.tsx';
import { useForm } from '../parts/form.ts';
import { Stale } from '../parts/stale.tsx';
import { Title } from '../parts/title.tsx';
import type { Policy, PolicyView, Strictness } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { call } from '../wire/socket.ts';
import { type List, longest_word, most_words, same, wordsOf, wrongWith } from './own_words.ts';

const kinds = ['standard', 'strict', 'strict_us'] as const satisfies readonly Strictness[];
const lists = ['flag', 'pass'] as const;

export default function PolicyScreen({ params: { group } }: ScreenProps<'group'>) {
  const policy = useQuery('cases.policy', { group }, { group, on: ['cases.policy_changed', 'groups.*'], forget: true });
  const people = peopleOf(useGroup(group).data, t('policy.somebody'));
  const own = groups.value.find((each) => each.group === group);
  const view = policy.data;
  return (
    <Page width="narrow">
      <Title hint={t('policy.of', { group: own?.name ?? '' })}>{t('policy.title')}</Title>
      <Stale query={policy} />
      <Loaded query={policy}>
        {(read) => (own?.role === 'organiser' ? <Form group={group} now={read} /> : <Content policy={read.policy} />)}
      </Loaded>
      {view?.at && <p class="hint">{t('policy.changed', { name: people.name(view.author), day: dayOf(view.at) })}</p>}
    </Page>
  );
}

function Content({ policy }: { policy: Policy }) {
  return (
    <>
      <Card roomy title={t('policy.strictness')} fact={t(`policy.${policy.strictness}`)}>
        <p>{t(`policy.hint_${policy.strictness}`)}</p>
      </Card>
      <Card roomy class="col" title={t('policy.words')}>
        {lists.map((list) => (
          <div key={list} class="field">
            <h3 class="label">{t(`policy.${list}`)}</h3>
            {policy[list].length ? (
              <ul {...{ translate: confidential.translate }}>
                {policy[list].map((word) => (
                  <li key={word}>{word}</li>
                ))}
              </ul>
            ) : (
              <p class="muted">{t('policy.none')}</p>
            )}
          </div>
        ))}
      </Card>
      <Note>{t('policy.members_only')}</Note>
    </>
  );
}

function Form({ group, now }: { group: string; now: PolicyView }) {
  // What the changes started from; a newer version does not change it under somebody's hands.
  const [start, setStart] = useState(now);
  const [strictness, setStrictness] = useState(start.policy.strictness);
  const [texts, setTexts] = useState({ flag: start.policy.flag.join('\n'), pass: start.policy.pass.join('\n') });
  const policy: Policy = { strictness, flag: wordsOf(texts.flag), pass: wordsOf(texts.pass) };
  const changed = !same(policy, start.policy);
  const leave = useKeep(changed, t('policy.leave_edit'));
  const overtaken = now.version > start.version;

  const said = (list: List) => {
    const wrong = wrongWith(policy[list], list === 'pass' ? policy.flag : []);
    if (wrong?.what === 'word_both') return t('policy.word_both', { word: wrong.word });
    if (wrong?.what === 'word_blank') return t('policy.word_blank');
    return wrong && t(`policy.${wrong.what}`, { most: wrong.what === 'too_many' ? most_words : longest_word });
  };
  const form = useForm({ flag: said('flag'), pass: said('pass') }, async () => {
    if (!changed) return tell(t('policy.nothing_new'));
    const { version } = await call('cases.set_policy', { group, based_on: now.version, policy });
    setStart({ ...now, version, policy });
    tell(t('policy.saved'));
    leave();
    navigate(`/g/${group}`);
  });
  return (
    <form class="col" noValidate onSubmit={form.onSubmit}>
      <Card roomy label={t('policy.strictness')}>
        <Pick
          legend={t('policy.strictness')}
          hint={t(`policy.hint_${strictness}`)}
          value={strictness}
          onChange={setStrictness}
          options={kinds.map((value) => ({ value, text: t(`policy.${value}`) }))}
        />
      </Card>
      <Card roomy class="col" title={t('policy.words')}>
        <p class="hint">{t('policy.words_hint')}</p>
        {lists.map((list) => (
          <TextArea
            key={list}
            secret
            rows={4}
            label={t(`policy.${list}`)}
            hint={t(`policy.${list}_hint`)}
            value={texts[list]}
            onChange={(text) => setTexts({ ...texts, [list]: text })}
            error={form.wrong[list]}
          />
        ))}
      </Card>
      {overtaken && <Note tone="warm">{t('policy.overtaken')}</Note>}
      <ErrorNote error={form.error} />
      <div class="btns">
        <Button look="go" type="submit" busy={form.busy}>
          {t('policy.save')}
        </Button>
      </div>
    </form>
  );
}
