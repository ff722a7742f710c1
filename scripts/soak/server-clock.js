// Loaded before the server (node --import): its time runs faster, and says what it holds
// in memory when asked, and drops its connections when told.
import { promisify } from 'node:util';
import { runFaster } from './clock.js';

const { setTimeout: real } = globalThis;
runFaster(JSON.parse(process.env.SOAK_CLOCK ?? ''));
Object.defineProperty(globalThis.setTimeout, promisify.custom, { value: real[promisify.custom] });

process.on('message', (asked) => {
  if (asked === 'drop') {
    const live = /** @type {any} */ (globalThis)[Symbol.for('huddleboard.live')];
    for (const socket of Object.values(live?.clients ?? {})) socket.close();
    return;
  }
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapUsed, rss });
});
process.channel?.unref();
