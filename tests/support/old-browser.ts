import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

type Answer = { result?: Record<string, unknown>; error?: { message: string } };
type Message = Answer & {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Record<string, unknown>;
};

/** An engine that turns in circles answers nothing, for ever. */
const silence = (what: string): Promise<Answer> =>
  new Promise((resolve) => {
    const message = `${what}: the browser gave no answer within two minutes`;
    setTimeout(() => resolve({ error: { message } }), 120_000).unref();
  });

/** The arguments with which the engines from npm run anywhere; a Chromium of this machine runs with them too. */
const engineArguments = ['--disable-gpu', '--single-process', '--no-zygote'];

/**
 * One page of a browser that is too old for playwright, driven by its debugging protocol over a pipe. Keeps what the page
 * complains of.
 */
export class OldBrowser {
  /** What a console would show in red or yellow, uncaught errors and failed requests, as sentences. */
  readonly complaints: string[] = [];
  #child: ChildProcess;
  #folder: string;
  #session: string | undefined;
  #sent = 0;
  #waiting = new Map<number, (answer: Answer) => void>();
  #events = new Set<(message: Message) => void>();

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
    let rest = '';
    (child.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.#hear(JSON.parse(part) as Message);
    });
    child.once('exit', (code, signal) => {
      for (const take of this.#waiting.values())
        take({ error: { message: `the browser ended with ${code ?? signal}` } });
    });
    (child.stdio[3] as Writable).on('error', () => {});
  }

  /**
   * Opens one with a page of this size. `folder` is an engine's of scripts/old-engines.js, or `program` a browser of this
   * machine. A page without scripts is one that the browser does not run any on.
   */
  static async open(
    where: { folder: string } | { program: string },
    { width = 1920, height = 1080, scripts = true } = {},
  ): Promise<OldBrowser> {
    const own = mkdtempSync(join(tmpdir(), 'huddleboard-engine-'));
    const program = 'folder' in where ? join(where.folder, 'chromium') : where.program;
    const child = spawn(
      program,
      [
        '--headless',
        '--no-sandbox',
        ...('folder' in where ? engineArguments : ['--disable-gpu']),
        '--remote-debugging-pipe',
        `--user-data-dir=${own}`,
        `--window-size=${width},${height}`,
        'about:blank',
      ],
      {
        env: {
          ...process.env,
          ...('folder' in where && { LD_LIBRARY_PATH: `${where.folder}:${join(where.folder, 'lib')}` }),
        },
        stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
        // A group of its own, ended as a whole.
        detached: true,
      },
    );
    const browser = new OldBrowser(child, own);
    const { targetId } = await browser.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.#send('Target.attachToTarget', { targetId, flatten: true });
    browser.#session = String(sessionId);
    browser.#listen();
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await browser.send(`${domain}.enable`);
    await browser.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    if (!scripts) await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
    return browser;
  }

  /** A cookie for an address. */
  async cookie(name: string, value: string, url: string): Promise<void> {
    await this.send('Network.setCookie', { name, value, url });
  }

  /** Opens an address and waits until it has loaded. */
  async goto(url: string): Promise<void> {
    const loaded = this.#event('Page.loadEventFired');
    await this.send('Page.navigate', { url });
    const { error } = await Promise.race([loaded.then((): Answer => ({})), silence(`loading ${url}`)]);
    if (error) throw new Error(error.message);
  }

  /** The value of an expression in the page; a promise is waited for. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    const details = answer['exceptionDetails'] as { exception?: { description?: string } } | undefined;
    if (details) throw new Error(details.exception?.description ?? JSON.stringify(details));
    return (answer['result'] as { value: T }).value;
  }

  /** Writes what stands on the screen as a PNG. */
  async screenshot(path: string): Promise<void> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(path, Buffer.from(String(data), 'base64'));
  }

  /** Sends one command to the page. @throws with the browser's words when it refuses */
  send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return this.#send(method, params, this.#session);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      process.kill(-(this.#child.pid ?? 0), 'SIGKILL');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20 });
  }

  async #send(method: string, params: Record<string, unknown>, sessionId?: string) {
    const id = ++this.#sent;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    (this.#child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await Promise.race([answer, silence(method)]);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  #hear(message: Message): void {
    if (message.id !== undefined) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    } else for (const hear of [...this.#events]) hear(message);
  }

  #event(method: string): Promise<void> {
    return new Promise((resolve) => {
      const hear = (message: Message) => {
        if (message.method !== method) return;
        this.#events.delete(hear);
        resolve();
      };
      this.#events.add(hear);
    });
  }

  #listen(): void {
    type Thrown = { text: string; exception?: { description?: string } };
    type Said = { type: string; args: { value?: unknown; description?: string }[] };
    type Entry = { level: string; text: string; url?: string };
    this.#events.add(({ method, params }) => {
      if (method === 'Runtime.exceptionThrown') {
        const thrown = params?.['exceptionDetails'] as Thrown;
        this.complaints.push(`uncaught: ${thrown.exception?.description ?? thrown.text}`);
      } else if (method === 'Runtime.consoleAPICalled') {
        const { type, args } = params as unknown as Said;
        if (['error', 'warning', 'assert'].includes(type))
          this.complaints.push(
            `console: ${args.map(({ value, description }) => String(value ?? description)).join(' ')}`,
          );
      } else if (method === 'Log.entryAdded') {
        const { level, text, url } = params?.['entry'] as Entry;
        // That what was loaded ahead is used late tells of a busy machine.
        if (/was preloaded .* not used within a few seconds/.test(text)) return;
        if (level === 'error' || level === 'warning') this.complaints.push(`log: ${text} (${url ?? ''})`);
      }
    });
  }
}
