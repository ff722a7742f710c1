import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Picture, Story } from '../../domain/hung';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const team = exampleTeam({ id: 'kitchen' });

const envelope = { team: 'kitchen', batch: null, version: 1 };
const story = (at: string, more: Partial<Story> = {}): Story => ({
  ...envelope,
  id: `story-${at}`,
  at,
  status: 'published',
  words: 'The lost bear flew home.',
  picture: 'bear',
  about: 'Priya',
  consent: { by: 'Priya', at },
  ...more,
});
const bear: Picture = {
  ...envelope,
  id: 'bear',
  at: '2026-11-22T14:00:00Z',
  status: 'kept',
  width: 1200,
  height: 900,
  bytes: 90_000,
  alt: 'A bear with a label',
  people: false,
  tone: 'mixed',
};

const select = (stories: Story[], pictures = [bear]) =>
  panel.select({ team, stories, pictures }, options, now);

it('shows the newest of the last fourteen local days, one a play, each with its picture', () => {
  const data = select([
    story('2026-11-22T14:00:00Z'),
    story('2026-11-09T00:00:00Z', { picture: null }),
    story('2026-11-08T23:59:00Z'),
  ]);
  expect(data?.stories.map(({ at }) => at)).toEqual(['2026-11-22T14:00:00Z', '2026-11-09T00:00:00Z']);
  expect(data?.stories[0]?.picture).toEqual({ src: '/media/bear', alt: 'A bear with a label', ratio: 1.33 });
  expect(data && panel.plays?.(data)).toBe(2);
  expect(data && panel.pictures?.(data)).toEqual(['/media/bear', '']);
  expect(v.is(panel.data, data)).toBe(true);
});

it('is skipped when nothing was told lately', () => {
  expect(select([])).toBeUndefined();
  expect(select([story('2026-11-01T12:00:00Z')])).toBeUndefined();
});

it('goes without a picture that was erased', () => {
  expect(select([story('2026-11-22T14:00:00Z')], [])?.stories[0]?.picture).toBeNull();
});

it('tells the wall nothing of who agreed', () => {
  expect(
    JSON.stringify(select([story('2026-11-22T14:00:00Z', { consent: { by: 'Her mother', at: '' } })])),
  ).not.toContain('mother');
});

it('breaks in with a story of the last ten minutes and with no older one', () => {
  const newsAt = (at: string) => {
    const data = select([story(at)]);
    return data && panel.news?.(data, now);
  };
  expect(newsAt('2026-11-22T14:00:01Z')).toEqual({ id: 'story-2026-11-22T14:00:01Z', play: 0 });
  expect(newsAt('2026-11-22T14:00:00Z')).toBeUndefined();
});

it('names what was told shortly before the newest, so that two at once both break in', () => {
  const data = select(['2026-11-22T14:09:00Z', '2026-11-22T14:08:59Z'].map((at) => story(at)));
  expect(data && panel.earlierNews?.(data, now)).toEqual([{ id: 'story-2026-11-22T14:08:59Z', play: 1 }]);
});

it('looks again when news gets old and when the day comes on which a story falls out', () => {
  const facts = {
    team,
    stories: [story('2026-11-22T14:05:00Z'), story('2026-11-09T09:00:00Z')],
    pictures: [],
  };
  expect(panel.lookAgain?.(facts, options, now)).toEqual(new Date('2026-11-22T14:15:00Z'));
  expect(panel.lookAgain?.(facts, options, new Date('2026-11-22T20:00:00Z'))).toEqual(
    new Date('2026-11-23T00:00:00Z'),
  );
});

it('gives a picture the time to be looked at', () => {
  const [one, other] = [select([story('2026-11-22T14:00:00Z')]), select([story('2026-11-22T14:00:00Z')], [])];
  expect(one && other && panel.words(one) - panel.words(other)).toBe(8);
});
