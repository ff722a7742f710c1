import type { Page } from '@playwright/test';

/** A text of a page and where it stands. */
export interface Said {
  where: string;
  text: string;
}

/**
 * Everything that a page says to eye or ear: texts, block by block, because a message may hold marked words; labels, titles,
 * placeholders, descriptions of pictures; the document's title.
 */
export const saidOn = (page: Page): Promise<Said[]> =>
  page.evaluate(() => {
    const said: { where: string; text: string }[] = [{ where: 'title', text: document.title }];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${element.classList.item(0) ?? ''}`;
    const silent = 'script, style, noscript, template, title, datalist';
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(silent)) continue;
      for (const attribute of [
        'aria-label',
        'title',
        'placeholder',
        'alt',
        'aria-description',
        'aria-valuetext',
      ]) {
        const text = element.getAttribute(attribute);
        if (text) said.push({ where: `${name(element)}[${attribute}]`, text });
      }
    }
    const blocks = new Map<Element, string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let element = node.parentElement;
      if (!element || element.closest(silent)) continue;
      while (
        element.parentElement &&
        element !== document.body &&
        /^(inline|contents)/.test(getComputedStyle(element).display)
      )
        element = element.parentElement;
      blocks.set(element, (blocks.get(element) ?? '') + (node.nodeValue ?? ''));
    }
    for (const [element, text] of blocks) said.push({ where: name(element), text });
    return said;
  });

/** What Intl writes by itself: names of days and months, and halves of the day. */
const calendar =
  /\b(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?\b|\b(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\b|\b[ap]m\b/gi;

/**
 * What is left of a text without messages, which stand in ⟦…⟧, data and what Intl writes; empty where nothing is. On a wall,
 * which cuts what its place does not hold, the rest of a message is still a message.
 */
export function leftOf(text: string, data: readonly string[], wall = false): string {
  const cut = wall && text.trimEnd().endsWith('…');
  const message = cut ? /⟦[^⟦⟧]*(?:⟧|$)/g : /⟦[^⟦⟧]*⟧/g;
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(message, ' ');
  }
  for (const one of [...data].sort((a, b) => b.length - a.length)) {
    if (!rest.includes(one)) continue;
    const whole = one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    rest = rest.replace(new RegExp(`(?<!\\p{L})${whole}(?!\\p{L})`, 'gu'), ' ');
  }
  rest = rest.replace(calendar, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}{2,}|[⟦⟧]/u.test(rest) ? rest : '';
}

/** Every text of more than one letter in these records. */
export function textsIn(...records: unknown[]): string[] {
  const found = new Set<string>();
  const look = (value: unknown) => {
    if (typeof value === 'string') {
      for (const text of [value, value.trim(), ...value.split(/\s*\n\s*/)])
        if (/\p{L}{2,}/u.test(text)) found.add(text);
    } else if (value && typeof value === 'object') Object.values(value).forEach(look);
  };
  records.forEach(look);
  return [...found];
}
