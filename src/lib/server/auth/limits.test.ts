import { expect, it } from 'vitest';
import { createLimits } from './limits';

it('“I asked” counts as often as one phone can have asked, and one address; another phone is not held back', async () => {
  const limits = createLimits();
  const tap = async (mark: string, address = '10.0.0.1') => (await limits.admitsAsked(mark, address)).ok;
  const taps = async (mark: string, times: number, address?: string) => {
    let counted = 0;
    for (let at = 0; at < times; at += 1) if (await tap(mark, address)) counted += 1;
    return counted;
  };
  expect(await taps('one', 25)).toBe(20);
  expect(await tap('two')).toBe(true);
  // Fresh tickets from one address do not go on for ever.
  let all = 0;
  for (let at = 0; at < 20; at += 1) all += await taps(`more ${at}`, 20);
  expect(all).toBe(200 - 21);
  expect(await tap('elsewhere', '10.0.0.2')).toBe(true);
});
