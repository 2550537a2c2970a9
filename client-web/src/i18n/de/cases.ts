import type { Translated } from '../catalogue.ts';
import type en from '../en/cases.ts';

export default {
  title: 'Fälle',
  new: 'Dein Fall',
  one: 'Fall',
} satisfies Translated<typeof en>;
