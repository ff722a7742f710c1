import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Layout, Slot, Snapshot } from './events';
import { apply, diff, join, type Picture } from './patch';

const layout = (theme: Layout['theme']): Layout => ({
  profile: 'break-room',
  canvas: { width: 1920, height: 1080, rotation: 0 },
  safeArea: 5,
  scale: 1,
  theme,
  motion: 'full',
  quietHours: null,
  language: 'en',
  timeZone: 'UTC',
  audience: 'staff',
  team: { id: 't', name: 'T' },
  ring: null,
  accent: null,
  logo: null,
  zones: [],
});
const slot = (data: unknown): Slot => ({ panel: 'clock', point: null, data, dwell: 8, plays: 1, news: null });

const pictures = fc.record<Picture>({
  layout: fc.constantFrom('evening' as const, 'dim' as const).map(layout),
  slots: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue().map(slot), { noNullPrototype: true }),
  asOf: fc.constantFrom(null, '2026-11-22T10:00:00Z'),
});
const held = (picture: Picture, n: number): Snapshot => ({
  ...picture,
  board: 'b',
  revision: { epoch: 'e', n },
  now: '2026-11-22T10:00:00Z',
  build: 'x',
});
const picture = ({ layout, slots, asOf }: Snapshot): Picture => ({ layout, slots, asOf });

it('leads from any picture to any other, in one step or joined from several', () => {
  fc.assert(
    fc.property(fc.array(pictures, { minLength: 2, maxLength: 5 }), (steps) => {
      const [first, ...later] = steps as [Picture, ...Picture[]];
      let screen = held(first, 1);
      const differences = [];
      let before = first;
      for (const [index, after] of later.entries()) {
        const found = diff(before, after) ?? { slots: {}, asOf: after.asOf };
        differences.push(found);
        const from = { epoch: 'e', n: index + 1 };
        const to = { epoch: 'e', n: index + 2 };
        screen = apply(screen, { ...found, from, to, now: screen.now }) ?? screen;
        before = after;
      }
      const last = steps.at(-1);
      expect(picture(screen)).toEqual(last);
      const once = apply(held(first, 1), {
        ...join(differences),
        from: { epoch: 'e', n: 1 },
        to: { epoch: 'e', n: steps.length },
        now: screen.now,
      });
      expect(once && picture(once)).toEqual(last);
    }),
  );
});

it('finds nothing between equal pictures', () => {
  fc.assert(
    fc.property(pictures, (one) => {
      expect(diff(one, structuredClone(one))).toBeUndefined();
    }),
  );
});

it('does not start from a revision that the screen does not hold', () => {
  const screen = held({ layout: layout('dim'), slots: {}, asOf: null }, 3);
  const patch = { slots: {}, asOf: null, now: screen.now };
  const to = { epoch: 'e', n: 9 };
  expect(apply(screen, { ...patch, from: { epoch: 'e', n: 2 }, to })).toBeUndefined();
  expect(apply(screen, { ...patch, from: { epoch: 'other', n: 3 }, to })).toBeUndefined();
  expect(apply(screen, { ...patch, from: { epoch: 'e', n: 3 }, to })?.revision).toEqual(to);
});

it('leaves slots that did not change as the objects they were', () => {
  const screen = held({ layout: layout('dim'), slots: { a: slot(1), b: slot(2) }, asOf: null }, 1);
  const next = apply(screen, {
    slots: { b: slot(3) },
    asOf: null,
    now: screen.now,
    from: { epoch: 'e', n: 1 },
    to: { epoch: 'e', n: 2 },
  });
  expect(next?.slots.a).toBe(screen.slots.a);
  expect(next?.slots.b?.data).toBe(3);
});
