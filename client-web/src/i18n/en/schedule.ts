export default {
  title: 'Schedule',
  yes: 'Yes',
  late: 'Late',
  no: 'No',
  will_you: 'Will you be there?',
} as const;
