export default {
  rate: 'How was it for you?',
  title: 'Evaluation',
} as const;
