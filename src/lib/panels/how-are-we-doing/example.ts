import * as v from 'valibot';
import { exampleAnswers, exampleNow, examplePlace, exampleTeam } from '../example-facts';
import type { Answers } from '../needs';
import type { Question, Team } from '../../domain/records';
import type { DataOf } from '../panel';
import { panel } from './panel';

/** `total` answers of these shares spread over `days` days that end `ago` days before the newest. */
function spread(
  total: Record<number, number>,
  days: number,
  ago = 0,
): (back: number) => Record<number, number> {
  return (back) => {
    const i = back - ago;
    if (i < 0 || i >= days) return {};
    const of = (count: number) => Math.floor(((i + 1) * count) / days) - Math.floor((i * count) / days);
    return Object.fromEntries(Object.entries(total).map(([value, count]) => [value, of(count)]));
  };
}

const both =
  (...shapes: ((back: number) => Record<number, number>)[]) =>
  (back: number) =>
    shapes.reduce<Record<number, number>>((all, shape) => ({ ...all, ...shape(back) }), {});

const asked = (text: string): Question => ({
  id: 'question',
  team: 'harbour-kitchen',
  at: '2026-09-01T09:00:00Z',
  status: 'live',
  batch: null,
  version: 1,
  text,
  metric: 'nps',
  scale: null,
});

const make = (
  answers: Answers[],
  options: v.InferInput<typeof panel.options> = {},
  team: Partial<Team> = {},
  questions: Question[] = [],
): DataOf<typeof panel> => {
  const data = panel.select(
    { team: exampleTeam(team), place: examplePlace(), answers, questions },
    v.parse(panel.options, options),
    exampleNow,
  );
  if (!data) throw new Error('this panel always has something to show');
  return data;
};

const gladNow = { 0: 1, 3: 1, 5: 2, 6: 3, 7: 12, 8: 19, 9: 28, 10: 52 };
const before = { 0: 3, 2: 1, 3: 2, 4: 1, 5: 5, 6: 6, 7: 20, 8: 22, 9: 22, 10: 30 };
const months = both(spread(gladNow, 30), spread(before, 30, 30), spread({ ...before, 10: 24, 5: 8 }, 60, 60));
const ordinary = exampleAnswers('nps', 120, months);

export const examples: Record<string, DataOf<typeof panel>> = {
  ordinary: make([ordinary]),
  empty: make([]),
  'empty with a long question': make([], {}, {}, [
    asked(
      'Would you come back to us for a family celebration, and would you bring those who matter most to you?',
    ),
  ]),
  few: make([exampleAnswers('nps', 10, spread({ 8: 1, 10: 2 }, 10))]),
  stale: make([exampleAnswers('nps', 120, months, '2026-11-05', '22:40:00Z')]),
  'stale since long': make([exampleAnswers('nps', 120, months, '2026-04-30', '22:40:00Z')]),
  'not clear': make([
    exampleAnswers(
      'nps',
      60,
      both(
        spread({ 3: 4, 6: 5, 7: 9, 8: 8, 9: 12, 10: 10 }, 30),
        spread({ 2: 4, 6: 4, 7: 9, 8: 8, 9: 9, 10: 9 }, 30, 30),
      ),
    ),
  ]),
  worse: make([
    exampleAnswers(
      'nps',
      60,
      both(
        spread({ 0: 44, 1: 9, 2: 14, 3: 16, 4: 12, 5: 21, 6: 25, 7: 12, 8: 9, 9: 4, 10: 6 }, 30),
        spread(gladNow, 30, 30),
      ),
    ),
  ]),
  'one item': make([exampleAnswers('nps', 3, spread({ 9: 1 }, 3))], {}, { minimumN: 1 }),
  'many items': make([
    exampleAnswers(
      'nps',
      90,
      both(
        spread({ 0: 90, 1: 30, 2: 40, 3: 60, 4: 70, 5: 160, 6: 210, 7: 600, 8: 900, 9: 1400, 10: 2100 }, 30),
        spread(before, 30, 30),
      ),
    ),
  ]),
  longest: make(
    [exampleAnswers('csat', 60, spread({ 1: 3, 2: 4, 3: 9, 4: 30, 5: 54 }, 30))],
    {
      sentence:
        'Unsere Gäste loben die Geschwindigkeitsverbesserungen beim Mittagstisch und die Lebensmittelunverträglichkeitskarte, die ihr gebaut habt.',
    },
    { name: 'Gemeinschaftsverpflegungsbetrieb Nordhafenkai Zwei' },
  ),
  'right-to-left': make(
    [ordinary],
    { sentence: 'ضيوفنا أسعد مما كانوا عليه في سبتمبر: اثنان من كل ثلاثة سيوصون بنا صديقًا.' },
    { name: 'مطبخ الميناء' },
  ),
  csat: make([
    exampleAnswers(
      'csat',
      60,
      both(
        spread({ 1: 3, 2: 4, 3: 9, 4: 31, 5: 73 }, 30),
        spread({ 1: 9, 2: 8, 3: 20, 4: 31, 5: 33 }, 30, 30),
      ),
    ),
  ]),
  'smileys below 100': make(
    [exampleAnswers('smiley4', 30, spread({ 0: 1, 1: 5, 2: 14, 3: 20 }, 30))],
    {},
    { customer: 'patient' },
  ),
  smileys: make(
    [exampleAnswers('smiley5', 30, spread({ 0: 6, 1: 5, 2: 14, 3: 60, 4: 92 }, 30))],
    {},
    { customer: 'resident' },
  ),
  effort: make(
    [
      exampleAnswers(
        'ces',
        60,
        both(
          spread({ 1: 2, 2: 1, 3: 6, 4: 9, 5: 22, 6: 31, 7: 26 }, 30),
          spread({ 1: 4, 2: 9, 3: 12, 4: 14, 5: 20, 6: 22, 7: 14 }, 30, 30),
        ),
      ),
    ],
    {},
    { customer: 'caller' },
  ),
  rating: make([
    exampleAnswers('rating:1-10:8', 30, spread({ 1: 1, 4: 2, 6: 9, 7: 15, 8: 42, 9: 33, 10: 25 }, 30)),
  ]),
  'all zero': make([exampleAnswers('nps', 30, spread({ 0: 60 }, 30))]),
};
