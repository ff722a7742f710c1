import { m } from '../paraglide/messages';

/** The environment, read once and checked. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  smtpUrl: string | null;
  backupDir: string | null;
  /** An origin without a slash at its end. */
  publicUrl: string | null;
  /** How many proxies in front are trusted. */
  trustProxy: number;
  profilesDir: string;
  logLevel: string;
  /** Whether TVs may keep their page, for a start without this server. */
  offlineStart: boolean;
  /** Whether webhooks that go out may go to a network of our own. */
  privateHooks: boolean;
}

/** A variable cannot be read; `message` is a sentence that names it, for whoever starts the server. */
export class ConfigRefusal extends Error {
  override name = 'ConfigRefusal';
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** A value in a sentence: short, on one line, and without the password an address may hold. */
const shown = (value: string) =>
  JSON.stringify(value.slice(0, 60).replace(/\/\/[^@/]*@/, '//…@')).slice(1, -1);

function url(value: string, protocols: readonly string[]): URL | undefined {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return parsed && protocols.includes(parsed.protocol) && parsed.hostname ? parsed : undefined;
}

/** Reads the variables of the contract; one that is left out or empty has its default. @throws {ConfigRefusal} */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = (name: string) => env[name]?.trim() || undefined;
  const refuse = (sentence: string): never => {
    throw new ConfigRefusal(sentence);
  };

  const port = read('PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) refuse(m.refusal_config_port({ value: shown(port) }));

  const host = read('HOST') ?? '0.0.0.0';
  if (!/^[\w.:%-]+$/.test(host)) refuse(m.refusal_config_host({ value: shown(host) }));

  const trustProxy = read('TRUST_PROXY') ?? '0';
  if (!/^\d$/.test(trustProxy)) refuse(m.refusal_config_trust_proxy({ value: shown(trustProxy) }));

  const publicUrl = read('PUBLIC_URL');
  const address = publicUrl && url(publicUrl, ['http:', 'https:']);
  if (
    publicUrl &&
    (!address || address.pathname !== '/' || address.search || address.hash || address.username)
  )
    refuse(m.refusal_config_public_url({ value: shown(publicUrl) }));

  const smtpUrl = read('SMTP_URL');
  if (smtpUrl && !url(smtpUrl, ['smtp:', 'smtps:']))
    refuse(m.refusal_config_smtp_url({ value: shown(smtpUrl) }));

  const logLevel = read('LOG_LEVEL') ?? 'info';
  if (!logLevels.includes(logLevel))
    refuse(m.refusal_config_log_level({ value: shown(logLevel), levels: logLevels.join(', ') }));

  const offlineStart = read('OFFLINE_START') ?? 'on';
  if (!['on', 'off'].includes(offlineStart))
    refuse(m.refusal_config_offline_start({ value: shown(offlineStart) }));

  const privateHooks = read('PRIVATE_HOOKS') ?? 'off';
  if (!['on', 'off'].includes(privateHooks))
    refuse(m.refusal_config_private_hooks({ value: shown(privateHooks) }));

  const folder = (name: string, fallback: string): string => {
    const path = read(name) ?? fallback;
    if (path.includes('\0')) refuse(m.refusal_config_folder({ name, value: shown(path) }));
    return path;
  };

  return {
    port: Number(port),
    host,
    dataDir: folder('DATA_DIR', './data'),
    smtpUrl: smtpUrl ?? null,
    backupDir: read('BACKUP_DIR') ? folder('BACKUP_DIR', '') : null,
    publicUrl: address ? address.origin : null,
    trustProxy: Number(trustProxy),
    profilesDir: folder('PROFILES_DIR', './display-profiles'),
    logLevel,
    offlineStart: offlineStart === 'on',
    privateHooks: privateHooks === 'on',
  };
}
