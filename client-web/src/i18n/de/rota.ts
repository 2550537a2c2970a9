import type { Translated } from '../catalogue.ts';
import type en from '../en/rota.ts';

export default {
  facilitator: 'Moderation',
  presenter: 'Fall\u00ADvorstellung',
  timekeeper: 'Zeit',
  scribe: 'Protokoll',
  former: 'ein früheres Mitglied',
  with_somebody: 'jemandem',
  for_somebody: 'jemanden',
  served_facilitator_mine: 'Du hast {count} der {attended} Sitzungen geleitet, in denen du dabei warst.',
  served_facilitator_theirs: '{name} hat {count} von {attended} Sitzungen geleitet.',
  served_presenter_mine:
    'Du hast in {count} der {attended} Sitzungen, in denen du dabei warst, einen Fall mitgebracht.',
  served_presenter_theirs: '{name} hat in {count} von {attended} Sitzungen einen Fall mitgebracht.',
  served_timekeeper_mine:
    'Du hast in {count} der {attended} Sitzungen, in denen du dabei warst, auf die Zeit geachtet.',
  served_timekeeper_theirs: '{name} hat in {count} von {attended} Sitzungen auf die Zeit geachtet.',
  served_scribe_mine: 'Du hast in {count} der {attended} Sitzungen, in denen du dabei warst, Protokoll geschrieben.',
  served_scribe_theirs: '{name} hat in {count} von {attended} Sitzungen Protokoll geschrieben.',
  never_facilitator_mine: {
    one: 'Du warst in {count} Sitzung dabei und hast noch nicht geleitet.',
    other: 'Du warst in {count} Sitzungen dabei und hast noch nicht geleitet.',
  },
  never_facilitator_theirs: {
    one: '{name} war in {count} Sitzung dabei und hat noch nicht geleitet.',
    other: '{name} war in {count} Sitzungen dabei und hat noch nicht geleitet.',
  },
  never_presenter_mine: {
    one: 'Du warst in {count} Sitzung dabei und hast noch keinen Fall mitgebracht.',
    other: 'Du warst in {count} Sitzungen dabei und hast noch keinen Fall mitgebracht.',
  },
  never_presenter_theirs: {
    one: '{name} war in {count} Sitzung dabei und hat noch keinen Fall mitgebracht.',
    other: '{name} war in {count} Sitzungen dabei und hat noch keinen Fall mitgebracht.',
  },
  never_timekeeper_mine: {
    one: 'Du warst in {count} Sitzung dabei und hast noch nicht auf die Zeit geachtet.',
    other: 'Du warst in {count} Sitzungen dabei und hast noch nicht auf die Zeit geachtet.',
  },
  never_timekeeper_theirs: {
    one: '{name} war in {count} Sitzung dabei und hat noch nicht auf die Zeit geachtet.',
    other: '{name} war in {count} Sitzungen dabei und hat noch nicht auf die Zeit geachtet.',
  },
  never_scribe_mine: {
    one: 'Du warst in {count} Sitzung dabei und hast noch nicht Protokoll geschrieben.',
    other: 'Du warst in {count} Sitzungen dabei und hast noch nicht Protokoll geschrieben.',
  },
  never_scribe_theirs: {
    one: '{name} war in {count} Sitzung dabei und hat noch nicht Protokoll geschrieben.',
    other: '{name} war in {count} Sitzungen dabei und hat noch nicht Protokoll geschrieben.',
  },
  begins_mine: 'Alle fangen einmal an: das ist dein erstes Mal.',
  begins_theirs: 'Alle fangen einmal an: für {name} ist es das erste Mal.',
  smallest_share: 'Das ist der kleinste Anteil in der Gruppe.',
  last_time: 'Das letzte Mal war am {when}.',
  turn_before: 'Das Mal davor ist am {when}.',
  nobody_longer: 'Niemand mit diesem Anteil wartet länger.',
  swapped_mine: 'Du hast mit {other} getauscht.',
  swapped_theirs: '{name} hat mit {other} getauscht.',
  stood_in_mine: 'Du springst für {other} ein.',
  stood_in_theirs: '{name} springt für {other} ein.',
  chosen_mine: 'Du wurdest dafür gewählt.',
  chosen_theirs: '{name} wurde dafür gewählt.',
  only_one_left: 'Sonst kann niemand zu dieser Sitzung kommen und ist dafür frei.',
  why_me: 'Warum ich?',
  why_them: 'Warum {name}?',
  session: 'Sitzung',
  error_not_yours: 'Diese Aufgabe hat inzwischen jemand anderes.',
  error_session_started: 'Diese Sitzung hat begonnen. Bitte jemanden einzuspringen.',
  error_bad_swap: 'Dieser Tausch geht nicht mehr: eine der Sitzungen oder Aufgaben hat sich geändert.',
  error_away_then: 'Dieser Tausch geht nicht: am Tag der anderen Sitzung ist jemand von euch weg.',
  error_busy_then: 'Dieser Tausch geht nicht: jemand von euch hat am anderen Tag schon eine Aufgabe.',
  error_already_asked: 'Nach dieser Aufgabe hast du schon gefragt. Ziehe die Frage zuerst zurück.',
  error_not_facilitator: 'Aufgaben vergibt, wer die Sitzung leitet oder die Gruppe organisiert.',
  error_cannot_then: 'Diese Person kann diese Aufgabe in dieser Sitzung nicht übernehmen. Bitte wähle jemand anderen.',
  error_has_a_role: 'Wer leitet oder einen Fall vorstellt, hat in derselben Sitzung keine zweite Aufgabe.',
} satisfies Translated<typeof en>;
