/** A line of text as it is seen: its letters' box in CSS pixels, without the air that a line box adds. */
export interface Line {
  text: string;
  /** The element whose text it is. */
  parent: Element;
  /** Lines of one owner may come as close as their setting has them. */
  owner: Element;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
}

const block = (node: Element): Element => {
  let element = node;
  while (element.parentElement && getComputedStyle(element).display.startsWith('inline'))
    element = element.parentElement;
  return element;
};

/** Every line of text on a wall that can be seen. */
export function linesIn(wall: Element): Line[] {
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
    // What an ellipsis stands for is not seen.
    const { left: from, right: to } =
      getComputedStyle(parent).textOverflow === 'ellipsis'
        ? parent.getBoundingClientRect()
        : { left: -Infinity, right: Infinity };
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      // Baseline and letters by the face's own measures: ascent .984 of 1.3, ascenders .7, descenders .2 em.
      const baseline = box.top + (box.height * 0.984) / 1.3;
      lines.push({
        text,
        parent,
        owner,
        left: Math.max(from, box.left),
        right: Math.min(to, box.right),
        top: baseline - 0.68 * size,
        bottom: baseline + (/[gjpqy;()]/.test(text) ? 0.2 : 0.02) * size,
        size,
      });
    }
  }
  return lines;
}
