import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import naughty from '../../../../tests/samples/nasty/blns.json';
import { isPanelKind, registry } from '$lib/panels/registry';
import { arabicLike, fieldOf, naughtyStrings, ownWords, withWords } from './own-words';

const examples = import.meta.glob<{ examples: Record<string, unknown> }>('../../../lib/panels/*/example.ts', {
  eager: true,
});

async function fieldsOf(kind: string): Promise<string[]> {
  if (!isPanelKind(kind)) throw new Error(`no panel ${kind}`);
  const { panel } = await registry[kind].panel();
  const all = examples[`../../../lib/panels/${kind}/example.ts`]?.examples ?? {};
  return [...new Set(Object.values(all).flatMap((data) => ownWords(data, panel.data).map(fieldOf)))].sort();
}

describe('people’s own words', () => {
  it('are found in a panel’s examples, and nothing else is', async () => {
    expect(await fieldsOf('shout-outs')).toEqual([
      'shoutOuts.*.award',
      'shoutOuts.*.behaviour',
      'shoutOuts.*.from',
      'shoutOuts.*.fromArea',
      'shoutOuts.*.to',
      'shoutOuts.*.toArea',
      'shoutOuts.*.value.name',
    ]);
    expect(await fieldsOf('takeover')).toEqual(['text', 'title']);
    expect(await fieldsOf('focus-goal')).toEqual(['question']);
    expect(await fieldsOf('clock')).toEqual([]);
  });

  it('can be others in every example of every panel', async () => {
    for (const [path, { examples: all }] of Object.entries(examples)) {
      const kind = path.split('/').at(-2) ?? '';
      if (!isPanelKind(kind)) throw new Error(`no panel ${kind}`);
      const { panel } = await registry[kind].panel();
      for (const [name, data] of Object.entries(all)) {
        const other = withWords(data, ownWords(data, panel.data), (text, index) => arabicLike(text, index));
        expect(v.is(panel.data, other), `${kind}, ${name}`).toBe(true);
      }
    }
  });

  it('keep a phrase of theirs within them', () => {
    const data = { text: 'You knew before I said a word.', highlight: 'before I said a word.' };
    const own = ownWords(data, v.object({ text: v.string(), highlight: v.string() }));
    expect(withWords(data, own, () => 'quite other words')).toEqual({
      text: 'quite other words',
      highlight: 'quite other',
    });
  });
});

it('Arabic takes the place of a text with one about as long', () => {
  for (const text of ['Bo', 'Tomasz', 'You stayed with a guest until her taxi came.', 'x'.repeat(400)]) {
    const other = arabicLike(text, 3);
    expect(other).toMatch(/^\p{Script=Arabic}/u);
    expect(other.length).toBeLessThanOrEqual(Math.max(text.length, 12));
    expect(other.length).toBeGreaterThan(text.length * 0.7);
  }
});

it('naughty strings come as the door lets them in', () => {
  const strings = naughtyStrings(naughty);
  expect(naughty).toHaveLength(515);
  expect(strings.length).toBeGreaterThan(480);
  expect(strings.filter((text) => text.trim() === '' || text.length > 1200)).toEqual([]);
});
