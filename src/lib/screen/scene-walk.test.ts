import { describe, expect, it } from 'vitest';
import type { Slot, Snapshot, Zone } from '$lib/protocol/events';
import { Player } from './player.svelte';
import { sceneAfter, sceneOf } from './scene-walk';

const slot = (dwell: number, plays = 1): Slot => ({
  panel: 'clock',
  point: null,
  data: {},
  dwell,
  plays,
  news: null,
});
const slots = { a: slot(10), b: slot(20, 2), c: slot(30) };
const zone = (id: string, ...list: string[]): Zone => ({ id, share: 1, slots: list });
const board = (...zones: Zone[]): Snapshot => ({
  board: 'b',
  revision: { epoch: 'e', n: 1 },
  layout: {
    profile: 'break-room',
    canvas: { width: 1920, height: 1080, rotation: 0 },
    safeArea: 5,
    scale: 1,
    theme: 'evening',
    motion: 'full',
    quietHours: null,
    language: 'en',
    timeZone: 'UTC',
    audience: 'staff',
    team: { id: 't', name: 'Team' },
    ring: null,
    accent: null,
    logo: null,
    zones,
  },
  slots,
  asOf: null,
  now: '2026-11-22T10:00:00Z',
  build: 'this',
});

describe('a walk through the scenes, page by page', () => {
  it('takes them in the order of the loop, their pages too', () => {
    const walked = [0, 1, 2, 3, 4].map((scene) => {
      const { showing } = new Player(zone('main', 'a', 'b', 'c'), slots, undefined, { scene });
      return `${showing?.slot}:${showing?.play}`;
    });
    expect(walked).toEqual(['a:0', 'b:0', 'c:0', 'a:1', 'b:1']);
  });

  it('stays as long as the scene that needs longest', () => {
    expect(sceneAfter(board(zone('main', 'a', 'b', 'c')), 1)).toEqual({ to: '?scene=2', seconds: 20 });
    expect(sceneAfter(board(zone('left', 'a', 'b'), zone('right', 'c')), 0).seconds).toBe(30);
  });

  it('looks again after a while where nothing hangs, or nothing may be shown', () => {
    expect(sceneAfter(board(zone('main')), 4)).toEqual({ to: '?scene=5', seconds: 60 });
    expect(sceneAfter(null, 4)).toEqual({ to: '?', seconds: 60 });
  });

  it('begins anew at last, and wherever it is asked for no scene', () => {
    expect(sceneAfter(board(zone('main', 'a')), 999).to).toBe('?scene=0');
    const asked = (text: string) => sceneOf(new URLSearchParams(text));
    expect(['', 'scene=7', 'scene=1002', 'scene=-1', 'scene=1e9', 'scene=x'].map(asked)).toEqual([
      0, 7, 2, 0, 0, 0,
    ]);
  });
});
