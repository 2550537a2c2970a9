// Words to choose from for the four broad strokes. Own words do as well.
import { t } from '../i18n/i18n.ts';
import type { blurred } from './form.ts';

export const suggestionsFor = (field: (typeof blurred)[number]): string[] =>
  t(`cases.suggest_${field}`)
    .split('|')
    .map((word) => word.trim());
