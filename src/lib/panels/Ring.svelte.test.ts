import '../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { RingState } from '../domain/ring';
import Ring from './Ring.svelte';

const turning: RingState = {
  turn: 14,
  points: { thanks: 'due', feedback: 'fresh', involve: 'stale', focus: 'never' },
};

/** What can be seen of an arc: its layers that are not transparent. */
const seen = (container: Element, point: string) =>
  ['outline', 'half', 'solid', 'dots'].filter((layer) => {
    const drawn = container.querySelector(`.${point} .${layer}`);
    return drawn !== null && getComputedStyle(drawn).opacity !== '0';
  });

test('says the turn and how each point stands, in words', async () => {
  const screen = await render(Ring, { ring: turning });
  await expect
    .element(
      screen.getByRole('img', {
        name: 'Turn 14. Thanks: do it next. Feedback: done, in time. Involve: past its date. Focus: not yet done.',
      }),
    )
    .toBeVisible();
});

test('fresh is solid, due is half solid, stale is an outline, never is dots', async () => {
  const { container } = await render(Ring, { ring: turning });
  expect(seen(container, 'feedback')).toEqual(['outline', 'half', 'solid']);
  expect(seen(container, 'thanks')).toEqual(['outline', 'half']);
  expect(seen(container, 'involve')).toEqual(['outline']);
  expect(seen(container, 'focus')).toEqual(['dots']);
});

test('a state that changes cross-fades; without motion it is there at once', async () => {
  const { container, rerender } = await render(Ring, { ring: turning });
  const opacity = () =>
    Number(getComputedStyle(container.querySelector('.involve .solid') ?? container).opacity);
  expect(opacity()).toBe(0);
  await rerender({ ring: { ...turning, points: { ...turning.points, involve: 'fresh' } } });
  expect(opacity()).toBeLessThan(1);
  await expect.poll(opacity).toBe(1);
  container.setAttribute('data-motion', 'none');
  await rerender({ ring: turning });
  expect(opacity()).toBe(0);
});

test('Feedback stands at 3 o’clock from right to left too, and the mark is outside its arc', async () => {
  const { container } = await render(Ring, { ring: turning, point: 'feedback' });
  container.setAttribute('dir', 'rtl');
  const box = (of: string) => container.querySelector(of)?.getBoundingClientRect() ?? new DOMRect();
  const [ring, arc, mark] = [box('svg'), box('.feedback .solid'), box('.now')];
  expect(arc.left).toBeGreaterThan(ring.left + ring.width / 2);
  expect(mark.left).toBeGreaterThan(arc.right);
  expect(mark.right).toBeLessThanOrEqual(ring.right);
});

test.each([1, 88, 128, 1000])('turn %i stays inside the arcs', async (turn) => {
  const { container } = await render(Ring, { ring: { ...turning, turn } });
  await document.fonts.ready;
  const figure = container.querySelector<SVGTextElement>('.turn');
  expect(figure?.getComputedTextLength()).toBeGreaterThan(10);
  expect(figure?.getComputedTextLength()).toBeLessThan(64);
});
