import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from './moderation';
import { cleanText, holdsPhrase, mask, maskPersonal } from './verbatim';

describe('a customer’s words, cleaned', () => {
  it.each([
    ['  You were\n\nkind.\t', 'You were kind.'],
    ['a\u202Eevil\u202C', 'aevil'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['bell\u0007', 'bell'],
    ['👩‍👩‍👧‍👦 loved it', '👩‍👩‍👧‍👦 loved it'],
    ['می‌خواهم', 'می‌خواهم'],
    ['a\u200D b', 'a b'],
  ])('%j reads %j', (text, clean) => {
    expect(cleanText(text, 400)).toBe(clean);
  });

  it('a letter carries at most three marks', () => {
    expect(
      cleanText('Z' + '\u0335\u0336\u0337\u0338\u0321'.repeat(5), 400).normalize('NFD').length,
    ).toBeLessThanOrEqual(4);
  });

  it('is cut where people count characters, never inside one', () => {
    expect(cleanText('👨‍👩‍👧'.repeat(500), 400)).toBe('👨‍👩‍👧'.repeat(400));
  });

  it('never leaves anything that hides, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const clean = cleanText(text, 60);
        expect(clean).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u);
        expect(clean).toBe(clean.trim());
        expect(cleanText(clean, 60)).toBe(clean);
      }),
    );
  });
});

describe('personal data', () => {
  it.each([
    ['Write to ann.lee+menu@example.co.uk please', `Write to ${mask} please`],
    ['ann (at) example (dot) com', mask],
    ['Call 020 7946 0123.', `Call ${mask}.`],
    ['Call +44 (0)20 7946-0123 today', `Call ${mask} today`],
    ['My card 4111 1111 1111 1111 was charged twice', `My card ${mask} was charged twice`],
  ])('is masked in %j', (text, safe) => {
    expect(maskPersonal(text)).toEqual({ text: safe, masked: true });
  });

  it.each([
    'Table 12 waited 45 minutes',
    'We came on 2026-11-22 at 19:30',
    'Since 12/05/2026 it is better',
    'Paid 12,500.00 for 2',
  ])('is not seen in %j', (text) => {
    expect(maskPersonal(text)).toEqual({ text, masked: false });
  });
});

describe('a look before it hangs', () => {
  it.each([
    ['The soup was hot and the waiter kind.', []],
    ['Look at www.example.com now', ['link']],
    ['WORST SERVICE I HAVE EVER SEEN', ['shouting']],
    [`Call me: ${mask}`, ['masked']],
    ['!!! ???', ['wordless']],
    ['goooooooooood', ['repeated']],
    ['what the fuck', ['profane']],
    ['I live in Scunthorpe and love it', []],
  ])('%j: %j', (text, reasons) => {
    expect(judge(text)).toEqual({ clean: reasons.length === 0, reasons });
  });
});

it('a phrase in colour stands in the words as they are', () => {
  expect(holdsPhrase('You remembered before I said a word.', 'before I said')).toBe(true);
  expect(holdsPhrase('You remembered.', 'forgot')).toBe(false);
  expect(holdsPhrase('You remembered.', ' ')).toBe(false);
});
