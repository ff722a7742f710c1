import * as v from 'valibot';
import type { Team, Verbatim } from '../../domain/records';
import { exampleNow, exampleTeam } from '../example-facts';
import type { DataOf } from '../panel';
import { panel } from './panel';

const said = (text: string, more: Partial<Verbatim> = {}): Verbatim => ({
  id: `voice-${text.length}`,
  team: 'harbour-kitchen',
  at: '2026-11-17T19:40:00Z',
  status: 'approved',
  batch: null,
  version: 1,
  text,
  response: 'response',
  measure: 'nps',
  value: 10,
  from: 'customer',
  touchpoint: null,
  source: 'ask',
  sourceName: 'comment card',
  highlight: null,
  masked: false,
  ...more,
});

const make = (verbatims: Verbatim[], team: Partial<Team> = {}): DataOf<typeof panel> => {
  const data = panel.select(
    { team: exampleTeam(team), verbatims, turns: [], said: [], waiting: [], interests: [], past: [] },
    v.parse(panel.options, {}),
    exampleNow,
  );
  if (!data) throw new Error('an example has words');
  return data;
};

const allergy = said('You remembered my daughter’s nut allergy before I said a word.', {
  highlight: 'before I said a word.',
  touchpoint: 'dinner',
});

export const examples: Record<string, DataOf<typeof panel>> = {
  ordinary: make([allergy]),
  'one item': make([said('Lovely soup.', { value: 9 })]),
  'many items': make([
    said('The wait was long, and nobody told us why. When the food came it was hot and good.', { value: 6 }),
    allergy,
    said('Warm bread!', { value: 10 }),
    said('A little loud at the window table, but the waiter found us another one at once.', { value: 8 }),
  ]),
  'a hundred and fifty letters': make([
    said(
      'We came with nine people and no booking on a full Saturday, and your team made us feel expected; the children still talk about the pancakes.',
      { highlight: 'made us feel expected', value: 9 },
    ),
  ]),
  'two hundred letters': make([
    said(
      'My father walks slowly. Two of you moved a table without a word so that his wheelchair had room, and later someone carried his coat to the taxi. He has told the story to everyone on his corridor.',
    ),
  ]),
  longest: make([
    said(
      'We booked for my parents’ golden wedding and I was nervous, because my mother eats no gluten, my father hears badly and the twins are three. You gave us the quiet corner by the harbour window, you printed a menu in large letters, and the kitchen made a small cake that everyone could share. When my father could not follow the speech, the waiter wrote it down for him on the back of the menu. We will not forget that evening.',
      { touchpoint: 'private dining room', sourceName: 'online survey after the visit' },
    ),
  ]),
  'longest words': make([
    said(
      'Lebensmittelunverträglichkeitsberatung und Geschwindigkeitsverbesserungen am Selbstbedienungsbuffet: großartig!',
      {
        at: '2025-03-12T12:00:00Z',
      },
    ),
  ]),
  'right-to-left': make([
    said('تذكرتم حساسية ابنتي من المكسرات قبل أن أقول كلمة واحدة.', { highlight: 'قبل أن أقول كلمة واحدة.' }),
  ]),
  'without a score': make([
    said('Please keep the Tuesday soup! 🍲👨‍👩‍👧', { measure: null, value: null, sourceName: null }),
  ]),
  smileys: make(
    [said('The nurse explained every step and did not rush me.', { measure: 'smiley4', value: 3 })],
    {
      customer: 'patient',
    },
  ),
  stars: make([
    said('Clean, quick, friendly. The queue for coats could be shorter.', {
      measure: 'stars',
      value: 4,
      ourPart: 'we put the second rack up at five, before the doors open',
    }),
  ]),
  'from one of us': make([
    said('The new rota board means nobody has to ring round on Sunday night.', {
      from: 'employee',
      measure: 'rating:0-100:80',
      value: 85,
    }),
  ]),
  'from a team that is served': make([
    said('Every plate came hot this week, even on Friday at eight.', {
      ...{ from: 'employee', source: 'colleagues:floor', sourceName: 'Dining room' },
      ...{ measure: 'csat', value: 5 },
    }),
  ]),
};

type Watched = NonNullable<DataOf<typeof panel>['watched']>;

const of = (...criticals: [string, number][]): Watched['criticals'] =>
  criticals.map(([name, said], index) => ({ id: `c${index}`, name, said }));
const watching = (watched: Watched, customer: Team['customer'] = 'guest'): DataOf<typeof panel> => ({
  ...make([allergy], { customer }),
  watched,
});
const usual = of(['Waiting', 12], ['Warm food', 7], ['The bill', 0], ['Being greeted', 3]);

/** What the team watches: the showing after the voices. */
export const watched: Record<string, DataOf<typeof panel>> = {
  ordinary: watching({ turn: 14, criticals: usual, ask: 'Was the bill what you expected?' }),
  allHoles: watching({
    turn: 1,
    criticals: of(['Waiting', 0], ['Warm food', 0], ['The bill', 0]),
    ask: 'How long did you wait?',
  }),
  full: watching({
    turn: 3,
    criticals: of(
      ['Waiting', 2],
      ['Food', 7],
      ['Bill', 4],
      ['Greeting', 3],
      ['Noise', 1],
      ['Light', 1],
      ['Parking', 2],
    ),
    ask: null,
  }),
  longest: watching(
    {
      turn: 1234,
      criticals: of(
        ['Rindfleischetikettierungsüberwachungsauf', 12_345],
        ['Arbeitsunfähigkeitsbescheinigungsstelle', 480],
        ['Wartezeit', 31],
        ['Freundlichkeit am Empfang und am Telefon', 0],
        ['Erreichbarkeit der Rechtsschutzabteilung', 4],
        ['Sauberkeit', 2],
        ['Parkplatzbewirtschaftungsgebührenordnung', 0],
      ),
      ask: 'Wie haben Sie die Freundlichkeit der Mitarbeiterinnen und Mitarbeiter am Empfang der Versicherungsgesellschaft erlebt?',
    },
    'colleague',
  ),
  rightToLeft: watching({
    turn: 14,
    criticals: of(['الانتظار', 5], ['الطعام الساخن', 0], ['الترحيب', 2]),
    ask: 'هل وصل طعامكم ساخنًا؟',
  }),
};
