import { spawn, type ChildProcess } from 'node:child_process';

/** A real server in production mode on its own port and its own data. */
export class Server {
  private child: ChildProcess | undefined;
  private output = '';
  origin = '';

  constructor(
    readonly dataDir: string,
    private readonly env: Record<string, string> = {},
  ) {}

  /** Starts `server.js` and waits until it says where it listens; `port` 0 lets the system choose. */
  async start(port = 0): Promise<this> {
    this.output = '';
    const child = spawn(process.execPath, ['server.js'], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'warn',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.output += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(this.output);
        if (found) {
          this.origin = found[0];
          resolve();
        }
      };
      child.stdout!.on('data', hear);
      child.stderr!.on('data', hear);
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${this.output}`)));
    });
    return this;
  }

  get port(): number {
    return Number(new URL(this.origin).port);
  }

  /** The one-time setup link of an empty store. */
  get setupLink(): string {
    const found = /\/setup\?code=[\w-]+/.exec(this.output);
    if (!found) throw new Error(`no setup link in:\n${this.output}`);
    return `${this.origin}${found[0]}`;
  }

  /** What the server printed so far. */
  get said(): string {
    return this.output;
  }

  /** Ends the server: politely, or at once with SIGKILL. What it ended with; null where a signal did it. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }
}

/** What `npm run seed` prints. */
export interface Seeded {
  team: string;
  owner: { login: string; password: string };
  apiKey: string;
  displays: { id: string; token: string; link: string }[];
}

/** Fills an empty data directory with the sample team, as `npm run seed` does; the server must not be running. */
export async function seed(dataDir: string, env: Record<string, string> = {}): Promise<Seeded> {
  const child = spawn(process.execPath, ['scripts/seed.js'], {
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`seed ended with ${code}: ${output}`);
  return JSON.parse(output.trim().split('\n').at(-1)!) as Seeded;
}
