import { describe, expect, it } from 'vitest';
import { isOurOwn } from '../../src/lib/server/auth/origin';

const board = 'http://board.local:3000';
const own = (method: string, path: string, headers: Record<string, string>, hasCookies = true) =>
  isOurOwn({ method, headers: new Headers(headers) }, new URL(path, board), hasCookies);

describe('a request that changes something', () => {
  it.each([
    ['from our own page', { origin: board }],
    ['of a browser that says so only in Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }],
    ['with an API key', { authorization: 'Bearer hb_x' }],
  ])('%s comes in', (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(own(method, '/admin', headers)).toBe(true);
  });

  it.each([
    ['from another site', { origin: 'http://evil.example' }],
    ['from another port', { origin: 'http://board.local:3001' }],
    ['from the same name over https', { origin: 'https://board.local:3000' }],
    ['from a sandbox', { origin: 'null' }],
    ['that does not say where from', {}],
    ['from another site, by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['typed by hand', { 'sec-fetch-site': 'none' }],
    ['with forged forwarding headers', { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }],
    ['with a password of its own', { authorization: 'Basic YTpi' }],
    ['with JSON', { origin: 'http://evil.example', 'content-type': 'application/json' }],
  ])('%s is turned away', (_, headers) => {
    expect(own('POST', '/admin', headers)).toBe(false);
    expect(own('POST', '/api/v1/teams/t/responses', headers)).toBe(false);
  });

  it('at the API, without cookies and origin, is let in to be asked for its key', () => {
    expect(own('POST', '/api/v1/teams/t/responses', {}, false)).toBe(true);
    expect(own('POST', '/admin', {}, false)).toBe(false);
  });

  it('at a webhook proves itself there', () => {
    expect(own('POST', '/hooks/survey', {})).toBe(true);
    expect(own('POST', '/hooksx', {})).toBe(false);
  });
});

describe('a request that only reads', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('by %s comes in from anywhere', (method) => {
    expect(own(method, '/', { origin: 'http://evil.example' })).toBe(true);
  });
});
