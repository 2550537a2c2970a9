import type { Translated } from '../catalogue.ts';
import type en from '../en/app.ts';

export default {
  home: 'Start',
  schedule: 'Termine',
  cases: 'Fälle',
  group: 'Gruppe',
  main: 'Hauptmenü',
  skip: 'Zum Inhalt springen',
  theme: 'Farbschema wechseln',
  account_of: '{name}, Konto',
  in_step: 'Im Takt',
  connecting: 'Verbinde',
  offline: 'Offline',
  not_found: 'Diese Seite gibt es nicht',
  not_found_hint: 'Vielleicht ist die Adresse vertippt, oder was hier war, wurde entfernt.',
  to_home: 'Zur Startseite',
  broken: 'Auf dieser Seite ist etwas schiefgegangen',
  broken_hint: 'Was gespeichert war, ist sicher. Meist hilft es, die Seite neu zu laden.',
  reload: 'Neu laden',
  updated: 'Covision wurde aktualisiert. Bitte die Seite neu laden.',
} satisfies Translated<typeof en>;
