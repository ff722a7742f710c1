import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { PlaylistItem } from '../../domain/playlist';
import { compose, entriesOf, type Scenery } from './compose';
import type { LoadedPanel, Panels } from './panels';
import { readProfile } from './profiles';

const now = new Date('2026-11-22T10:00:00Z');

const profileOf = (name: string) => {
  const read = readProfile(`${name}.json`, readFileSync(`display-profiles/${name}.json`, 'utf8'));
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  return read.profile;
};
const scenery = (name = 'break-room'): Scenery => ({
  profile: profileOf(name),
  team: { id: 'north', name: 'North desk' },
  look: { accent: null, logo: null },
  theme: 'evening',
  language: 'en',
  timeZone: 'Europe/London',
  audience: 'staff',
  pin: null,
  standing: null,
});
const panel = (kind: string, over: Partial<LoadedPanel> = {}): LoadedPanel => ({
  kind,
  point: null,
  audiences: ['staff', 'customers'],
  options: v.object({ from: v.optional(v.string()) }),
  needs: () => ({ team: { ask: 'team' } }),
  select: () => ({ kind }),
  words: () => 9,
  ...over,
});
const panels = (...list: LoadedPanel[]): Panels => new Map(list.map((one) => [one.kind, one]));
const item = (id: string, kind: string, over: Partial<PlaylistItem> = {}): PlaylistItem => ({
  id,
  panel: kind,
  options: {},
  dwell: null,
  ...over,
});
const composed = (list: PlaylistItem[], known: Panels, where = scenery(), at = now) => {
  const entries = entriesOf(list, where.audience, known);
  return compose(where, entries, new Map(entries.map((entry) => [entry.item.id, {}])), at);
};

