export default {
  title: 'Next for you, {name}',
  times_for: '{day}. Times are shown for {zone}.',
  groups: 'Your groups',
  no_group: 'You are in no group yet',
  no_group_hint: 'Start one and invite colleagues, or ask a colleague for an invitation link.',
  organiser: 'Organiser',
  open: 'Open',
} as const;
