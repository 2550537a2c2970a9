import type { Translated } from '../catalogue.ts';
import type en from '../en/rota.ts';

export default {
  facilitator: 'Moderation',
  presenter: 'Fallvorstellung',
  timekeeper: 'Zeit',
  scribe: 'Protokoll',
  somebody: 'jemandem',
  why_smallest_share_mine:
    'Du warst in {count} der {attended} Sitzungen, in denen du dabei warst, an der Reihe. Das ist der kleinste Anteil in der Gruppe.',
  why_smallest_share_theirs:
    '{name} war in {count} von {attended} besuchten Sitzungen an der Reihe. Das ist der kleinste Anteil in der Gruppe.',
  why_longest_ago_mine:
    'Du warst in {count} von {attended} Sitzungen an der Reihe, zuletzt am {when}. Niemand mit diesem Anteil wartet länger.',
  why_longest_ago_theirs:
    '{name} war in {count} von {attended} Sitzungen an der Reihe, zuletzt am {when}. Niemand mit diesem Anteil wartet länger.',
  why_first_turn_mine: 'Du warst in {attended} Sitzungen dabei und noch nicht an der Reihe.',
  why_first_turn_theirs: '{name} war in {attended} Sitzungen dabei und noch nicht an der Reihe.',
  why_waited_longest_mine: 'Niemand wartet länger darauf, einen Fall mitzubringen.',
  why_waited_longest_theirs: 'Niemand wartet länger als {name} darauf, einen Fall mitzubringen.',
  why_swapped_mine: 'Du hast mit {other} getauscht.',
  why_swapped_theirs: '{name} hat mit {other} getauscht.',
  why_stood_in_mine: 'Du springst für {other} ein.',
  why_stood_in_theirs: '{name} springt für {other} ein.',
  why_chosen_mine: 'Du wurdest dafür gewählt.',
  why_chosen_theirs: '{name} wurde dafür gewählt.',
  why_only_one_left_mine: 'Sonst kann niemand zu dieser Sitzung kommen.',
  why_only_one_left_theirs: 'Sonst kann niemand zu dieser Sitzung kommen.',
} satisfies Translated<typeof en>;
