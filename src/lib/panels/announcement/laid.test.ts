import { expect, it } from 'vitest';
import { inLines, laid } from './laid';

const spans = inLines([
  [{ text: 'Come ' }, { text: 'hungry', bold: true }, { text: ' today.' }],
  [{ text: '• Bring all.' }],
]);

it('sets the words of a fitted text as they were meant', () => {
  expect(laid('Come hungry today.\n• Bring all.', spans)).toEqual(spans);
});

it('keeps soft hyphens inside their words', () => {
  expect(laid('Come hun\u00adgry today.\n• Bring all.', spans)[1]).toEqual({
    text: 'hun\u00adgry',
    bold: true,
  });
});

it('ends where the text was cut', () => {
  const shown = laid('Come hungry …', spans);
  expect(shown.map(({ text }) => text).join('')).toBe('Come hungry …');
  expect(shown[1]).toEqual({ text: 'hungry', bold: true });
});
