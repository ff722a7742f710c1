import { figureBearing } from '$lib/panels/fit-text';
import type { Layout } from '$lib/protocol/events';
import { frameOf, type Window } from '$lib/screen/geometry';
import { linesIn, type Line } from './lines';

/** What a wall must keep clear, in CSS pixels. */
export interface Bounds {
  /** 1u. */
  unit: number;
  safe: { left: number; right: number; top: number; bottom: number };
  /** People's own words: only they may end in an ellipsis; null: not known, so every ellipsis may stand. */
  own: readonly string[] | null;
}

/** The bounds of a wall on a screen, where it has the frame that the screen leaves it. */
export function boundsOf(layout: Layout, window: Window, own: readonly string[] | null): Bounds {
  const { width, height } = frameOf(layout, window);
  const safe = layout.safeArea / 100;
  const [left, top] = [(window.width - width) / 2, (window.height - height) / 2];
  return {
    unit: (Math.min(width, height) / 100) * (1 - 2 * safe) * layout.scale,
    safe: {
      left: left + width * safe,
      right: left + width * (1 - safe),
      top: top + height * safe,
      bottom: top + height * (1 - safe),
    },
    own,
  };
}

/** The nearest box within a zone that clips what stands in it. */
function clips(element: Element): DOMRect | undefined {
  for (let each: Element | null = element; each && !each.matches('.zone'); each = each.parentElement)
    if (getComputedStyle(each).overflow !== 'visible' && !(each instanceof SVGElement))
      return each.matches('.frame, .scene') || getComputedStyle(each).textOverflow === 'ellipsis'
        ? undefined
        : each.getBoundingClientRect();
  return undefined;
}

/** Everything on a drawn wall that a person could not read, each as a sentence; empty where all is well. */
export function faultsIn(
  wall: Element,
  { unit, safe, own }: Bounds,
  lines: readonly Line[] = linesIn(wall),
): string[] {
  const faults: string[] = [];
  const u = (length: number) => `${(length / unit).toFixed(1)}u`;
  // The ring is round: under its lower edge a line may begin.
  const rings = [...wall.querySelectorAll('.ring-corner .box')].map((box) => box.getBoundingClientRect());
  const flat = own?.map((text) => text.replace(/\s+/g, ' ').trim());
  /** Some of it runs on in one text. */
  const runs = flat && [...flat, flat.join(''), flat.join(' ')].map((own) => own.replace(/[\s…“”]+/g, ' '));

  for (const { text, parent, owner, left, right, top, bottom, size } of lines) {
    if (size < 2.39 * unit) faults.push(`too small, ${u(size)}: ${text}`);
    // Large letters are pulled out by their side bearing.
    const ease = 0.4 * unit + Math.max(0.06, figureBearing(text)) * size;
    const out = Math.max(safe.left - left, right - safe.right, safe.top - top, bottom - safe.bottom);
    if (out > ease) faults.push(`leaves the safe area by ${u(out)}: ${text}`);
    const zone = (owner.closest('.zone') ?? wall).getBoundingClientRect();
    if (top < zone.top || bottom > zone.bottom) faults.push(`leaves its zone: ${text}`);
    const clip = clips(parent);
    if (clip && Math.max(clip.left - left, right - clip.right, clip.top - top, bottom - clip.bottom) > ease)
      faults.push(`is clipped: ${text}`);
    if (owner.matches('.fit')) {
      const box = owner.getBoundingClientRect();
      const over = Math.max(box.left - left, right - box.right);
      if (over > ease) faults.push(`overflows its box by ${u(over)}: ${text}`);
    }
    for (const ring of owner.closest('.ring-corner') ? [] : rings)
      if (
        right > ring.left + 0.5 * unit &&
        left < ring.right - 0.5 * unit &&
        top < ring.top + ring.height * 0.83 &&
        bottom > ring.top
      )
        faults.push(`stands where the ring hangs: ${text}`);
    if (runs && text.endsWith('…')) {
      // The last words before it are somebody's own, or the last one begins what they said.
      const words = text
        .replace(/[\u00ad⟦⟧]/g, '')
        .replace(/[\s…“”]+/g, ' ')
        .trim();
      const [two, one] = [-2, -1].map((from) => words.split(' ').slice(from).join(' ').slice(-12).trim());
      const isOwn = (own: string) =>
        own.includes(two ?? '') ||
        (one !== undefined && ((one.length > 4 && own.includes(one)) || own.split(' ')[0] === one));
      if (!runs.some(isOwn)) faults.push(`a fact is cut: ${text}`);
    }
  }

  const least = 0.15 * unit;
  for (const [index, a] of lines.entries())
    for (const b of lines.slice(index + 1)) {
      if (a.owner === b.owner || a.owner.contains(b.owner) || b.owner.contains(a.owner)) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > least && down > least) faults.push(`overlap by ${u(down)}: ${a.text} | ${b.text}`);
    }

  for (const code of wall.querySelectorAll('.modules')) {
    const { left, right, top, bottom } = (code.parentElement ?? code).getBoundingClientRect();
    const out = Math.max(safe.left - left, right - safe.right, safe.top - top, bottom - safe.bottom);
    if (out > 0.4 * unit) faults.push(`the code leaves the safe area by ${u(out)}`);
    for (const line of lines)
      if (
        Math.min(line.right, right) - Math.max(line.left, left) > least &&
        Math.min(line.bottom, bottom) - Math.max(line.top, top) > least
      )
        faults.push(`stands on the code: ${line.text}`);
  }

  for (const element of wall.querySelectorAll('*')) {
    if (element instanceof SVGElement) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    if (/auto|scroll/.test(overflowX + overflowY)) faults.push(`could scroll: ${element.className}`);
    const text = element.textContent.replace(/\s+/g, ' ').trim();
    if (
      textOverflow === 'ellipsis' &&
      element.scrollWidth > element.clientWidth + 1 &&
      !(flat ?? [text]).some((own) => own.includes(text))
    )
      faults.push(`a fact is cut: ${text}`);
  }
  const page = document.scrollingElement;
  if (page && (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight))
    faults.push('the page scrolls');
  return [...new Set(faults)];
}
