// One format from its first phase to its last: the facilitator's card, also on one sheet of paper.
import '../style/screens/formats.css';
import { Page } from '../app/frame.tsx';
import { useFormats } from '../consultation/live.ts';
import { t } from '../i18n/i18n.ts';
import { Button, Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { Format } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { people, who } from './words.ts';

export default function FormatScreen({ params: { group, format } }: ScreenProps<'group' | 'format'>) {
  const query = useFormats();
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
          return found ? <FacilitatorCard format={found} /> : <Title>{t('formats.gone')}</Title>;
        }}
      </Loaded>
    </Page>
  );
}

function FacilitatorCard({ format }: { format: Format }) {
  let from = 0;
  return (
    <article class="sheet">
      <Title
        hint={`${t('formats.minutes', { count: format.minutes })}. ${people(format)}`}
        end={<Button onClick={() => print()}>{t('formats.print')}</Button>}
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
                    {phase.own_minutes && `. ${t('formats.own_minutes')}`}
                  </span>
                </p>
                <p>{phase.aim}</p>
                <p class="muted">{who(phase, format.has_case)}</p>
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
