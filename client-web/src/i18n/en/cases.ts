export default {
  title: 'Cases',
  new: 'Your case',
  one: 'Case',
} as const;
