import type { Translated } from '../catalogue.ts';
import type en from '../en/rehearsal.ts';

export default {
  title: 'Probe',
  hint: 'Du leitest eine erfundene Gruppe in zwei Minuten durch diesen Ablauf. Niemand sieht es, und nichts bleibt.',
  agenda: 'Der Ablauf',
  you_lead:
    'Du tust, was du dann tun wirst: vorlesen, was bei „Du könntest sagen“ steht, weitergehen, eine Minute geben.',
  begin: 'Probe beginnen',
  back: 'Zurück zur Sitzung',
  again: 'Noch einmal',
  done: 'Das war eine ganze Sitzung',
  done_kept: 'Nichts davon ist geblieben.',
  more: 'In der Sitzung warten dieselben Knöpfe auf dich. Die Karte für Papier liegt bei den Formaten.',
  speed: 'Probe: Eine Minute dauert {seconds} Sekunden.',
  met_begin: 'Lies vor, was bei „Du könntest sagen“ steht. Wenn alle da sind, geh weiter.',
  met_time_up: 'Die Zeit ist um, und nichts ist zu Ende. Lass ausreden, dann geh weiter oder gib eine Minute.',
  met_silent: '{presenter} hat jetzt einen stillen Bildschirm: die Zeit, einen Notizzettel und „Bitte anhalten“.',
  met_stop:
    '{presenter} hat angehalten. Niemand muss sagen, warum. Frag, was {presenter} braucht, und geh weiter, wenn {presenter} so weit ist.',
  met_round: 'Die Runde läuft von selbst: Wer fertig ist, gibt weiter. Du kannst auch für jemanden weitergeben.',
  met_lost: 'Bei {name} ist die Leitung weg. Geh weiter: Wer zurückkommt, steht in derselben Sekunde wie du.',
  met_closing: 'Der letzte Teil. Wenn alle etwas gesagt haben, schließe die Sitzung.',
  colleague_1: 'Alma Winter',
  colleague_2: 'Bruno Sommer',
  colleague_3: 'Carla Herbst',
  colleague_4: 'Dario Lenz',
} satisfies Translated<typeof en>;
