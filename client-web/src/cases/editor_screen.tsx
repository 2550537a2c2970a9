import { Page } from '../app/frame.tsx';
import { t } from '../i18n/i18n.ts';
import { Title } from '../parts/title.tsx';

export default function EditorScreen() {
  return (
    <Page>
      <Title>{t('cases.new')}</Title>
    </Page>
  );
}
