import type { Translated } from '../catalogue.ts';
import type en from '../en/home.ts';

export default {
  title: 'Als Nächstes, {name}',
  times_for: '{day}. Zeiten für {zone}.',
  groups: 'Deine Gruppen',
  no_group: 'Du bist noch in keiner Gruppe',
  no_group_hint: 'Gründe eine und lade Kolleginnen und Kollegen ein, oder lass dir einen Einladungslink schicken.',
  organiser: 'Organisation',
  open: 'Öffnen',
} satisfies Translated<typeof en>;
