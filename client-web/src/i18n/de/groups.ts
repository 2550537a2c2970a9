import type { Translated } from '../catalogue.ts';
import type en from '../en/groups.ts';

export default {
  title: 'Gruppe',
  agreement: 'Vereinbarung',
} satisfies Translated<typeof en>;
