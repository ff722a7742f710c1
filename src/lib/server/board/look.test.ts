import { expect, it } from 'vitest';
import type { Team } from '../../domain/records';
import { MemoryStore } from '../../../../tests/support/memory-store';
import { picture, team } from '../../../../tests/support/records';
import { Looks } from './look';

const teamWith = (over: Partial<Team>): Team => ({ ...team(over), version: 1 });

it('a colour is given in the theme of the wall; one like another point’s field is left out', async () => {
  const looks = new Looks(new MemoryStore());
  const violet = teamWith({ accent: { colour: '#6f42c1', replaces: 'feedback' } });
  const [evening, daylight] = [await looks.of(violet, 'evening'), await looks.of(violet, 'daylight')];
  expect(evening.accent?.replaces).toBe('feedback');
  expect(daylight.accent?.colours.signal).toBe(evening.accent?.colours.field);
  const blue = teamWith({ accent: { colour: '#1040c0', replaces: 'thanks' } });
  expect(await looks.of(blue, 'evening')).toEqual({ accent: null, logo: null });
});

it('a logo is there as long as its picture is, and says the team’s name', async () => {
  const store = new MemoryStore();
  const looks = new Looks(store);
  const own = teamWith({ name: 'North desk', logo: 'p1' });
  expect((await looks.of(own, 'evening')).logo).toBeNull();
  await store.commit([
    { put: 'picture', record: picture({ id: 'p1', width: 300, height: 100, tone: 'dark' }) },
  ]);
  expect((await looks.of(own, 'evening')).logo).toEqual({
    src: '/media/p1',
    alt: 'North desk',
    width: 300,
    height: 100,
    tone: 'dark',
  });
});
