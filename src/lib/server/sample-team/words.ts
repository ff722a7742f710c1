import type { Felt, JourneyStep } from '../../domain/journey';
import type { Respondent } from '../../domain/records';

/**
 * What the sample team's guests and colleagues say. All of it is invented. `score` is the 0–10 answer a comment goes
 * with; `highlight` is the phrase a leader would set in colour.
 */
export interface SampleComment {
  text: string;
  score: number;
  highlight?: string;
}

/** Comments by where they came from, as people would name the source. */
export const comments: Record<
  'comment card' | 'online survey' | 'table tablet' | 'review site',
  SampleComment[]
> = {
  'comment card': [
    {
      text: 'You remembered my daughter’s nut allergy before I said a word.',
      score: 10,
      highlight: 'before I said a word.',
    },
    {
      text: 'The soup came hot, the bread came warm, and somebody smiled. That is all I want on a Monday.',
      score: 10,
      highlight: 'somebody smiled',
    },
    { text: 'We waited twenty minutes for the bill and nobody told us why.', score: 5 },
    {
      text: 'Our waiter said fifteen minutes and it was fifteen minutes.',
      score: 9,
      highlight: 'it was fifteen minutes',
    },
    { text: 'Lovely food. The music was too loud to talk to my mother.', score: 7 },
    {
      text: 'My father uses a wheelchair. You moved two tables without being asked.',
      score: 10,
      highlight: 'without being asked',
    },
    { text: 'I never knew how long the wait would be.', score: 4 },
    { text: 'The fish pie tastes the way my grandmother made it.', score: 10 },
    { text: 'You called me by my name. I had only been here once.', score: 10, highlight: 'by my name' },
    { text: 'The door was locked at ten to nine although the sign says nine.', score: 3 },
    {
      text: 'A birthday candle appeared from nowhere. My son still talks about it.',
      score: 10,
      highlight: 'from nowhere',
    },
    { text: 'Good, but the chips were cold when the second plate came.', score: 7 },
    {
      text: 'I dropped my glass and felt like an idiot. Your colleague made me laugh about it.',
      score: 9,
      highlight: 'made me laugh',
    },
    { text: 'Please tell the chef: best lentils in town.', score: 10 },
    { text: 'We asked for the window and got the window.', score: 9 },
  ],
  'online survey': [
    {
      text: 'Ordering was easy and the food was on the table when you said it would be.',
      score: 10,
      highlight: 'when you said it would be',
    },
    {
      text: 'The booking page let me note the pram, and the space was ready for us.',
      score: 10,
      highlight: 'the space was ready',
    },
    { text: 'Fine overall. It would help to know at the door how busy the kitchen is.', score: 7 },
    { text: 'Two of our four plates came ten minutes late.', score: 5 },
    {
      text: 'I asked about gluten and got a clear answer, not a guess.',
      score: 10,
      highlight: 'a clear answer, not a guess',
    },
    { text: 'We come every second Thursday and it gets better every time.', score: 10 },
    {
      text: 'The lunch menu was gone at half past one. A word at the door would have saved us the wait.',
      score: 6,
    },
    { text: 'Quick, kind and no fuss.', score: 9 },
    { text: 'Nobody hurried us although people were waiting.', score: 9, highlight: 'Nobody hurried us' },
    { text: 'The new wait board by the bar is a good idea.', score: 8 },
    {
      text: 'My coffee was forgotten, then brought with an apology and a biscuit. That is how you do it.',
      score: 9,
      highlight: 'with an apology and a biscuit',
    },
    { text: 'Too dark to read the menu in the corner by the stairs.', score: 7 },
    { text: 'The vegetarian choice is finally more than a salad.', score: 9 },
    { text: 'We were seated next to the kitchen door. Noisy.', score: 6 },
    { text: 'I would send anyone here for the Sunday roast.', score: 10 },
  ],
  'table tablet': [
    { text: 'Great.', score: 9 },
    {
      text: 'Thank you for the high chair before we even sat down!',
      score: 10,
      highlight: 'before we even sat down',
    },
    { text: 'Slow today.', score: 6 },
    {
      text: 'The waiter explained every dish to my mother, twice, with patience.',
      score: 10,
      highlight: 'twice, with patience',
    },
    { text: 'Warm welcome, cold potatoes.', score: 7 },
    {
      text: 'You told us the wait. We stayed because of that.',
      score: 10,
      highlight: 'We stayed because of that.',
    },
    { text: 'More ice in the water please, otherwise perfect.', score: 9 },
    { text: 'Someone ran after me with my scarf.', score: 10, highlight: 'ran after me' },
    { text: 'The dessert was worth the walk.', score: 9 },
    { text: 'Ordered tea, got coffee, got an honest smile and then tea.', score: 9 },
    { text: 'The toilets need a look after eight in the evening.', score: 6 },
    { text: 'Best table of the week.', score: 10 },
    { text: 'Kind people. Keep them.', score: 10, highlight: 'Keep them.' },
    {
      text: 'We were asked how it was, and I had the feeling that you wanted to know.',
      score: 10,
      highlight: 'you wanted to know',
    },
  ],
  'review site': [
    {
      text: 'Came for the view of the harbour, will come back for the people.',
      score: 10,
      highlight: 'for the people',
    },
    {
      text: 'The kitchen sent a spoon of everything for our toddler. Who does that?',
      score: 10,
      highlight: 'Who does that?',
    },
    { text: 'Good food at a fair price. Book ahead on Fridays.', score: 8 },
    { text: 'It took three tries to get someone’s attention for the bill.', score: 5 },
    {
      text: 'In the middle of the rush somebody walked us to our taxi under an umbrella.',
      score: 10,
      highlight: 'under an umbrella',
    },
    { text: 'Portions got smaller, prices did not.', score: 6 },
    {
      text: 'A colleague with a severe allergy ate out for the first time in a year. Thank you.',
      score: 10,
      highlight: 'for the first time in a year',
    },
    { text: 'Honest cooking, honest people.', score: 9 },
    {
      text: 'They said forty minutes, it was thirty-five, and we knew what to expect.',
      score: 9,
      highlight: 'we knew what to expect',
    },
    { text: 'Nice place, but the terrace heaters did not work.', score: 7 },
    { text: 'We were the last guests and never felt it.', score: 10, highlight: 'never felt it' },
    { text: 'Our order was mixed up with the next table, sorted out in two minutes.', score: 8 },
  ],
};

