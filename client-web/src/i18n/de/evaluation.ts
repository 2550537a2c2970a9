import type { Translated } from '../catalogue.ts';
import type en from '../en/evaluation.ts';

export default {
  rate: 'Wie war es für dich?',
  title: 'Auswertung',
} satisfies Translated<typeof en>;
