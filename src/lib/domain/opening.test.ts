import { describe, expect, it } from 'vitest';
import { isQuiet, quietHoursOf } from './opening';

const night = { from: '22:00', to: '06:00' };

describe('opening hours', () => {
  it('end where quiet hours begin, over midnight too, in the wall’s own zone', () => {
    const at = (moment: string, zone = 'Europe/Berlin') => isQuiet(night, new Date(moment), zone);
    expect(at('2026-11-22T20:59:00Z')).toBe(false);
    expect(at('2026-11-22T21:00:00Z')).toBe(true);
    expect(at('2026-11-23T04:59:00Z')).toBe(true);
    expect(at('2026-11-23T05:00:00Z')).toBe(false);
    expect(at('2026-11-22T21:00:00Z', 'America/New_York')).toBe(false);
    expect(isQuiet(null, new Date('2026-11-22T21:00:00Z'), 'UTC')).toBe(false);
  });

  it('are the display’s own before its profile’s', () => {
    const profile = { quietHours: night };
    expect(quietHoursOf({}, profile)).toEqual(night);
    expect(quietHoursOf({ quietHours: null }, profile)).toEqual(night);
    expect(quietHoursOf({ quietHours: 'never' }, profile)).toBeNull();
    expect(quietHoursOf({ quietHours: { from: '20:00', to: '08:00' } }, profile)?.from).toBe('20:00');
    expect(quietHoursOf({}, undefined)).toBeNull();
  });
});