describe('composing a board', () => {
  it('keeps playlist order and leaves out what has nothing to show', () => {
    const known = panels(
      panel('clock'),
      panel('focus-goal', { select: () => undefined }),
      panel('announcement'),
    );
    const { slots, layout } = composed(
      [item('a', 'announcement'), item('g', 'focus-goal'), item('c', 'clock')],
      known,
    );
    expect(Object.keys(slots)).toEqual(['a', 'c']);
    expect(layout.zones).toEqual([{ id: 'main', share: 1, slots: ['a', 'c'] }]);
  });

  it('gives each panel of an upright wall the zone that it suits', () => {
    const known = panels(panel('how-are-we-doing'), panel('shout-outs'), panel('focus-goal'), panel('clock'));
    const list = ['clock', 'focus-goal', 'shout-outs', 'how-are-we-doing'].map((kind) => item(kind, kind));
    const { zones } = composed(list, known, scenery('portrait')).layout;
    expect(zones.map(({ slots }) => slots)).toEqual([
      ['how-are-we-doing'],
      ['shout-outs'],
      ['clock', 'focus-goal'],
    ]);
  });

  it('tells the screen which zones share a part of the wall', () => {
    const known = panels(panel('how-are-we-doing'), panel('shout-outs'), panel('focus-goal'));
    const list = ['focus-goal', 'shout-outs', 'how-are-we-doing'].map((kind) => item(kind, kind));
    const split = { id: 'side', share: 38 };
    expect(composed(list, known, scenery('huddle-board')).layout.zones).toEqual([
      { id: 'score', share: 62, slots: ['how-are-we-doing'] },
      { id: 'people', share: 50, split, slots: ['shout-outs'] },
      { id: 'goal', share: 50, split, slots: ['focus-goal'] },
    ]);
  });

  it('shows an item in its hours only, and looks again when they begin or end', () => {
    const known = panels(panel('clock'));
    const lunch = [item('c', 'clock', { from: '12:00', to: '14:00' })];
    const before = composed(lunch, known);
    expect([Object.keys(before.slots), before.lookAgain]).toEqual([[], new Date('2026-11-22T12:00:00Z')]);
    const during = composed(lunch, known, scenery(), new Date('2026-11-22T12:00:00Z'));
    expect([Object.keys(during.slots), during.lookAgain]).toEqual([['c'], new Date('2026-11-22T14:00:00Z')]);
  });

  it('shows an item on its weekdays only, by the wall’s own clock', () => {
    const known = panels(panel('clock'));
    const sundays = [item('c', 'clock', { days: [7], from: '09:00', to: '12:00' })];
    const at = (iso: string, timeZone: string) =>
      Object.keys(composed(sundays, known, { ...scenery(), timeZone }, new Date(iso)).slots);
    // One moment, two walls: 10:00 on Sunday in London, 23:00 in Auckland.
    expect(at('2026-11-22T10:00:00Z', 'Europe/London')).toEqual(['c']);
    expect(at('2026-11-22T10:00:00Z', 'Pacific/Auckland')).toEqual([]);
    expect(at('2026-11-21T21:00:00Z', 'Pacific/Auckland')).toEqual(['c']);
    expect(at('2026-11-23T10:00:00Z', 'Europe/London')).toEqual([]);
  });

  it('keeps dayparts by the wall’s clock through both clock changes', () => {
    const known = panels(panel('clock'));
    const morning = [item('c', 'clock', { from: '06:00', to: '10:00' })];
    const nextAt = (iso: string) =>
      composed(morning, known, scenery(), new Date(iso)).lookAgain?.toISOString();
    expect(nextAt('2026-03-28T12:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(nextAt('2026-10-24T12:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
  });

  it('gives a scene the time that its words need: eight seconds and a third for each', () => {
    expect(composed([item('c', 'clock')], panels(panel('clock', { words: () => 30 }))).slots.c?.dwell).toBe(
      18,
    );
  });

  it('hands on all news of a slot that may break in', () => {
    const earlierNews = () => [{ id: 'one', play: 1 }];
    const known = panels(panel('clock', { news: () => ({ id: 'two', play: 0 }), earlierNews }));
    expect(composed([item('c', 'clock')], known).slots.c).toMatchObject({
      news: { id: 'two' },
      earlierNews: [{ id: 'one' }],
    });
  });

  it('looks again at the earliest moment that any panel names', () => {
    const at = (iso: string) => ({ lookAgain: () => new Date(iso) });
    const known = panels(
      panel('clock', at('2026-11-22T15:00:00Z')),
      panel('announcement', at('2026-11-22T11:00:00Z')),
    );
    const { lookAgain } = composed([item('c', 'clock'), item('a', 'announcement')], known);
    expect(lookAgain).toEqual(new Date('2026-11-22T11:00:00Z'));
  });

  it('goes on without a panel that fails, and reports it', () => {
    const boom = () => {
      throw new Error('boom');
    };
    const { slots, failed } = composed(
      [item('b', 'clock'), item('a', 'announcement')],
      panels(panel('clock', { select: boom }), panel('announcement')),
    );
    expect(Object.keys(slots)).toEqual(['a']);
    expect(failed).toMatchObject([{ item: 'b', panel: 'clock' }]);
  });

  it('leaves out unknown panels, wrong options and what is not for this audience', () => {
    const known = panels(panel('clock'), panel('shout-outs', { audiences: ['staff'] }));
    const list = [
      item('x', 'no-such'),
      item('o', 'clock', { options: { from: 7 } }),
      item('s', 'shout-outs'),
    ];
    expect(entriesOf(list, 'customers', known)).toEqual([]);
  });

  it('hangs what comes with a panel right after it, at its hours, unless the playlist names it', () => {
    const known = panels(
      panel('clock'),
      panel('focus-goal'),
      panel('celebration', { audiences: ['staff'], comesWith: ['focus-goal'] }),
    );
    const list = [item('g', 'focus-goal', { days: [1], from: '09:00' }), item('c', 'clock')];
    const hung = (playlist: PlaylistItem[], audience: 'staff' | 'customers' = 'staff') =>
      entriesOf(playlist, audience, known).map(({ item }) => item);
    expect(hung(list)).toMatchObject([
      { id: 'g' },
      { id: 'g:celebration', panel: 'celebration', options: {}, days: [1], from: '09:00' },
      { id: 'c' },
    ]);
    expect(hung([...list, item('own', 'celebration')]).map(({ id }) => id)).toEqual(['g', 'c', 'own']);
    expect(hung([item('c', 'clock')]).map(({ id }) => id)).toEqual(['c']);
    expect(hung(list, 'customers').map(({ id }) => id)).toEqual(['g', 'c']);
  });

  it('marks what people wrote, so that a wall without a link can drop it', () => {
    const words = { ask: 'newest', kind: 'verbatim', status: 'approved', limit: 5 } as const;
    const known = panels(panel('customers-voices', { needs: () => ({ words }) }), panel('clock'));
    const { slots } = composed([item('v', 'customers-voices'), item('c', 'clock')], known);
    expect([slots.v?.personal, slots.c?.personal]).toEqual([true, undefined]);
  });

  it('gives a leader the last word on how long a scene hangs', () => {
    expect(composed([item('c', 'clock', { dwell: 25 })], panels(panel('clock'))).slots.c?.dwell).toBe(25);
  });
});
