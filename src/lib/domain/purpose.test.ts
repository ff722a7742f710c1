import { describe, expect, it } from 'vitest';
import { balanceOf, type Purpose } from './purpose';

const purposeOf = (panel: string) =>
  (({ voices: 'customer-focus', thanks: 'appreciation', praise: 'recognition' }) as Record<string, Purpose>)[
    panel
  ] ?? null;

describe('the balance of the four purposes', () => {
  it('shares the time between them and names those with less than a tenth', () => {
    const shares = balanceOf(
      [
        { panel: 'voices', seconds: 50 },
        { panel: 'voices', seconds: 10 },
        { panel: 'thanks', seconds: 35 },
        { panel: 'praise', seconds: 5 },
        { panel: 'clock', seconds: 900 },
      ],
      purposeOf,
    );
    expect(shares).toEqual([
      { purpose: 'customer-focus', seconds: 60, share: 0.6, neglected: false },
      { purpose: 'appreciation', seconds: 35, share: 0.35, neglected: false },
      { purpose: 'recognition', seconds: 5, share: 0.05, neglected: true },
      { purpose: 'relationships', seconds: 0, share: 0, neglected: true },
    ]);
  });

  it('is unknown while no card was shown', () => {
    expect(balanceOf([], purposeOf)).toBeUndefined();
    expect(balanceOf([{ panel: 'clock', seconds: 900 }], purposeOf)).toBeUndefined();
  });
});
