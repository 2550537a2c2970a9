import { t } from '../i18n/i18n.ts';
import { TextField } from '../parts/fields.tsx';
import { limits } from '../protocol.gen.ts';

/** Why a session is moved or cancelled. */
export const ReasonField = (props: { value: string; onChange(value: string): void }) => (
  <TextField
    label={t('planning.reason')}
    hint={t('planning.reason_hint')}
    maxLength={limits.CancelSession.reason}
    {...props}
  />
);