export type SampleSource = keyof typeof comments;

/** Thanks from one colleague to another. `value` is the index of the value shown. */
export const shoutOuts: {
  to: string;
  toArea: string;
  from: string;
  fromArea: string;
  behaviour: string;
  value: number;
}[] = [
  {
    to: 'Tomasz',
    toArea: 'Dishwash',
    from: 'Amira',
    fromArea: 'Floor',
    behaviour: 'You walked a guest to her taxi under your own umbrella, in the middle of the rush.',
    value: 0,
  },
  {
    to: 'Priya',
    toArea: 'Kitchen',
    from: 'Dana',
    fromArea: 'Leader',
    behaviour: 'You wrote the allergy slip so clearly that nobody had to ask twice.',
    value: 2,
  },
  {
    to: 'Joël',
    toArea: 'Bar',
    from: 'Marek',
    fromArea: 'Kitchen',
    behaviour: 'You carried plates for us when two of us were ill, and still kept the bar shining.',
    value: 2,
  },
  {
    to: 'The night team',
    toArea: 'Floor',
    from: 'Sofia',
    fromArea: 'Breakfast',
    behaviour: 'You left the tables set and the coffee ready. The first guests sat down at once.',
    value: 0,
  },
  {
    to: 'Amira',
    toArea: 'Floor',
    from: 'Priya',
    fromArea: 'Kitchen',
    behaviour: 'You told a table of eight the true wait, and they thanked you for it.',
    value: 1,
  },
  {
    to: 'Marek',
    toArea: 'Kitchen',
    from: 'Joël',
    fromArea: 'Bar',
    behaviour: 'You tasted the soup again after the guest’s comment, and it was better by six.',
    value: 2,
  },
  {
    to: 'Lena',
    toArea: 'Reception',
    from: 'Tomasz',
    fromArea: 'Dishwash',
    behaviour: 'You said good morning to every one of us by name on your first day.',
    value: 0,
  },
  {
    to: 'Sofia',
    toArea: 'Breakfast',
    from: 'Lena',
    fromArea: 'Reception',
    behaviour: 'You found the lost teddy in the laundry and sent it home with a note.',
    value: 0,
  },
  {
    to: 'Dana',
    toArea: 'Leader',
    from: 'Marek',
    fromArea: 'Kitchen',
    behaviour: 'You stood at the pass with us on Saturday and called every wait yourself.',
    value: 1,
  },
  {
    to: 'Bilal',
    toArea: 'Floor',
    from: 'Amira',
    fromArea: 'Floor',
    behaviour: 'You read the whole menu aloud to a guest who had lost her glasses.',
    value: 0,
  },
];

