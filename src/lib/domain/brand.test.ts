import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionPoints } from './action-point';
import { brandOf, fieldColours, palettes, paletteOf, type Field } from './brand';
import { contrast, distance, eyes, lchOf, ofLch } from './colour';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const anyField = fc.constantFrom<Field>(...actionPoints, 'neutral');
const themes = ['evening', 'dim', 'daylight'] as const;

describe('colours', () => {
  it('contrast is what WCAG says: 21 for black on white, 7.34 for ink on Thanks', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#fffbf2', '#a12409')).toBeCloseTo(7.34, 2);
  });

  it('lightness, chroma and hue lead back to the colour they came from', () => {
    fc.assert(
      fc.property(anyColour, (hex) => {
        expect(distance(ofLch(lchOf(hex)), hex)).toBeLessThan(0.008);
      }),
    );
  });

  it('red and green are nearer to each other without one kind of cone', () => {
    const [red, green] = ['#a12409', '#0a6138'];
    expect(distance(red, green, 'deuteranope')).toBeLessThan(distance(red, green) / 2);
    expect(distance(red, green, 'protanope')).toBeLessThan(distance(red, green) / 2);
  });
});

describe('a brand colour', () => {
  it('whatever it is: every theme of it can be read', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        for (const theme of themes) {
          const { field, mid, ink, signal, plate, modules, deep, ...rest } = fieldColours(
            paletteOf(colour),
            theme,
          );
          expect(contrast(ink, field), `${theme} ink on field`).toBeGreaterThanOrEqual(7);
          expect(contrast(ink, mid), `${theme} ink on mid`).toBeGreaterThanOrEqual(7);
          expect(contrast(signal, field), `${theme} signal on field`).toBeGreaterThanOrEqual(4.5);
          expect(contrast(signal, mid), `${theme} signal on mid`).toBeGreaterThanOrEqual(3);
          expect(contrast(modules, plate), `${theme} code`).toBeGreaterThanOrEqual(7);
          expect(contrast(rest['on-signal'], signal), `${theme} on a disc`).toBeGreaterThanOrEqual(4.5);
          expect(contrast(modules, signal) >= 7 || theme !== 'evening', 'ink on the bright panel').toBe(true);
          expect(contrast(ink, rest.band), `${theme} line on band`).toBeGreaterThanOrEqual(3);
          expect(deep).toMatch(/^#[0-9a-f]{6}$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a small figure on a disc of a point’s signal has 7:1 in every theme', () => {
    for (const point of actionPoints)
      for (const theme of themes) {
        const { signal, 'on-signal': figure } = fieldColours(palettes[point], theme);
        expect(contrast(figure, signal), `${point} ${theme}`).toBeGreaterThanOrEqual(7);
      }
  });

  it('keeps its hue', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { hue, chroma } = lchOf(colour);
        fc.pre(chroma > 0.05);
        const field = lchOf(paletteOf(colour).field);
        fc.pre(field.chroma > 0.03);
        expect(Math.abs(((field.hue - hue + 540) % 360) - 180)).toBeLessThan(4);
      }),
    );
  });

  it('that stands on a field is mistaken for no other point, by no eyes', () => {
    fc.assert(
      fc.property(anyColour, anyField, (colour, replaces) => {
        const brand = brandOf(colour, replaces);
        fc.pre(brand.use === 'field');
        for (const point of actionPoints)
          for (const kind of eyes)
            if (brand.use === 'field' && point !== replaces)
              expect(distance(brand.palette.field, palettes[point].field, kind)).toBeGreaterThanOrEqual(0.05);
      }),
      { numRuns: 200 },
    );
  });

  it('is darkened, lightened or left as it is, and says so', () => {
    expect(brandOf('#ff7a00', 'involve')).toMatchObject({ use: 'field', made: 'darker' });
    expect(brandOf('#2b0005', 'thanks')).toMatchObject({ use: 'field', made: 'lighter' });
    expect(brandOf('#0a43c4', 'feedback')).toMatchObject({ use: 'field', made: null });
  });

  it('too like another point’s field stays with the logo', () => {
    expect(brandOf('#1040c0', 'thanks')).toEqual({ use: 'logo', like: 'feedback', for: 'everyone' });
    expect(brandOf('#1040c0', 'feedback')).toMatchObject({ use: 'field' });
    expect(brandOf('#5a6577', 'focus')).toMatchObject({ use: 'logo', like: 'stale' });
  });

  it('no two of the house’s own palettes would be taken for each other', () => {
    for (const point of actionPoints) {
      const { field } = palettes[point];
      for (const other of actionPoints)
        if (other !== point)
          for (const kind of eyes)
            expect(distance(field, palettes[other].field, kind), `${point} ${other} ${kind}`).toBeGreaterThan(
              0.05,
            );
    }
  });

  it('the house’s palettes are those of the tokens', () => {
    const css = readFileSync('src/tokens.css', 'utf8');
    for (const point of actionPoints)
      for (const [name, hex] of Object.entries(palettes[point]))
        expect(css).toContain(`--${point}-${name}: ${hex};`);
  });
});
