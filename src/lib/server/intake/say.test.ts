import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { m } from '../../paraglide/messages';
import { problem } from './problem';
import { say, sentenceKey, sentenceOfStore } from './say';

const rooms = ['src/lib/domain', 'src/lib/server', 'src/routes'];

/** Every refusal and fault code that stands in the source. */
function codes(): string[] {
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .filter((name) => !/^(live|store|board)\//.test(name))
      .map((name) => readFileSync(join(room, name), 'utf8')),
  );
  const found = files.flatMap((code) => [
    ...code.matchAll(/refuse\(\s*'[a-z]+',\s*'([a-z0-9-]+)'/g),
    ...code.matchAll(/\bkind: '[a-z]+', code: '([a-z0-9-]+)'/g),
    ...code.matchAll(/\bcode: '([a-z0-9-]+)', path/g),
    ...code.matchAll(/wrongQuery\('[a-z]+', '([a-z0-9-]+)'/g),
    ...code.matchAll(/v\.(?:check|regex|maxLength)\([^\n]*, '([a-z-]+)'\)/g),
  ]);
  return [...new Set(found.map(([, code]) => code ?? ''))].sort();
}

describe('refusals', () => {
  it('are found in the source', () => {
    expect(codes().length).toBeGreaterThan(40);
    expect(codes()).toContain('unknown-team');
  });

  it.each(codes())('%s has its sentence', (code) => {
    expect(Object.keys(m)).toContain(sentenceKey(code));
  });

  it('are one sentence for the whole and one for each field', () => {
    expect(
      say({
        kind: 'invalid',
        code: 'invalid',
        faults: [
          { code: 'missing', path: 'name' },
          { code: 'too-long', path: 'text', values: { max: 80 } },
          { code: 'malformed', path: 'name' },
        ],
      }),
    ).toEqual({
      message: m.refusal_invalid(),
      fields: { name: m.refusal_missing(), text: m.refusal_too_long({ max: 80 }) },
    });
  });

  it.each([
    ['invalid', 'invalid', 422],
    ['unknown', 'not-there', 404],
    ['forbidden', 'not-yours', 403],
    ['forbidden', 'no-key', 401],
    ['conflict', 'changed-meanwhile', 409],
    ['busy', 'busy', 429],
    ['unavailable', 'unavailable', 503],
    ['invalid', 'too-big', 413],
    ['invalid', 'not-json', 400],
  ] as const)('of the kind %s (%s) are answered with %i', (kind, code, status) => {
    const answer = problem({ kind, code, values: { seconds: 7 } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(status === 429 ? '7' : status === 503 ? '5' : null);
  });
});

describe('what the store says', () => {
  const room = 'src/lib/server/store/lowdb';
  const code = readdirSync(room)
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(room, name), 'utf8'))
    .join('\n');
  const found = [...code.matchAll(/(?:new Damaged\(\s*|\bcode: )'([a-z-]+)'/g)].map(([, one]) => one ?? '');

  it.each([...new Set(found)].sort())('%s has its sentence', (one) => {
    expect(Object.keys(m)).toContain(`store_${one.replaceAll('-', '_')}`);
  });

  it('is one sentence, reasons and all', () => {
    const why = [{ code: 'cut-short' }, { code: 'system', values: { why: 'EIO' } }];
    const saying = { code: 'both-unreadable', values: { file: 'head.json', why } };
    expect(sentenceOfStore({ code: 'damaged', values: { directory: 'data', why: saying } })).toBe(
      'The store in data is damaged: neither head.json nor the copy before it can be read (it is cut short; EIO). ' +
        'Nothing was changed. Restore a backup, or start with another DATA_DIR.',
    );
  });
});
