import { statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { pino, type Logger } from 'pino';
import type { Refusal } from '../domain/refusal';
import { m } from '../paraglide/messages';
import type { Auth } from './auth/auth';
import { createLimits, type Limits } from './auth/limits';
import { openAuth } from './auth/open-auth';
import { createBoards, type Boards } from './board/board';
import { openProfiles, type Profiles } from './board/profiles';
import { openAlerts, type Alerts } from './chores/alerts/alerts';
import { openBackups, type Backups } from './chores/backup/backups';
import { newestBackup } from './chores/backup/restore';
import { openRestoring, type Restoring } from './chores/backup/restoring';
import { watchGoals } from './chores/goal-watch';
import { mailHelp } from './chores/help-mail';
import { watchQuiet } from './chores/quiet-watch';
import { openRetention, type Retention } from './chores/retention';
import { watchStarts } from './chores/start-watch';
import { watchTrials } from './chores/trial-watch';
import { ConfigRefusal, readConfig, type Config } from './config';
import { createFeedback, type Feedback } from './intake/feedback/feedback';
import { openHooks, type Hooks } from './intake/hooks/hooks';
import { newId } from './intake/ids';
import { openInbox } from './intake/inbox/inbox';
import { createIntake, type Intake } from './intake/intake';
import { inWords, say, sentenceOfStore, type Said } from './intake/say';
import { createLive, type Live } from './live/live';
import { openMedia, type Media } from './media/media';
import { createEchoes, type Echoes } from './notebook/echoes';
import { openNotebook, type Notebook } from './notebook/notebook';
import { openStore } from './store/open-store';
import type { Store } from './store/store';

/** The assembled server. */
export interface House {
  config: Config;
  store: Store;
  intake: Intake;
  /** Reads the files of feedback that teams already have. */
  feedback: Feedback;
  /** What tools send by themselves. */
  hooks: Hooks;
  auth: Auth;
  profiles: Profiles;
  boards: Boards;
  live: Live;
  /** The pictures: taken in, read, erased. */
  media: Media;
  /** What leaders write for themselves. */
  notebook: Notebook;
  /** What people say of how they are led. */
  echoes: Echoes;
  /** Backups by the clock and by hand. */
  backups: Backups;
  /** A backup brought back by an owner. */
  restoring: Restoring;
  /** Lets go of what is too old. */
  retention: Retention;
  /** Who is told of walls that are dark. */
  alerts: Alerts;
  log: Logger;
  now: () => Date;
  /** The build that runs. */
  build: string;
  /** A fresh id for a record: 16 letters and digits, fit for addresses. */
  newId: () => string;
  /** How often strangers may do what they do. */
  limits: Limits;
  /** Steps that opening the store had to take, as sentences for admin. */
  notices(): string[];
  /** A refusal as the sentences that a page shows: one for the whole, one for each field. */
  say(refusal: Refusal): Said;
  close(): Promise<void>;
}

export interface HouseParts {
  config: Config;
  build: string;
  now?: () => Date;
  log?: Logger;
  /** A store that is open already, from the generation before a hot reload. */
  store?: Store;
  /** False: other houses of this process are left alone. For tests. */
  takesSlot?: boolean;
}

/** The address of this machine that phones on its network reach, while nobody has come by one. */
function ownAddress(port: number): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const lan = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  return `http://${lan?.address ?? 'localhost'}:${port}`;
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Puts the parts together. @throws {ConfigRefusal} @throws {StartRefusal} with a sentence for whoever starts the server. */
export async function createHouse(parts: HouseParts): Promise<House> {
  const { config, build, now = () => new Date() } = parts;
  const log = parts.log ?? pino({ level: config.logLevel });
  if (!isFolder(config.profilesDir))
    throw new ConfigRefusal(m.refusal_config_profiles({ value: config.profilesDir }));
  const report = (what: string, error: unknown) => log.error({ err: error }, what);

  const mediaFolder = join(resolve(config.dataDir), 'media');
  const backupFolder = config.backupDir === null ? null : resolve(config.backupDir);
  const restore = backupFolder === null ? undefined : () => newestBackup(backupFolder, mediaFolder);
  const dir = resolve(config.dataDir);
  const store = parts.store ?? (await openStore({ dir, now, log, restore }).catch(inWords));
  const intake = createIntake({ store, now, log });
  const auth = await openAuth({ store, now, submit: (...command) => intake.submit(...command) });
  const echoes = createEchoes({ directory: dir, store, intake, now, report });
  const profiles = openProfiles(resolve(config.profilesDir));
  const boards = createBoards({
    store,
    profiles,
    now,
    build,
    joinCode: (team, day) => auth.joinCode(team, day),
    leading: (team) => echoes.pools(team, 'leading'),
    address: (origin) => config.publicUrl ?? origin ?? ownAddress(config.port),
    report,
  });
  const media = await openMedia({
    directory: mediaFolder,
    store,
    intake,
    newId,
    report,
  });
  const notebook = await openNotebook({ directory: dir, store, intake, report });
  const feedback = createFeedback({ store, intake, now, newId });
  const hooks = await openHooks({
    directory: join(resolve(config.dataDir), 'hooks'),
    store,
    intake,
    feedback,
    now,
    newId,
    report,
  });
  const inbox = await openInbox({
    directory: join(resolve(config.dataDir), 'inbox'),
    store,
    feedback,
    now,
    report,
  });
  const backups = openBackups({
    directory: backupFolder,
    store,
    build,
    now,
    picture: async (id) => (await media.read(id))?.bytes,
    report,
  });
  const restoring = await openRestoring({
    directory: join(resolve(config.dataDir), 'restoring'),
    media: mediaFolder,
    store,
    backups,
    now,
    newId,
  });
  const retention = openRetention({ store, intake, now, log, report });
  const goals = watchGoals({ store, intake, now, report });
  const starts = watchStarts({ store, intake, now, report });
  const trials = watchTrials({ store, intake, now, report });
  /** Where letters and webhooks lead. */
  const address = (config.publicUrl ?? ownAddress(config.port)).replace(/\/$/, '');
  const mail = mailHelp({
    store,
    smtpUrl: config.smtpUrl,
    address,
    report,
  });
  const quiet = watchQuiet({
    ...{ store, intake, now, report, smtpUrl: config.smtpUrl },
    standing: (team) => boards.standing(team),
    address,
  });
  const { trustProxy } = config;
  const live = createLive({ boards, auth, intake, now, trustProxy, report, takesSlot: parts.takesSlot });

  const alerts = openAlerts({
    store,
    intake,
    now,
    state: (display) => live.state(display),
    profile: (name) => profiles.get(name),
    smtpUrl: config.smtpUrl,
    allowPrivate: config.privateHooks,
    address,
    report,
  });
  const stopRights = store.watch(({ kinds }) => {
    // A team’s group is a part of what its managers may do.
    if (kinds.has('account') || kinds.has('session') || kinds.has('team')) live.recheck();
  });

  let closing: Promise<void> | undefined;
  const leave = async () => {
    stopRights();
    alerts.close();
    await live.close();
    await inbox.close();
    await hooks.close();
    await retention.close();
    await backups.close();
    boards.close();
    goals.close();
    starts.close();
    trials.close();
    mail.close();
    quiet.close();
    media.close();
    await notebook.close();
    profiles.close();
  };
  const house: House & { leave(): Promise<void> } = {
    config,
    store,
    intake,
    feedback,
    hooks,
    auth,
    profiles,
    boards,
    live,
    media,
    notebook,
    echoes,
    backups,
    restoring,
    retention,
    alerts,
    log,
    now,
    build,
    newId,
    limits: createLimits(),
    notices: () => store.notices.map(sentenceOfStore),
    say,
    leave,
    close: () => (closing ??= leave().then(() => store.close())),
  };
  return house;
}

const slot = Symbol.for('huddleboard.house');
const slots: Record<symbol, (House & { leave?: () => Promise<void> }) | undefined> = globalThis as never;

/**
 * The one house of this process. After a hot reload the new generation takes over the open store, because two stores must
 * not meet on one directory, and the rest of the old one is closed.
 */
export async function startHouse(
  env: Readonly<Record<string, string | undefined>>,
  build: string,
): Promise<House> {
  const before = slots[slot];
  const config = before?.config ?? readConfig(env);
  const house = await createHouse({ config, build, store: before?.store, log: before?.log });
  slots[slot] = house;
  await before?.leave?.();
  return house;
}
