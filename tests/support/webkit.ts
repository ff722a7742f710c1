import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { vi } from 'vitest';

/** The programs: of Debian's packages `xvfb` and `webkit2gtk-driver`. */
export interface WebKitPrograms {
  xvfb: string;
  driver: string;
}

/** A port that was free a moment ago: the driver cannot choose one by itself. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** One page of WebKitGTK on a screen that nobody sees, driven by WebDriver. */
export class WebKit {
  #screen: ChildProcess;
  #driver: ChildProcess;
  #session = '';
  #said = '';

  private constructor(
    screen: ChildProcess,
    driver: ChildProcess,
    readonly address: string,
  ) {
    this.#screen = screen;
    this.#driver = driver;
    for (const stream of [driver.stdout, driver.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
  }

  static async open(programs: WebKitPrograms): Promise<WebKit> {
    const screen = spawn(
      programs.xvfb,
      ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const display = await new Promise<string>((resolve, reject) => {
      (screen.stdio[3] as Readable).once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    });
    const port = await freePort();
    const driver = spawn(programs.driver, [`--port=${port}`], {
      env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // The driver starts the browser: all of them end together.
      detached: true,
    });
    const webkit = new WebKit(screen, driver, `http://127.0.0.1:${port}`);
    try {
      await webkit.#start();
    } catch (error) {
      await webkit.close();
      throw error;
    }
    return webkit;
  }

  async #start(): Promise<void> {
    const alwaysMatch = {
      'webkitgtk:browserOptions': {
        args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
      },
    };
    await vi.waitFor(
      async () => {
        const { sessionId } = await this.#ask<{ sessionId: string }>('POST', '/session', {
          capabilities: { alwaysMatch },
        });
        this.#session = `/session/${sessionId}`;
      },
      { timeout: 60_000, interval: 100 },
    );
    await this.#ask('POST', `${this.#session}/window/rect`, { x: 0, y: 0, width: 1920, height: 1080 });
  }

  /** What the page wrote to its console as an error or a warning, in lines. */
  get complaints(): string[] {
    return this.#said.split('\n').filter((line) => /CONSOLE \S+ (ERROR|WARN)/.test(line));
  }

  async goto(url: string): Promise<void> {
    await this.#ask('POST', `${this.#session}/url`, { url });
  }

  /** A cookie for the site that stands open. */
  async cookie(name: string, value: string): Promise<void> {
    await this.#ask('POST', `${this.#session}/cookie`, { cookie: { name, value } });
  }

  /** The value of an expression in the page. */
  evaluate<T>(expression: string): Promise<T> {
    return this.#ask<T>('POST', `${this.#session}/execute/sync`, {
      script: `return ${expression}`,
      args: [],
    });
  }

  async screenshot(path: string): Promise<void> {
    const picture = await this.#ask<string>('GET', `${this.#session}/screenshot`);
    writeFileSync(path, Buffer.from(picture, 'base64'));
  }

  async close(): Promise<void> {
    if (this.#session) await this.#ask('DELETE', this.#session).catch(() => undefined);
    for (const child of [this.#driver, this.#screen]) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child === this.#driver && child.pid) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
      await ended;
    }
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.address}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
    return value;
  }
}
