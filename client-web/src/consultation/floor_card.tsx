// Whose word it is in this phase: the round or the queue with what the reader can do about it.
import { me } from '../app/me.ts';
import { t } from '../i18n/i18n.ts';
import { Button, classes, initials } from '../parts/basics.tsx';
import { Icon } from '../parts/icon.tsx';
import type { FloorMove } from '../protocol.gen.ts';
import { floorOf, holder, partOf } from './run.ts';
import type { Scene } from './scene.ts';
import { forward, type Turns, turnsOf } from './turns.ts';

export function FloorCard({ scene }: { scene: Scene }) {
  const { run, phase, people, role, lead } = scene;
  const mine = me.value?.account.account ?? '';
  const stopped = run.state === 'paused' && run.stopped_by_presenter;
  const rests = run.state === 'paused';
  const turns = turnsOf(run, phase, mine);
  const [one, title, hint] = holderOf(scene, turns);
  // Worth a word only where the others speak about the case.
  const advice = run.state === 'running' && (phase.advice || ['consultants', 'in_turn'].includes(phase.speakers));
  const does = floorOf(run, phase, partOf(role));
  return (
    <section class="card pad floor" aria-labelledby="h-floor">
      <div class="head">
        <h2 id="h-floor">{t('floor.speaking')}</h2>
        {turns.waiting.length > 0 && !stopped ? (
          <span>{t('floor.waiting', { count: turns.waiting.length })}</span>
        ) : (
          advice && <span>{t(phase.advice ? 'floor.advice' : 'floor.no_advice')}</span>
        )}
      </div>
      <div class="speaker">
        <span class="av" aria-hidden="true">
          {one ? initials(people.name(one)) : <Icon name="group" />}
        </span>
        <p>
          {title}
          <small>{hint}</small>
        </p>
      </div>
      {!stopped && <Queue scene={scene} turns={turns} />}
      {!stopped && (turns.kind !== 'free' || (lead && turns.opens)) && <Moves scene={scene} turns={turns} />}
      <p class="small yours">
        {!rests && turns.speaker === mine
          ? t('floor.your_turn')
          : t(`floor.you_${does === 'open' && !rests && turns.kind === 'queue' ? 'in_turn' : does}`)}
      </p>
    </section>
  );
}

/** Who has the floor (undefined: more than one), its name and how. */
function holderOf({ run, phase, people }: Scene, turns: Turns): [string | undefined, string, string] {
  const named = (account: string) => (people.isMe(account) ? t('parts.you') : people.name(account));
  const presenter = holder(run, 'presenter');
  const stopped = run.state === 'paused' && run.stopped_by_presenter;
  const open = run.state === 'paused' && !stopped;
  if (presenter && (stopped || (!open && phase.speakers.startsWith('presenter')))) {
    const asked = !stopped && phase.speakers === 'presenter_and_facilitator';
    return [presenter, named(presenter), t(asked ? 'floor.has_floor_asked' : 'floor.has_floor')];
  }
  if (phase.speakers === 'nobody' && !open && !stopped)
    return [undefined, t('floor.all_quiet'), t('floor.all_quiet_hint')];
  if (turns.speaker && !open) return [turns.speaker, named(turns.speaker), t('floor.has_floor')];
  if (turns.kind === 'queue' && !open) return [undefined, t('floor.nobody_speaks'), t('floor.ask_for_it')];
  if (turns.kind === 'round' && !open) return [undefined, t('floor.round_over'), t('floor.ask_for_more')];
  const team = !open && presenter && phase.speakers !== 'all';
  return [undefined, t(team ? 'floor.the_team' : 'floor.everybody'), t('floor.as_it_comes')];
}

function Queue({ scene: { people, lead, commands }, turns: { waiting } }: { scene: Scene; turns: Turns }) {
  if (!waiting.length) return null;
  return (
    <ol class="queue">
      {waiting.map((each, i) => (
        <li key={each} class={classes(people.isMe(each) && 'you') || undefined}>
          <span class="n">{i + 1}</span>
          {people.isMe(each) ? t('parts.you') : people.name(each)}
          {i === 0 && <small>{t('floor.next_up')}</small>}
          {lead && i > 0 && (
            <Button
              small
              look="plain"
              icon="up"
              busy={commands.busy}
              label={t('floor.sooner', { name: people.name(each) })}
              onClick={() => commands.orderFloor(forward(waiting, each))}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function Moves({ scene, turns }: { scene: Scene; turns: Turns }) {
  const { phase, people, lead, commands } = scene;
  const mine = me.value?.account.account ?? '';
  const { kind, speaker, waiting, asks } = turns;
  const [next] = waiting;
  const hands = next
    ? people.isMe(next)
      ? t('floor.hand_on_me')
      : t('floor.hand_on', { name: people.first(next) })
    : t('floor.have_spoken');
  const button = (look: 'soft' | 'quiet', text: string, what: FloorMove, who?: string) => (
    <Button key={`${what} ${who}`} look={look} busy={commands.busy} onClick={() => commands.floor(what, who)}>
      {text}
    </Button>
  );
  // Around one table whoever leads puts down for the others who would like to speak.
  const silent = scene.shared && lead && (kind === 'queue' || !speaker) ? scene.run.present : [];
  const others = silent.filter((each) => each !== mine && turnsOf(scene.run, phase, each).asks);
  return (
    <div class="btns">
      {speaker === mine && button('soft', next ? hands : t('floor.i_have_spoken'), 'done')}
      {lead && speaker && speaker !== mine && button('soft', hands, 'done', speaker)}
      {asks && button(lead ? 'quiet' : 'soft', t('floor.ask_floor'), 'ask')}
      {others.map((each) => button('quiet', t('floor.asks', { name: people.first(each) }), 'ask', each))}
      {waiting.includes(mine) && kind === 'queue' && button('quiet', t('floor.leave_queue'), 'pass')}
      {(waiting.includes(mine) || speaker === mine) &&
        kind === 'round' &&
        phase.may_pass &&
        button('quiet', t('floor.pass'), 'pass')}
      {lead &&
        turns.opens &&
        (kind === 'queue'
          ? button('quiet', t('floor.close_queue'), 'close_queue')
          : button('quiet', t('floor.open_queue'), 'open_queue'))}
    </div>
  );
}
