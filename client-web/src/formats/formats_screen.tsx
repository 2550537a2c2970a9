// All formats: what each is for, how long it takes, for how many. Each has a card to print.
import '../style/screens/formats.css';
import { Page } from '../app/frame.tsx';
import { useFormats } from '../consultation/live.ts';
import { useGroup } from '../groups/people.ts';
import { t } from '../i18n/i18n.ts';
import { ButtonLink, Card } from '../parts/basics.tsx';
import { Loaded } from '../parts/feedback.tsx';
import { Title } from '../parts/title.tsx';
import type { Format } from '../protocol.gen.ts';
import type { ScreenProps } from '../screens.ts';
import { Adviser } from './adviser.tsx';
import { people } from './words.ts';

const usual_slot = 90;
const consultations = (formats: Format[]) => formats.filter((format) => !format.frame);

export default function FormatsScreen({ params: { group } }: ScreenProps<'group'>) {
  const query = useFormats(group);
  const members = useGroup(group).data?.members.length;
  return (
    <Page>
      <Title hint={t('formats.hint')}>{t('formats.title')}</Title>
      <Loaded query={query}>
        {({ formats }) => (
          <div class="split">
            <div class="col">
              {consultations(formats).map((format) => (
                <FormatCard key={format.code} group={group} format={format} />
              ))}
            </div>
            <div class="col">
              {members !== undefined && (
                <Card title={t('formats.which')} class="col">
                  <Adviser formats={consultations(formats)} count={members} minutes={usual_slot} />
                </Card>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function FormatCard({ group, format }: { group: string; format: Format }) {
  return (
    <Card title={format.name} fact={t('formats.minutes', { count: format.minutes })}>
      <p class="muted small">
        {format.own && `${t('formats.ours')}. `}
        {people(format)} {format.source}.
      </p>
      <p class="small">{format.phases.map((phase) => `${phase.title} ${phase.minutes}`).join(' · ')}</p>
      <p class="after">
        <ButtonLink
          small
          label={t('formats.open_named', { name: format.name })}
          href={`/g/${group}/formats/${format.code}`}
        >
          {t('formats.open')}
        </ButtonLink>
      </p>
    </Card>
  );
}
