import { describe, expect, it } from 'vitest';
import type { PlaylistItem } from '$lib/domain/playlist';
import { itemIn, moved, ordered } from './playlist-form';

const item = (id: string): PlaylistItem => ({ id, panel: 'clock', options: {}, dwell: null });
const list = [item('a'), item('b'), item('c')];
const ids = (items: PlaylistItem[]) => items.map(({ id }) => id).join('');

describe('the order of a playlist', () => {
  it('is the one that was dragged', () => {
    expect(ids(ordered(list, { order: 'c a b' }))).toBe('cab');
  });

  it('moves one item a step by its button, and never off either end', () => {
    expect(ids(ordered(list, { order: 'a b c', up: 'c' }))).toBe('acb');
    expect(ids(ordered(list, { order: 'a b c', down: 'a' }))).toBe('bac');
    expect(ids(ordered(list, { order: 'a b c', up: 'a' }))).toBe('abc');
    expect(ids(ordered(list, { down: 'c' }))).toBe('abc');
  });

  it('keeps items that an older page did not know', () => {
    expect(ids(ordered(list, { order: 'b a' }))).toBe('bac');
  });

  it('is not touched by a move to nowhere', () => {
    expect(moved(['a', 'b'], 0, 5)).toEqual(['a', 'b']);
  });
});

describe('one item', () => {
  it('takes its options by kind and gives an emptied one back to the panel', () => {
    const before = { ...item('a'), options: { days: 7, most: 3, loud: true } };
    const typed = {
      'kind-days': 'number',
      'option-days': '14',
      'kind-most': 'number',
      'option-most': ' ',
      'kind-loud': 'switch',
    };
    expect(itemIn(before, 20, typed)).toEqual({ ...before, dwell: 20, options: { days: 14, loud: false } });
  });

  it('is on at the days and times that are chosen, every day where all or none are', () => {
    expect(itemIn(item('a'), null, { 'day-1': 'on', 'day-7': 'on', from: '08:00', to: '12:00' })).toEqual({
      ...item('a'),
      days: [1, 7],
      from: '08:00',
      to: '12:00',
    });
    const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`day-${day}`, 'on']));
    expect(itemIn({ ...item('a'), days: [2] }, null, everyDay)).toEqual(item('a'));
  });
});
