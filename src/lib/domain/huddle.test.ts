import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  huddleStand,
  huddleSteps,
  brainstormAgenda,
  isBrainstorm,
  isKickOff,
  kickOffAgenda,
  longestHuddle,
  planOf,
  pointOf,
  usualAgenda,
  withChampions,
  type Timed,
} from './huddle';

const start = '2026-11-22T14:00:00.000Z';
const huddle = (over: Partial<Timed> = {}): Timed => ({
  at: start,
  agenda: [...usualAgenda],
  step: 0,
  since: start,
  extra: 0,
  ended: null,
  ...over,
});
const after = (seconds: number, from = start) => new Date(Date.parse(from) + 1000 * seconds);
const shown = (of: Timed, seconds: number) => {
  const { step, left, total, over } = huddleStand(of, after(seconds));
  return over ? ['over', step, left, total] : [of.agenda[step]?.step, left, total];
};

it('takes three minutes unless the team says otherwise', () => {
  expect(planOf({}).agenda.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(180);
  expect(planOf({}).agenda.map(({ step }) => step)).toEqual([...huddleSteps]);
});

describe('the clock of a huddle', () => {
  it.each([
    ['at its beginning', 0, ['how', 25, 180]],
    ['in the first step', 10.2, ['how', 15, 170]],
    ['when that is over: the next begins by itself', 25, ['comment', 35, 155]],
    ['in the third', 100, ['decide', 20, 80]],
    ['a moment before its end', 179.9, ['thank', 1, 1]],
    ['at its end', 180, ['over', 4, 0, 0]],
    ['a day later, with nobody there', 86_400, ['over', 4, 0, 0]],
    ['on a clock that is behind', -40, ['how', 25, 180]],
  ])('%s', (_, seconds, stand) => {
    expect(shown(huddle(), seconds)).toEqual(stand);
  });

  it('begins a step anew where it was sent back, and gives the time that was added', () => {
    const back = huddle({ step: 1, since: after(70).toISOString(), extra: 30 });
    expect(shown(back, 70)).toEqual(['comment', 65, 185]);
    expect(shown(back, 140)).toEqual(['decide', 55, 115]);
    expect(shown(back, 255)).toEqual(['over', 4, 0, 0]);
  });

  it('ends when somebody ended it, and after half an hour in any case', () => {
    expect(shown(huddle({ ended: after(50).toISOString() }), 50)).toEqual(['over', 1, 0, 0]);
    const late = huddle({ step: 2, since: after(longestHuddle - 20).toISOString() });
    expect(shown(late, longestHuddle - 20)).toEqual(['decide', 20, 20]);
    expect(shown(late, longestHuddle)).toEqual(['over', 2, 0, 0]);
  });

  it.each([
    ['over the night on which clocks go forward', '2026-03-29T00:59:30.000Z'],
    ['over the night on which clocks go back', '2026-10-25T00:59:30.000Z'],
    ['over midnight in London', '2026-07-01T22:58:30.000Z'],
    ['over New Year', '2026-12-31T23:59:00.000Z'],
  ])('runs the same %s', (_, at) => {
    const moved = huddle({ at, since: at });
    for (let second = 0; second <= 200; second += 5) {
      const { ends: _ends, ...there } = huddleStand(moved, after(second, at));
      const { ends: _usual, ...usual } = huddleStand(huddle(), after(second));
      expect(there).toEqual(usual);
    }
  });

  const agendas = fc.uniqueArray(
    fc.record({ step: fc.constantFrom(...huddleSteps), seconds: fc.integer({ min: 10, max: 900 }) }),
    { minLength: 1, selector: ({ step }) => step },
  );
  const huddles = agendas.chain((agenda) =>
    fc
      .record({
        step: fc.integer({ min: 0, max: agenda.length - 1 }),
        sent: fc.integer({ min: 0, max: longestHuddle }),
        extra: fc.constantFrom(0, 30, 90),
        ended: fc.option(fc.integer({ min: 0, max: longestHuddle }), { nil: null }),
      })
      .map(({ step, sent, extra, ended }) =>
        huddle({
          agenda,
          step,
          since: after(sent).toISOString(),
          extra,
          ended: ended === null ? null : after(Math.max(sent, ended)).toISOString(),
        }),
      ),
  );

  it('only goes on: a step never comes back, time never grows, and once over it stays over', () => {
    fc.assert(
      fc.property(
        huddles,
        fc.array(fc.integer({ min: 0, max: 2 * longestHuddle }), { minLength: 2 }),
        (of, at) => {
          const stands = [...at]
            .sort((a, b) => a - b)
            .map((second) => huddleStand(of, new Date(Date.parse(of.since) + 1000 * second)));
          for (const [index, stand] of stands.entries()) {
            const before = stands[index - 1];
            expect(stand.left).toBeGreaterThanOrEqual(0);
            expect(stand.left).toBeLessThanOrEqual(stand.total);
            expect(stand.part).toBeGreaterThanOrEqual(0);
            expect(stand.part).toBeLessThanOrEqual(1);
            expect(stand.over).toBe(stand.total === 0);
            expect(stand.ends.getTime()).toBeLessThanOrEqual(Date.parse(of.at) + 1000 * longestHuddle);
            if (!before) continue;
            expect(stand.ends).toEqual(before.ends);
            expect(stand.step).toBeGreaterThanOrEqual(before.step);
            expect(stand.total).toBeLessThanOrEqual(before.total);
          }
        },
      ),
    );
  });

  it('gives each step its time, one after the other, and no second is lost between them', () => {
    fc.assert(
      fc.property(agendas, (agenda) => {
        const of = huddle({ agenda });
        let passed = 0;
        for (const [index, { seconds }] of agenda.entries()) {
          if (passed + seconds > longestHuddle) return;
          expect(huddleStand(of, after(passed))).toMatchObject({ step: index, left: seconds });
          passed += seconds;
        }
        expect(huddleStand(of, after(passed - 0.001)).over).toBe(false);
        expect(huddleStand(of, after(passed)).over).toBe(true);
      }),
    );
  });
});

it('lets champions speak before anything is decided, else at the end', () => {
  const steps = (agenda: Parameters<typeof withChampions>[0]) =>
    withChampions(agenda).map(({ step }) => step);
  expect(steps(usualAgenda)).toEqual(['how', 'comment', 'champions', 'decide', 'who', 'thank']);
  expect(steps([{ step: 'who', seconds: 40 }])).toEqual(['champions', 'who']);
  expect(steps([{ step: 'thank', seconds: 40 }])).toEqual(['thank', 'champions']);
});

it('tells an ordinary huddle from a kick-off, and on whose field each of their steps stands', () => {
  expect(isKickOff(withChampions(usualAgenda))).toBe(false);
  expect(isKickOff(kickOffAgenda)).toBe(true);
  expect([usualAgenda, kickOffAgenda, brainstormAgenda].map((agenda) => isBrainstorm(agenda))).toEqual([
    false,
    false,
    true,
  ]);
  expect(isKickOff(brainstormAgenda)).toBe(false);
  const points = (agenda: typeof usualAgenda) => agenda.map(({ step }) => pointOf(step));
  const [feedback, focus] = ['feedback', 'focus'];
  expect(points(withChampions(usualAgenda))).toEqual([feedback, feedback, feedback, focus, focus, 'thanks']);
  expect(points(kickOffAgenda)).toEqual(['involve', focus, focus, focus, 'involve']);
  expect(points([...brainstormAgenda])).toEqual(['involve', focus, focus, focus]);
});
