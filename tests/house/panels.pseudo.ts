import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { registry, type PanelKind } from '../../src/lib/panels/registry';

// Every panel with every example, its messages in pseudo-English: what stands there in plain letters is hard-coded.

const examples = import.meta.glob<{ examples: Record<string, unknown> }>('../../src/lib/panels/*/example.ts');

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

const team = 'Σ-team';
const size = {
  wide: { width: 177.8, height: 100 },
  tall: { width: 100, height: 177.8 },
  band: { width: 100, height: 40 },
};

/** What Intl writes by itself: names of days and months, and times. */
const calendar =
  /\b(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?\b|\b(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\b|\b[ap]m\b/gi;

describe.each(Object.keys(registry) as PanelKind[])('%s', (kind) => {
  it('has no text of its own outside the catalogues', async () => {
    const Panel: unknown = (await registry[kind].component()).default;
    const { examples: all } = await examples[`../../src/lib/panels/${kind}/example.ts`]!();
    for (const [name, data] of Object.entries(all)) {
      const said = [team, ...stringsIn(data)].sort((a, b) => b.length - a.length);
      for (const [shape, room] of Object.entries(size)) {
        const { body } = render(Panel as Component<Record<string, unknown>>, {
          props: {
            data,
            size: { ...room, shape },
            play: 0,
            now: new Date('2026-11-22T14:10:00Z'),
            team,
            timeZone: 'Europe/London',
            language: 'en',
            motion: 'none',
          },
        });
        const texts = [
          ...body
            .replace(/<!--.*?-->/gs, '')
            .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
            .split(/<[^>]*>/),
          ...[...body.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text]) => text!),
        ];
        const plain = texts
          .map((text) =>
            text
              .replace(/&amp;/g, '&')
              .replace(/&quot;/g, '"')
              .replace(/&lt;/g, '<'),
          )
          .map((text) => {
            let rest = text;
            for (let before = ''; before !== rest;) {
              before = rest;
              rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
            }
            for (const data of said) if (data) rest = rest.replaceAll(data, ' ');
            for (const word of said.flatMap((text) => text.split(/\s+/))) rest = rest.replaceAll(word, ' ');
            return rest.replace(calendar, ' ');
          })
          .filter((text) => /\p{L}{2,}/u.test(text) && !text.includes('⟦') && !text.includes('⟧'));
        expect({ name, shape, plain }).toEqual({ name, shape, plain: [] });
      }
    }
  });
});
