// One format from its first phase to its last: the facilitator's card, also on one sheet of paper.
import { useState } from 'preact/hooks';
import '../style/screens/formats.css';
import { Page } from '../app/frame.tsx';
import { groups } from '../app/me.ts';
import { useFormats } from '../consultation/live.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card, classes } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { Format } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { FormatEditor } from './format_editor.tsx';
import { differs, isLong } from './own.ts';
import { people, who } from './words.ts';

export default function FormatScreen({ params: { group, format } }: ScreenProps<'group' | 'format'>) {
  const query = useFormats(group);
  const builtin = useFormats().data?.formats.find((each) => each.code === format);
  const organises = groups.value.some((each) => each.group === group && each.role === 'organiser');
  const [editing, setEditing] = useState(false);
  return (
    <Page>
      <p class="back">
        <a class="link" href={`/g/${group}/formats`}>
          {t('formats.all')}
        </a>
      </p>
      <Loaded query={query}>
        {({ formats }) => {
          const found = formats.find((each) => each.code === format);
          if (!found) return <Title>{t('formats.gone')}</Title>;
          if (editing && builtin)
            return <FormatEditor group={group} now={found} builtin={builtin} onEnd={() => setEditing(false)} />;
          return (
            <FacilitatorCard format={found} builtin={builtin} onEdit={organises ? () => setEditing(true) : undefined} />
          );
        }}
      </Loaded>
    </Page>
  );
}

type CardProps = { format: Format; builtin: Format | undefined; onEdit: (() => void) | undefined };
function FacilitatorCard({ format, builtin, onEdit }: CardProps) {
  let from = 0;
  return (
    <article class={classes('sheet', isLong(format) && 'long')}>
      <Title
        hint={`${t('formats.minutes', { count: format.minutes })}. ${people(format)}`}
        end={
          <span class="btns">
            {onEdit && (
              <Button icon="edit" onClick={onEdit}>
                {t('formats.change')}
              </Button>
            )}
            <Button onClick={() => print()}>{t('formats.print')}</Button>
          </span>
        }
      >
        {format.name}
      </Title>
      <Card label={format.name}>
        <ol class="script">
          {format.phases.map((phase, i) => {
            const start = from;
            from += phase.minutes;
            return (
              <li key={phase.code}>
                <h2>
                  {i + 1}. {phase.title}
                </h2>
                <p class="when">
                  <b>{t('formats.minutes', { count: phase.minutes })}</b>{' '}
                  <span class="muted">
                    {t('formats.from_to', { from: start, to: from })}
                    {differs(phase, builtin)
                      ? `. ${t('formats.ours')}`
                      : phase.own_minutes && `. ${t('formats.own_minutes')}`}
                  </span>
                </p>
                <p class="aim">
                  {phase.aim} <span class="muted">{who(phase, format.has_case)}</span>
                </p>
                <q>{phase.script}</q>
              </li>
            );
          })}
        </ol>
        <p class="foot">
          <span>{format.source}.</span>
          <span>{t('formats.foot')}</span>
        </p>
      </Card>
    </article>
  );
}
