import type { Translated } from '../catalogue.ts';
import type en from '../en/schedule.ts';

export default {
  title: 'Termine',
  yes: 'Ja',
  late: 'Später',
  no: 'Nein',
  will_you: 'Bist du dabei?',
} satisfies Translated<typeof en>;
