// What the others noted for who presents. Nobody else can read it any more.
import '../style/screens/ideas.css';
import { useState } from 'preact/hooks';
import { useMutation, useQuery } from '../data/query.ts';
import { longDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card, Rows } from '../parts/basics.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Format, Idea } from '../protocol.gen.ts';

type Props = {
  group: string;
  session: string;
  /** By item of the agenda. */
  formats: (Format | undefined)[];
  /** What stands there while there is nothing. */
  quiet?: string;
};
export function GiftCard({ group, session, formats, quiet }: Props) {
  const gift = useQuery('ideas.gift', { group, session }, { group, on: ['ideas.*', 'cases.*'], forget: true });
  const [asks, setAsks] = useState(false);
  const ideas = gift.data?.ideas ?? [];
  const until = gift.data?.until;
  // The loader's own note would stand on everybody's screen: most have been given nothing.
  if (gift.error && !gift.data) return quiet ? <ErrorNote error={gift.error} retry={gift.reload} /> : null;
  if (!ideas.length) return quiet ? <Card title={t('ideas.title')}>{<p class="muted">{quiet}</p>}</Card> : null;
  return (
    <Card
      roomy
      class="gift"
      title={t('ideas.gift')}
      fact={t('ideas.count', { count: ideas.length })}
      foot={
        <>
          <span>{until ? t('ideas.only_you_until', { day: longDay(until) }) : t('ideas.only_you')}</span>
          <Button look="quiet" small icon="x" onClick={() => setAsks(true)}>
            {t('ideas.delete')}
          </Button>
        </>
      }
    >
      {phasesOf(ideas, formats).map(({ key, title, ideas: some }) => (
        <div key={key}>
          {title && <h3>{title}</h3>}
          <Rows lined class="noted">
            {some.map((idea) => (
              <li key={idea.idea}>
                <p translate={false}>{idea.text}</p>
              </li>
            ))}
          </Rows>
        </div>
      ))}
      {asks && <DeleteDialog group={group} session={session} onClose={() => setAsks(false)} />}
    </Card>
  );
}

/** In their order, with the phase's title where there is more than one. */
function phasesOf(ideas: Idea[], formats: (Format | undefined)[]) {
  const found: { key: string; title: string | undefined; ideas: Idea[] }[] = [];
  for (const idea of ideas) {
    const key = `${idea.item} ${idea.phase}`;
    if (found.at(-1)?.key !== key) {
      const title = formats[idea.item]?.phases[idea.phase]?.title;
      found.push({ key, title, ideas: [] });
    }
    found.at(-1)?.ideas.push(idea);
  }
  return found.length > 1 ? found : found.map((each) => ({ ...each, title: undefined }));
}

function DeleteDialog({ group, session, onClose }: { group: string; session: string; onClose(): void }) {
  const remove = useMutation('ideas.delete_gift');
  const press = async () => {
    if (!(await remove.run({ group, session }))) return;
    onClose();
    tell(t('ideas.deleted'));
  };
  return (
    <Dialog
      title={t('ideas.delete_title')}
      onClose={onClose}
      deed={{ text: t('ideas.delete'), run: press, by: remove }}
    >
      <p>{t('ideas.delete_hint')}</p>
    </Dialog>
  );
}
