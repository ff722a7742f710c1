import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseLocale, locales } from '../../src/lib/paraglide/runtime';

/** A message as the catalogues hold it: a sentence, or its forms by what they depend on. */
type Entry = string | { declarations: string[]; selectors: string[]; match: Record<string, string> }[];

const folder = resolve('messages');
const files = readdirSync(join(folder, baseLocale));
const read = (locale: string, file: string): Record<string, Entry> =>
  JSON.parse(readFileSync(join(folder, locale, file), 'utf8'));
const catalogue = (locale: string): Record<string, Entry> =>
  Object.assign({}, ...files.map((file) => read(locale, file)));

const original = catalogue(baseLocale);
const forms = (entry: Entry) => (typeof entry === 'string' ? [entry] : Object.values(entry[0]?.match ?? {}));
const variables = (entry: Entry) =>
  [...new Set(forms(entry).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

/** What a variant asks of each selector: "customer=guest, plural=one". */
const conditions = (variant: string) =>
  Object.fromEntries(variant.split(/,\s*/).map((one) => one.split('=') as [string, string]));

/** The values that a message is asked for: those that any language names, and all plural forms of this one. */
function cases(key: string, locale: string, translated: Record<string, Entry>): Record<string, string>[] {
  const [first] = original[key] as Exclude<Entry, string>;
  const plural = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  let all: Record<string, string>[] = [{}];
  for (const selector of first?.selectors ?? []) {
    const isPlural = first?.declarations.some(
      (line) => line.startsWith(`local ${selector} `) && /: plural/.test(line),
    );
    const named = [original[key], translated[key]].flatMap((entry) =>
      Object.keys((entry as Exclude<Entry, string>)[0]?.match ?? {}).map(
        (variant) => conditions(variant)[selector] ?? '*',
      ),
    );
    const literal = [...new Set(named)].filter((value) => value !== '*');
    const anything = (original[key] as Exclude<Entry, string>)
      .flatMap(({ match }) => Object.keys(match))
      .some((variant) => conditions(variant)[selector] === '*');
    const values = isPlural ? plural : anything ? [...literal, 'something else'] : literal;
    all = all.flatMap((one) => values.map((value) => ({ ...one, [selector]: value })));
  }
  return all;
}

const answers = (entry: Entry, asked: Record<string, string>) =>
  typeof entry === 'string' ||
  Object.keys(entry[0]?.match ?? {}).some((variant) =>
    Object.entries(conditions(variant)).every(([name, value]) => value === '*' || asked[name] === value),
  );

describe.each(locales)('the catalogue in %s', (locale) => {
  const own = catalogue(locale);

  it('has every sentence where the original has it, and none besides', () => {
    expect(readdirSync(join(folder, locale)).sort()).toEqual([...files].sort());
    for (const file of files) {
      expect({ file, keys: Object.keys(read(locale, file)).sort() }).toEqual({
        file,
        keys: Object.keys(read(baseLocale, file)).sort(),
      });
    }
  });

  it('leaves no sentence empty that the original says', () => {
    const empty = Object.entries(own).filter(
      ([key, entry]) =>
        forms(entry).some((text) => text.trim() === '') &&
        !forms(original[key] ?? '').some((text) => text.trim() === ''),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('uses the same variables', () => {
    const named = (all: Record<string, Entry>) =>
      Object.fromEntries(Object.entries(all).map(([key, entry]) => [key, variables(entry)]));
    expect(named(own)).toEqual(named(original));
  });

  it('declares what its forms depend on as the original does', () => {
    const declared = (all: Record<string, Entry>) =>
      Object.fromEntries(
        Object.entries(all).map(([key, entry]) => [
          key,
          typeof entry === 'string'
            ? 'plain'
            : entry.map(({ declarations, selectors }) => [declarations, selectors]),
        ]),
      );
    expect(declared(own)).toEqual(declared(original));
  });

  it('has a form for each number that the language tells apart, and for each case', () => {
    const silent = Object.entries(own).flatMap(([key, entry]) =>
      typeof entry === 'string' || typeof original[key] === 'string'
        ? []
        : cases(key, locale, own)
            .filter((asked) => !answers(entry, asked))
            .map((asked) => `${key} ${JSON.stringify(asked)}`),
    );
    expect(silent).toEqual([]);
  });

  it('keeps lines, marks of a template and what programs read', () => {
    const lines = Object.entries(own).filter(([key, entry]) => {
      const count = (text: string) => text.split('\n').length;
      const wanted = new Set(forms(original[key] ?? '').map(count));
      return forms(entry).some((text) => !wanted.has(count(text)));
    });
    expect(lines.map(([key]) => key)).toEqual([]);
    const templates = forms(own.template_criticals ?? '').flatMap((text) => text.split('\n'));
    expect(templates.every((line) => line.split('|').length === 3)).toBe(true);
  });
});
