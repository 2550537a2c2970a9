import { setTheme, theme } from '../app/theme.ts';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Card } from '../parts/basics.tsx';
import { Segmented } from '../parts/choices.tsx';
import { ErrorNote } from '../parts/feedback.tsx';
import type { Theme } from '../protocol.gen.ts';

export function Appearance() {
  const update = useMutation('accounts.update');
  const choose = (wanted: Theme) => {
    setTheme(wanted);
    update.run({ theme: wanted });
  };
  return (
    <Card roomy title={t('accounts.theme')}>
      <Segmented
        legend={t('accounts.theme')}
        quiet
        value={theme.value}
        onChange={choose}
        options={[
          { value: 'system', text: t('accounts.theme_system') },
          { value: 'light', text: t('accounts.theme_light') },
          { value: 'dark', text: t('accounts.theme_dark') },
        ]}
      />
      <ErrorNote error={update.error} />
    </Card>
  );
}
