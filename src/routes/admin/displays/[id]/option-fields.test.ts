import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { optionFields } from './option-fields';

describe("the form of a panel's options", () => {
  it('has a field for each plain option, with its limits and what the panel takes by itself', () => {
    const schema = v.object({
      days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 7),
      loud: v.optional(v.boolean(), true),
      title: v.optional(v.nullable(v.string()), null),
      order: v.optional(v.picklist(['newest', 'best']), 'newest'),
    });
    expect(optionFields(schema)).toEqual([
      { name: 'days', kind: 'number', fallback: '7', min: 1, max: 60, choices: [] },
      { name: 'loud', kind: 'switch', fallback: 'true', min: null, max: null, choices: [] },
      { name: 'title', kind: 'text', fallback: '', min: null, max: null, choices: [] },
      {
        name: 'order',
        kind: 'choice',
        fallback: 'newest',
        min: null,
        max: null,
        choices: ['newest', 'best'],
      },
    ]);
  });

  it('leaves out what no plain field can hold', () => {
    expect(optionFields(v.object({ days: v.array(v.number()) }))).toEqual([]);
    expect(optionFields(v.object({}))).toEqual([]);
    expect(optionFields(v.string())).toEqual([]);
  });
});
