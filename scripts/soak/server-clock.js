// Loaded before the server (node --import): its time runs faster, it says what it holds in memory when asked, and drops
// its connections when told.
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import { promisify } from 'node:util';
import { runFaster } from './clock.js';

const { setTimeout: real } = globalThis;
const clock = JSON.parse(process.env.SOAK_CLOCK ?? '');
runFaster(clock);
Object.defineProperty(globalThis.setTimeout, promisify.custom, { value: real[promisify.custom] });
// Where engine.io takes its own from.
Object.assign(timers, { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval });
syncBuiltinESMExports();

/** @typedef {{ opts: { pingTimeout: number, upgradeTimeout: number }, clients: Record<string, { close(): void }> }} Engine */

/** @type {Engine | undefined} */
let engine;
Object.defineProperty(globalThis, Symbol.for('huddleboard.live'), {
  configurable: true,
  get: () => engine,
  set: (/** @type {Engine} */ live) => {
    // As many pings as in a day, and as much time for each answer as a machine may need.
    live.opts.pingTimeout *= clock.factor;
    live.opts.upgradeTimeout *= clock.factor;
    engine = live;
  },
});

process.on('message', (asked) => {
  if (asked === 'drop') {
    for (const socket of Object.values(engine?.clients ?? {})) socket.close();
    return;
  }
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapUsed, rss });
});
process.channel?.unref();
