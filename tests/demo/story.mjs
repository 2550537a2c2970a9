// The made-up group of the demo. Nobody in it exists, no case in it happened.
export const group_name = 'Evening circle'
export const poll_title = 'A long Saturday'

export const people = [
  { name: 'Mirjam Kolb', email: 'mirjam@demo.example', language: 'en', zone: 'Europe/Berlin' },
  { name: 'Ben Okafor', email: 'ben@demo.example', language: 'en', zone: 'Europe/London' },
  { name: 'Dora Lindqvist', email: 'dora@demo.example', language: 'en', zone: 'Europe/Stockholm' },
  { name: 'Kenji Morita', email: 'kenji@demo.example', language: 'en', zone: 'Europe/Berlin' },
  { name: 'Luz Andrade', email: 'luz@demo.example', language: 'en', zone: 'Europe/Madrid' },
  { name: 'Sana Rahimi', email: 'sana@demo.example', language: 'de', zone: 'Europe/Berlin' },
]

export const notes = [
  {
    title: 'When a client goes silent',
    question: 'How can I stay present without rushing to fill the silence?',
    wanted: 'reflection',
    blur: { setting: 'Outpatient therapy', age_band: '30 to 39', place_kind: 'A large city', theme: 'Silence' },
    text:
      'I have been seeing Client A every week for about eight months, after a separation. In the first hours the work moved quickly. Since early summer most hours begin with ten minutes in which almost nothing is said.\n\n' +
      'I notice that I start to interpret just to ease my own discomfort. Last week Client A looked at the clock and said that I seem to need the talking. That was fair, and it has stayed with me.',
  },
  {
    title: 'A father who never comes',
    question: 'What could make it easier for him to come through the door?',
    wanted: 'ideas',
    blur: { setting: 'Family counselling', age_band: '40 to 49', place_kind: 'A small town', theme: 'Absence' },
    text:
      'The mother and the older child come to every appointment. The father agrees on the telephone and then does not come. I have offered evenings, and a visit at home.\n\nI am getting cross, and I do not like how I speak of him.',
  },
  {
    title: 'Two loyalties at school',
    question: 'Whose side am I on when I talk with the teachers?',
    wanted: 'colleagues_view',
    blur: { setting: 'School social work', age_band: '10 to 14', place_kind: 'A suburb', theme: 'Loyalty' },
    text:
      'Pupil A tells me things that the teachers would need to know to be fair. I have promised to keep them to myself, as long as nobody is in danger. In the staff room I feel like a spy for both sides.',
  },
  {
    title: 'Being thanked too much',
    question: 'How do I take thanks without keeping somebody small?',
    wanted: 'being_heard',
    blur: { setting: 'General practice', age_band: '60 to 69', place_kind: 'The countryside', theme: 'Dependence' },
    text: '',
  },
  {
    title: 'The second opinion',
    question: 'Was it right to stay calm when I was corrected in front of the patient?',
    wanted: 'reflection',
    blur: { setting: 'Hospital ward', age_band: '50 to 59', place_kind: 'A city', theme: 'Shame' },
    text:
      'A senior colleague changed the plan in front of the patient, in passing. I nodded. Since then the patient asks me each time whether I am sure.\n\nI would like to look at what happened in me, more than at the medicine.',
  },
]

export const lines = {
  keep: [
    'The round in which nobody gave advice.',
    'That we began on time.',
    'The quiet minute at the start.',
    'How the facilitator held the frame.',
    'Short turns, one thought each.',
  ],
  change: [
    'More time for the last phase.',
    'Two of us spoke most of the time.',
    'A break would have helped.',
    'Questions that are really advice.',
  ],
}