/** What the team is there for. */
export const mission = 'Everybody leaves warm, fed and glad they came.';

/** What guests go through, and what champions found there: nobody has looked at paying yet. */
export const journey: JourneyStep[] = [
  { id: 'door', name: 'Finding the door', touchpoint: null },
  { id: 'seen', name: 'Being seen', touchpoint: null },
  { id: 'table', name: 'At the table', touchpoint: 'table' },
  { id: 'pay', name: 'Paying', touchpoint: null },
  { id: 'after', name: 'Back home', touchpoint: 'after-visit' },
];

export const walks: [step: string, from: Respondent, felt: Felt, saw: string][] = [
  ['door', 'customer', 'bad', 'The sign is dark after five. Two walked past.'],
  ['seen', 'employee', 'good', 'A nod from the pass within ten seconds, in the full rush.'],
  ['table', 'employee', 'good', 'The wait was said before I asked.'],
  ['door', 'supplier', 'bad', 'Our crates stood where guests come in.'],
  ['seen', 'customer', 'good', 'Somebody looked up at once.'],
];

export const values = [
  { id: 'nobody-leaves-alone', name: 'Nobody leaves alone', icon: 'umbrella' },
  { id: 'we-say-the-wait', name: 'We say the wait', icon: 'clock' },
  { id: 'right-first-time', name: 'Right first time', icon: 'utensils' },
];

export const awards = [{ id: 'umbrella', name: 'The house umbrella', value: 'nobody-leaves-alone' }];

/** What the sample team’s closed turns came to, the first one first. */
export const turns: { youSaid: string; weDid: string; learned: string }[] = [
  {
    youSaid: 'The door was locked before nine.',
    weDid: 'The last guest locks it now.',
    learned: 'Signs are promises.',
  },
  {
    youSaid: 'Nobody knew what was in the sauce.',
    weDid: 'The allergens hang at the pass.',
    learned: 'Ask before you guess.',
  },
  {
    youSaid: 'The music was too loud.',
    weDid: 'It is down a third until nine.',
    learned: 'Guests do not ask twice.',
  },
  {
    youSaid: 'The pram did not fit.',
    weDid: 'Two tables are kept wide.',
    learned: 'One note in the booking is enough.',
  },
  {
    youSaid: 'The bill took twenty minutes.',
    weDid: 'Whoever clears brings it.',
    learned: 'The end of a meal is part of it.',
  },
  {
    youSaid: 'The second plate was cold.',
    weDid: 'Plates of a table leave together.',
    learned: 'The pass sees what the floor cannot.',
  },
  {
    youSaid: 'I was told two different things.',
    weDid: 'One board says what is off.',
    learned: 'One place for what changes.',
  },
  {
    youSaid: 'My mother could not read the menu.',
    weDid: 'A large one lies at the door.',
    learned: 'Offer it before they ask.',
  },
  {
    youSaid: 'We stood at the door unseen.',
    weDid: 'Whoever is nearest says hello.',
    learned: 'Seen is half served.',
  },
  {
    youSaid: 'The lunch menu was gone by half past one.',
    weDid: 'We say so at the door.',
    learned: 'A no is fine when it comes early.',
  },
  {
    youSaid: 'My coffee was forgotten.',
    weDid: 'Drinks are called back once.',
    learned: 'An apology wants a biscuit.',
  },
  {
    youSaid: 'It was hard to book for six.',
    weDid: 'Six is on the page now.',
    learned: 'Try your own page once a month.',
  },
  {
    youSaid: 'I never knew how long the wait would be.',
    weDid: 'Now we tell you the wait before you ask.',
    learned: 'Say the wait first.',
  },
];
