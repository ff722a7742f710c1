/** The environment, read once and checked. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  smtpUrl: string | null;
  backupDir: string | null;
  publicUrl: string | null;
  trustProxy: number;
  profilesDir: string;
  logLevel: string;
}
