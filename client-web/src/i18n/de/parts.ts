import type { Translated } from '../catalogue.ts';
import type en from '../en/parts.ts';

export default {
  loading: 'Lädt',
  close: 'Schließen',
  cancel: 'Abbrechen',
  try_again: 'Noch einmal',
  stale: 'Das ließ sich gerade nicht neu lesen und ist vielleicht nicht mehr aktuell.',
  undo: 'Rückgängig',
  skip: 'Aus\u00ADlas\u00ADsen',
  you: 'Du',
  show_password: 'Passwort anzeigen',
  hide_password: 'Passwort verbergen',
  needed: 'Bitte ausfüllen.',
  email_form: 'Bitte eine E-Mail-Adresse eingeben, etwa name@example.org.',
  short_password: 'Bitte mindestens {count} Zeichen verwenden.',
  time_left: 'Restzeit in dieser Phase',
  time_in: 'Zeit in dieser Phase',
  time_up: 'Zeit ist um',
  left_of: 'von {minutes} Min. übrig',
  and_more: 'und {time} mehr',
} satisfies Translated<typeof en>;
