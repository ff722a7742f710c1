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
  /** Where the ring hangs. */
  ring: { left: number; bottom: number } | null;
  /** People's own words: only they may end in an ellipsis; null: not known, so every ellipsis may stand. */
  own: readonly string[] | null;
}

/** The bounds of a wall of scale 1 with a safe area of 5 % that fills the window. */
export function boundsOf(own: readonly string[] | null): Bounds {
  const unit = Math.min(innerWidth, innerHeight) * 0.009;
  const inset = { x: innerWidth * 0.05, y: innerHeight * 0.05 };
  const mirrored = document.querySelector('.wall')?.getAttribute('dir') === 'rtl';
  return {
    unit,
    safe: { left: inset.x, right: innerWidth - inset.x, top: inset.y, bottom: innerHeight - inset.y },
    ring: mirrored ? null : { left: innerWidth - inset.x - 21 * unit, bottom: inset.y + 17.5 * unit },
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
export function faultsIn(wall: Element, { unit, safe, ring, own }: Bounds): string[] {
  const faults: string[] = [];
  const u = (length: number) => `${(length / unit).toFixed(1)}u`;
  const lines = linesIn(wall);
  const flat = own?.map((text) => text.replace(/\s+/g, ' ').trim());

  for (const { text, owner, left, right, top, bottom, size } of lines) {
    if (size < 2.39 * unit) faults.push(`too small, ${u(size)}: ${text}`);
    // Large letters are pulled out by their side bearing.
    const ease = 0.4 * unit + 0.06 * size;
    const out = Math.max(safe.left - left, right - safe.right, safe.top - top, bottom - safe.bottom);
    if (out > ease) faults.push(`leaves the safe area by ${u(out)}: ${text}`);
    const zone = (owner.closest('.zone') ?? wall).getBoundingClientRect();
    if (top < zone.top || bottom > zone.bottom) faults.push(`leaves its zone: ${text}`);
    if (owner.matches('.fit')) {
      const box = owner.getBoundingClientRect();
      const over = Math.max(box.left - left, right - box.right);
      if (over > ease) faults.push(`overflows its box by ${u(over)}: ${text}`);
    }
    if (
      ring &&
      !owner.closest('.ring-corner') &&
      right > ring.left + 0.5 * unit &&
      top < ring.bottom &&
      left < safe.right
    )
      faults.push(`stands where the ring hangs: ${text}`);
    if (flat && text.endsWith('…')) {
      const begin = text
        .replace(/\u00ad/g, '')
        .replace(/[\s…“”]+/g, ' ')
        .trim();
      if (!flat.some((words) => words.replace(/[“”]/g, '').includes(begin.slice(0, 24))))
        faults.push(`a fact is cut: ${text}`);
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
