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
      const said = [team, ...stringsIn(data)].flatMap((text) => text.match(/\p{L}+/gu) ?? []);
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
          .flatMap((text) => {
            const words =
              text
                .replace(/\u00ad/g, '')
                .replace(calendar, ' ')
                .match(/\p{L}+/gu) ?? [];
            // Pseudo-English has no plain letter; a word that was cut is the beginning of one.
            return words.filter(
              (word) => /[A-Za-z]{2}/.test(word) && !said.some((known) => known.startsWith(word)),
            );
          });
        expect({ name, shape, plain }).toEqual({ name, shape, plain: [] });
      }
    }
  }, 60_000);
});
