import { figureBearing } from '$lib/panels/fit-text';
import type { Layout } from '$lib/protocol/events';
import type { Window } from '$lib/screen/geometry';

/** A line of text as it is seen: its letters' box in CSS pixels, without the air that a line box adds. */
interface Line {
  text: string;
  /** Lines of one owner may come as close as their setting has them. */
  owner: Element;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
}

/** What a wall must keep clear, in CSS pixels. */
export interface Bounds {
  /** 1u. */
  unit: number;
  safe: { left: number; right: number; top: number; bottom: number };
  /** People's own words: only they may end in an ellipsis; null: not known, so every ellipsis may stand. */
  own: readonly string[] | null;
}

/** The bounds of a wall on a screen that it fills. */
export function boundsOf(layout: Layout, { width, height }: Window, own: readonly string[] | null): Bounds {
  const safe = layout.safeArea / 100;
  return {
    unit: (Math.min(width, height) / 100) * (1 - 2 * safe) * layout.scale,
    safe: {
      left: width * safe,
      right: width * (1 - safe),
      top: height * safe,
      bottom: height * (1 - safe),
    },
    own,
  };
}

const block = (node: Element): Element => {
  let element = node;
  while (element.parentElement && getComputedStyle(element).display.startsWith('inline'))
    element = element.parentElement;
  return element;
};

function linesIn(wall: Element): Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim();
    const parent = node.parentElement;
    if (!text || !parent || parent.closest('style, script, [hidden], .unseen')) continue;
    const drawn = parent.closest('svg');
    const scale = drawn instanceof SVGSVGElement ? (drawn.getScreenCTM()?.a ?? 1) : 1;
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
    const owner = parent.closest('.fit') ?? (drawn ? parent : block(parent));
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      // Baseline and letters by the face's own measures: ascent .984 of 1.3, ascenders .7, descenders .2 em.
      const baseline = box.top + (box.height * 0.984) / 1.3;
      lines.push({
        text,
        owner,
        left: box.left,
        right: box.right,
        top: baseline - 0.68 * size,
        bottom: baseline + (/[gjpqy;()]/.test(text) ? 0.2 : 0.02) * size,
        size,
      });
    }
  }
  return lines;
}

/** Everything on a drawn wall that a person could not read, each as a sentence; empty where all is well. */
export function faultsIn(wall: Element, { unit, safe, own }: Bounds): string[] {
  const faults: string[] = [];
  const u = (length: number) => `${(length / unit).toFixed(1)}u`;
  const lines = linesIn(wall);
  // The ring is round: under its lower edge a line may begin.
  const rings = [...wall.querySelectorAll('.ring-corner .box')].map((box) => box.getBoundingClientRect());
  const flat = own?.map((text) => text.replace(/\s+/g, ' ').trim());

  for (const { text, owner, left, right, top, bottom, size } of lines) {
    if (size < 2.39 * unit) faults.push(`too small, ${u(size)}: ${text}`);
    // Large letters are pulled out by their side bearing.
    const ease = 0.4 * unit + Math.max(0.06, figureBearing(text)) * size;
    const out = Math.max(safe.left - left, right - safe.right, safe.top - top, bottom - safe.bottom);
    if (out > ease) faults.push(`leaves the safe area by ${u(out)}: ${text}`);
    const zone = (owner.closest('.zone') ?? wall).getBoundingClientRect();
    if (top < zone.top || bottom > zone.bottom) faults.push(`leaves its zone: ${text}`);
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
    if (flat && text.endsWith('…')) {
      const begin = text
        .replace(/\u00ad/g, '')
        .replace(/[\s…“”]+/g, ' ')
        .trim();
      // Their own words may follow a few of ours ("Our next goal: …").
      const [head, tail] = [begin.slice(0, 24), begin.slice(-16)];
      const isOwn = (words: string) => words.includes(head) || words.includes(tail);
      if (!flat.some((words) => isOwn(words.replace(/[“”]/g, '')))) faults.push(`a fact is cut: ${text}`);
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

  for (const element of wall.querySelectorAll('*')) {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    if (/auto|scroll/.test(overflowX + overflowY)) faults.push(`could scroll: ${element.className}`);
    if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
      faults.push(`a fact is cut: ${element.textContent}`);
  }
  const page = document.scrollingElement;
  if (page && (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight))
    faults.push('the page scrolls');
  return [...new Set(faults)];
}
