import type { Translated } from '../catalogue.ts';
import type en from '../en/rota.ts';

export default {
  facilitator: 'Moderation',
  presenter: 'Fallgeberin/Fallgeber',
  timekeeper: 'Zeit',
  scribe: 'Protokoll',
} satisfies Translated<typeof en>;
