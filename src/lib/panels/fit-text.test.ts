import { describe, expect, test } from 'vitest';
import { textLines } from './text-lines';
import { bearing, cutWords, figureBearing, fitText, pageText, textWidth, tied } from './fit-text';

const box = { width: 100, height: 20, size: 6, floor: 4.4, weight: 600, leading: 1.14 };

describe('fitting text', () => {
  test('a short sentence keeps its full size', () => {
    expect(fitText({ ...box, text: 'Two in three guests would send us a friend.' }).size).toBe(6);
  });

  test('a longer one shrinks and keeps every word', () => {
    const text = 'Two in three guests would gladly send us a friend and tell us so '.repeat(2).trim();
    const fitted = fitText({ ...box, text });
    expect(fitted.size).toBeLessThan(6);
    expect(fitted.size).toBeGreaterThanOrEqual(4.4);
    expect(fitted.text.replace(/\u00a0/g, ' ')).toBe(text);
  });

  test('past the floor whole words go and an ellipsis says so', () => {
    const text = 'word '.repeat(300).trim();
    const fitted = fitText({ ...box, text });
    expect(fitted.size).toBe(4.4);
    expect(fitted.text).toMatch(/^(word )+…$/);
    expect(fitted.text.length).toBeGreaterThan(100);
  });

  test('one long German word makes the size smaller until it fits its line', () => {
    const text = 'Lebensmittelhygieneverordnung';
    const fitted = fitText({ ...box, width: 72, text });
    expect(textWidth(text, 600) * fitted.size).toBeLessThanOrEqual(72);
  });

  test('a word that is too long even for its floor is broken between syllables', () => {
    const text = 'Rechtsschutzversicherungsgesellschaft';
    const fitted = fitText({ ...box, width: 60, size: 4.4, text });
    expect(fitted.cut).toBe(0);
    expect(fitted.text).toContain('Rechts\u00adschutz\u00adver\u00adsi\u00adche');
  });

  test('a piece of a broken word that is wider than the box makes the size smaller', () => {
    const text = 'x\\­xEF\\xBB\\xBF<script>alert(123)';
    const fitted = fitText({ ...box, width: 60, height: 60, size: 9, text });
    for (const piece of fitted.text.split('\u00ad'))
      expect(textWidth(piece, 600) * fitted.size).toBeLessThanOrEqual(60);
  });

  test('a long word without room ends in an ellipsis after a syllable instead of vanishing', () => {
    const text = 'Beim Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz hast du geholfen';
    const fitted = fitText({ ...box, width: 60, height: 11, text });
    expect(fitted.text).toMatch(/^Beim Rind\u00adflei.+\S…$/u);
  });

  test('pages of a long word lose none of it', () => {
    const text = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz '.repeat(3).trim();
    const pages = pageText({ ...box, width: 60, height: 11, text });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('').replace(/[ …]/g, '')).toBe(text.replace(/ /g, ''));
  });

  test('nothing loses no character', () => {
    expect(fitText({ ...box, text: '' })).toEqual({ size: 6, text: '', cut: 0 });
  });

  test('the ellipsis takes the comma before it along', () => {
    expect(cutWords('First, second third', 2)).toBe('First …');
  });

  test('pages hold all the words in order and break at sentences where they can', () => {
    const text = 'The first sentence is of a fair length and ends here. '.repeat(12).trim();
    const pages = pageText({ ...box, text });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join(' ')).toBe(text);
    for (const page of pages) expect(fitText({ ...box, text: page }).cut).toBe(0);
  });

  test('a script without measured widths is estimated, not dropped', () => {
    expect(textWidth('مرحبا بكم')).toBeGreaterThan(3);
    expect(textWidth('ありがとう')).toBeCloseTo(5.5);
  });
});

describe('what belongs together', () => {
  const shown = (text: string) => tied(text).replace(/\u00a0/g, '_');

  test('a figure stays with what it counts', () => {
    expect(shown('No news since 5 November 22:40.')).toBe('No news since 5_November 22:40.');
    expect(shown('In 30 days (1–10 November)')).toBe('In 30_days (1–10_November)');
  });

  test('a sentence does not leave its short first word behind', () => {
    expect(shown('Leave by the back stairs. We meet outside.')).toBe(
      'Leave by the back stairs. We_meet outside.',
    );
  });

  test('a short last word does not stand alone', () => {
    expect(shown('Thank everyone who did it, then go on.')).toBe('Thank everyone who did_it, then go_on.');
    expect(shown('the wait would be.”')).toBe('the wait would be.”');
  });

  test('nothing is tied into a piece that would tear its line', () => {
    expect(shown('Seit 12 Arbeitsunfähigkeitsbescheinigungen')).toBe(
      'Seit 12 Arbeitsunfähigkeitsbescheinigungen',
    );
    expect(fitText({ ...box, width: 36, text: 'am 5 November' }).text).toBe('am 5 November');
  });

  test('tied words are as wide as untied ones', () => {
    expect(textWidth('5\u00a0November')).toBe(textWidth('5 November'));
  });
});

test('a stem is pulled flush by more than a slant, a figure in the middle of its place by more than a wide one', () => {
  expect(bearing('Bo')).toBeGreaterThan(bearing('Ox'));
  expect(bearing('Ox')).toBeGreaterThan(bearing('Tomasz'));
  expect(figureBearing('17')).toBeGreaterThan(figureBearing('87'));
  expect(figureBearing('+62')).toBe(bearing('+62'));
});

describe('texts of every script', () => {
  const box = { width: 40, height: 3.6, size: 3, floor: 2.6, weight: 400, leading: 1.14 };

  test('a long word without syllables is cut among its letters', () => {
    const { text, cut } = fitText({ ...box, text: `from ${'ЖЗИЙКЛМНОПРСТУФХЦЧШЩ'.repeat(3)}` });
    expect(cut).toBeGreaterThan(0);
    expect(text).toMatch(/^from Ж.{6,}…$/u);
  });

  test('what just fits is not set so large that it takes another line', () => {
    const text = 'Wilhelmina';
    for (let width = 20; width < 60; width += 0.37) {
      const { size } = fitText({ ...box, text, width, height: 40, size: 40, floor: 1, weight: 800 });
      expect(textWidth(text, 800) * size).toBeLessThanOrEqual(width);
    }
  });

  test('what is not seen makes a text no narrower', () => {
    expect(textWidth('In\u00advo\u00adking', 800)).toBeCloseTo(textWidth('Invoking', 800));
  });

  test('letters that a TV takes from elsewhere have room', () => {
    for (const text of ['Ж', '⅞', '\u{1d400}', '\u1693', '1\u20e3'])
      expect(textWidth(text, 400), text).toBeGreaterThan(textWidth('n', 400) * 1.3);
  });

  test('no more lines are told than the box holds', () => {
    const text = 'ثم نفس سقطت وبالتحديد،, جزيرتي باستخدام أن دنو. إذ هنا؟ الستا';
    for (let width = 40; width < 110; width += 1)
      for (let height = 30; height < 90; height += 2.3) {
        const { size, lines } = textLines({
          ...{ text, width, height, size: 26, floor: 7, weight: 800, leading: 1.02 },
        });
        if (lines > 1)
          expect(lines * size * 1.02, `${width}, ${height}`).toBeLessThanOrEqual(height + 0.21 * size);
      }
  });
});
