import { Page } from '../app/frame.tsx';
import { t } from '../i18n/i18n.ts';
import { Title } from '../parts/title.tsx';

export default function NewGroupScreen() {
  return (
    <Page>
      <Title>{t('groups.title')}</Title>
    </Page>
  );
}
