import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { bringingTo, reportOf, type Bringing } from '../../../../../tests/support/bringing';
import type { Actor } from '../../../domain/command';
import { scoreOf } from '../../../domain/score';

const file = readFileSync(
  new URL('../../../../../tests/samples/feedback/nhs-gp-friends-and-family.csv', import.meta.url),
);
const leader: Actor = { as: 'account', id: 'l', name: 'Lin', role: 'leader', teams: ['one'] };

let { store, bring, responses, verbatims } = {} as Bringing;
beforeEach(async () => {
  ({ store, bring, responses, verbatims } = await bringingTo());
});

/** The NHS file read by nobody's code but this: no cell of it holds a comma, quote or line break outside quotes. */
function nhsByHand(): { day: string; surgery: string; rating: string; words: string[] }[] {
  const [, ...lines] = file.toString('utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [time = '', rating = '', free = '', better = '', surgery = ''] = line.split(',');
    return { day: time.slice(0, 10), surgery, rating, words: [free, better].filter(Boolean) };
  });
}

describe('the NHS sample', () => {
  test('comes to one team as its README says, without a question', async () => {
    const outcome = await bring(file, { actor: leader });
    expect(reportOf(outcome)).toMatchObject({
      rows: 3882,
      created: 3863,
      updated: 0,
      ignored: [{ reason: "no-opinion:Don't know", count: 19 }],
      rejected: [],
      metric: 'csat',
      from: nhsByHand()
        .map(({ day }) => day)
        .sort()[0],
      to: nhsByHand()
        .map(({ day }) => day)
        .sort()
        .at(-1),
    });
    const rows = nhsByHand();
    const comments = verbatims();
    expect(comments).toHaveLength(rows.reduce((sum, { words }) => sum + words.length, 0));
    const unsure = rows.filter(({ rating }) => rating === "Don't know");
    expect(comments.filter(({ response }) => response === null)).toHaveLength(
      unsure.reduce((sum, { words }) => sum + words.length, 0),
    );
    expect(unsure.filter(({ words }) => words.length > 0)).toHaveLength(4);
    expect(new Set(comments.map(({ status }) => status))).toEqual(new Set(['waiting']));
  });

  test('comes to eleven teams, each with the score worked out from its rows', async () => {
    const outcome = await bring(file, { mapping: { team: 'surgery' } });
    expect(reportOf(outcome)).toMatchObject({ created: 3863, rejected: [] });
    const rows = nhsByHand();
    const surgeries = [...new Set(rows.map(({ surgery }) => surgery))];
    expect(surgeries).toHaveLength(11);
    const teams = (await store.list('team', {}, { limit: 100 })).records;
    for (const surgery of surgeries) {
      const team = teams.find(({ name }) => name === surgery);
      const own = rows.filter((row) => row.surgery === surgery && row.rating !== "Don't know");
      const satisfied = own.filter(({ rating }) => ['Extremely likely', 'Likely'].includes(rating)).length;
      const tally = await store.tally({
        team: team?.id ?? '',
        measure: 'csat',
        from: '2023-01-01',
        to: '2024-12-31',
      });
      const { score, n } = scoreOf(tally[0]?.rows ?? [], 'csat');
      expect([surgery, n, score?.toFixed(6)]).toEqual([
        surgery,
        own.length,
        ((satisfied / own.length) * 100).toFixed(6),
      ]);
    }
  });

  test('brought again it updates and adds nothing, identical rows included', async () => {
    await bring(file);
    const before = responses();
    const again = await bring(file);
    expect(reportOf(again)).toMatchObject({ created: 0, updated: 3863 });
    expect(responses()).toEqual(before);
  });

  test('looked at only, it says what it would bring and stores nothing', async () => {
    const commits = store.commits.length;
    expect(reportOf(await bring(file, { dryRun: true }))).toMatchObject({
      id: null,
      created: 3863,
      comments: nhsByHand().reduce((sum, { words }) => sum + words.length, 0),
    });
    expect(store.commits).toHaveLength(commits);
  });
});
