export default {
  facilitator: 'Facilitator',
  presenter: 'Presenter',
  timekeeper: 'Timekeeper',
  scribe: 'Notes',
} as const;
