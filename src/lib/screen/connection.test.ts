import { describe, expect, test } from 'vitest';
import { tryNext } from './connection';

const ways = (hadWebSocket: boolean) =>
  Array.from({ length: 7 }, (_, late) => (tryNext(late, hadWebSocket)[0] === 'polling' ? 'p' : 'w')).join('');

describe('what an attempt to connect tries first', () => {
  test('a wall behind a proxy that swallows WebSockets tries polling at the second attempt', () => {
    expect(ways(false)).toBe('wpwpwpw');
  });

  test('a wall whose cable is pulled goes on with the WebSocket that it had, and still tries polling at times', () => {
    expect(ways(true)).toBe('wwwwwpw');
  });
});
