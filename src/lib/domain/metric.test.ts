import { describe, expect, it } from 'vitest';
import { fits, measureOf, readMeasure, scales } from './metric';

describe('a measure', () => {
  it('is a metric and, for a rating, its scale', () => {
    expect(measureOf('nps')).toBe('nps');
    expect(measureOf('rating', { min: 1, max: 10, top: 8 })).toBe('rating:1-10:8');
    expect(() => measureOf('rating')).toThrow(TypeError);
  });

  it('can be read back', () => {
    expect(readMeasure('csat')).toEqual({ metric: 'csat', scale: scales.csat });
    expect(readMeasure('rating:-5-5:3')).toEqual({ metric: 'rating', scale: { min: -5, max: 5, top: 3 } });
    for (const wrong of ['', 'happy', 'rating', 'rating:5-1:3', 'rating:1-5:9', 'toString'])
      expect(readMeasure(wrong)).toBeUndefined();
  });

  it('takes whole values on its scale only', () => {
    expect(fits(0, scales.nps)).toBe(true);
    for (const wrong of [-1, 11, 9.5, NaN, Infinity]) expect(fits(wrong, scales.nps)).toBe(false);
  });
});
