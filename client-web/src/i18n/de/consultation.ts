import type { Translated } from '../catalogue.ts';
import type en from '../en/consultation.ts';

export default {
  title: 'Sitzung',
} satisfies Translated<typeof en>;
