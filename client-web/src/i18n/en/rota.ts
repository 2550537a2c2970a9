export default {
  facilitator: 'Facilitator',
  presenter: 'Presenter',
  timekeeper: 'Timekeeper',
  scribe: 'Notes',
  somebody: 'somebody',
  why_smallest_share_mine:
    'You have had this turn in {count} of the {attended} sessions you came to. That is the smallest share in the group.',
  why_smallest_share_theirs:
    '{name} has had this turn in {count} of {attended} sessions attended. That is the smallest share in the group.',
  why_longest_ago_mine:
    'You have had this turn in {count} of {attended} sessions, the last time on {when}. Nobody with that share has waited longer.',
  why_longest_ago_theirs:
    '{name} has had this turn in {count} of {attended} sessions, the last time on {when}. Nobody with that share has waited longer.',
  why_first_turn_mine: 'You have come to {attended} sessions and not had this turn yet.',
  why_first_turn_theirs: '{name} has come to {attended} sessions and not had this turn yet.',
  why_waited_longest_mine: 'Nobody has waited longer to bring a case.',
  why_waited_longest_theirs: 'Nobody has waited longer than {name} to bring a case.',
  why_swapped_mine: 'You swapped with {other}.',
  why_swapped_theirs: '{name} swapped with {other}.',
  why_stood_in_mine: 'You stand in for {other}.',
  why_stood_in_theirs: '{name} stands in for {other}.',
  why_chosen_mine: 'You were chosen for it.',
  why_chosen_theirs: '{name} was chosen for it.',
  why_only_one_left_mine: 'Nobody else can come to this session.',
  why_only_one_left_theirs: 'Nobody else can come to this session.',
} as const;
