import type { Translated } from '../catalogue.ts';
import type en from '../en/policy.ts';

export default {
  title: 'Wie Texte geprüft werden',
  of: 'Gilt für alles, was Mitglieder von {group} über einen Fall schreiben.',
  card_standard: 'Sichere Stellen müssen ersetzt werden, über zweifelhafte entscheidet, wer schreibt.',
  card_strict: 'Sichere und zweifelhafte Stellen müssen ersetzt werden.',
  card_strict_us: 'Sichere und zweifelhafte Stellen müssen ersetzt werden, auch Monate, Jahreszeiten und Feste.',
  own_words: { one: '{count} eigenes Wort.', other: '{count} eigene Wörter.' },
  look: 'Ansehen',
  change: 'Ändern',
  strictness: 'Wie streng',
  standard: 'Standard',
  strict: 'Streng',
  strict_us: 'Streng, USA',
  hint_standard:
    'Namen, genaue Daten, Nummern und Adressen müssen ersetzt werden. Ein Arbeitgeber, ein kleiner Ort oder ein seltener Beruf wird markiert; wer schreibt, ersetzt oder behält ihn.',
  hint_strict:
    'Wie im Standard, und auch was als zweifelhaft markiert ist, muss ersetzt werden. Nichts kann behalten werden.',
  hint_strict_us:
    'Wie bei „Streng“, und kein Datum ist genauer als ein Jahr: Monate, Jahreszeiten und Feste werden zu „früher im Jahr“.',
  words: 'Eigene Wörter',
  words_hint:
    'Ein Wort oder Name je Zeile. Wer unterzeichnet hat, kann sie lesen; auf dem Server sind sie verschlüsselt. Bitte keine Namen von Klientinnen und Klienten.',
  flag: 'Immer ersetzen',
  flag_hint: 'Zum Beispiel der Name deiner Praxis, oder wie man sie nennt.',
  pass: 'Nie markieren',
  pass_hint: 'Zum Beispiel eine Methode oder der Name eurer Gruppe.',
  none: 'Keine.',
  members_only: 'Wer die Gruppe organisiert, kann das ändern.',
  changed: 'Geändert von {name} am {day}.',
  somebody: 'einem früheren Mitglied',
  save: 'Speichern',
  saved: 'Gespeichert. Es gilt ab jetzt für neue Texte.',
  nothing_new: 'Es hat sich nichts geändert.',
  leave_edit: 'Diese Seite verlassen? Deine Änderungen sind nicht gespeichert.',
  too_many: 'Bitte höchstens {most} Wörter.',
  word_long: 'Eine Zeile ist länger als {most} Zeichen.',
  word_both: '„{word}“ steht in beiden Listen.',
  word_blank: 'Jede Zeile braucht mindestens einen Buchstaben oder eine Ziffer.',
  overtaken: 'Inzwischen hat jemand das geändert. Erneutes Speichern ersetzt diese Änderung.',
  error_word_empty: 'Jedes Wort braucht mindestens einen Buchstaben oder eine Ziffer.',
  error_word_in_both: 'Ein Wort kann nur in einer der beiden Listen stehen.',
} satisfies Translated<typeof en>;
