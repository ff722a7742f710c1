import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { RequestHandler } from './$types';

const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'huddleboard_' });

const head = new Gauge({
  name: 'huddleboard_store_head',
  help: 'Number of the newest durable commit.',
  registers: [registry],
});
const writable = new Gauge({
  name: 'huddleboard_store_writable',
  help: '1 where the store takes commits, 0 where the disk refuses.',
  registers: [registry],
});
const displays = new Gauge({
  name: 'huddleboard_displays',
  help: 'Displays by whether a screen of theirs is connected.',
  labelNames: ['connected'] as const,
  registers: [registry],
});

const lastBackup = new Gauge({
  name: 'huddleboard_last_backup_timestamp_seconds',
  help: 'When the newest scheduled backup was made, seconds since 1970; 0 where there is none.',
  registers: [registry],
});
const backupFault = new Gauge({
  name: 'huddleboard_backup_failed',
  help: '1 where the last scheduled backup could not be made.',
  registers: [registry],
});

const letGo = new Counter({
  name: 'huddleboard_let_go_total',
  help: 'Records let go because of their age since the server started, by what they were.',
  labelNames: ['kept'] as const,
  registers: [registry],
});

/** Prometheus text for operators: the process, the store, the displays. Names nobody. */
export const GET: RequestHandler = async ({ locals }) => {
  const { store, live, backups, retention } = locals.house;
  head.set(store.head);
  writable.set((await store.writable()) ? 1 : 0);
  const { records } = await store.list('display', { status: 'active' }, { limit: 10_000 });
  const connected = records.filter(({ id }) => live.state(id).connected).length;
  displays.set({ connected: 'true' }, connected);
  displays.set({ connected: 'false' }, records.length - connected);
  const [newest] = await backups.list();
  lastBackup.set(newest ? Date.parse(newest.at) / 1000 : 0);
  backupFault.set(backups.fault ? 1 : 0);
  letGo.reset();
  for (const [kept, count] of retention.counts) letGo.inc({ kept }, count);
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
};
