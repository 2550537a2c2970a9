// An error in one screen must not leave an empty page.
import { Component, type ComponentChildren } from 'preact';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { Title } from '../parts/title.tsx';
import { Page } from './frame.tsx';

type Props = { children: ComponentChildren };
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };
  static override getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Page width="narrow">
        <Title hint={t('app.broken_hint')}>{t('app.broken')}</Title>
        <p>
          <Button look="line" onClick={() => location.reload()}>
            {t('app.reload')}
          </Button>
        </p>
      </Page>
    );
  }
}
