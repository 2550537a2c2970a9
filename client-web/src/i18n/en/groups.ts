export default {
  title: 'Group',
  agreement: 'Agreement',
} as const;
