import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundle } from '../../scripts/bundle.js';

/** A TypeScript program as plain Node runs it; `remove` it when the tests are over. */
export async function program(entry: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await bundle(entry);
  return { path, remove: () => rm(dirname(path), { recursive: true, force: true }) };
}

/** A running program: the lines it prints, and how it ended. */
export class Running {
  readonly lines: string[] = [];
  errors = '';
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  #onLine: (() => void) | null = null;

  constructor(path: string, order: unknown, command: readonly string[] = [process.execPath]) {
    const [executable = '', ...args] = command;
    this.#child = spawn(executable, [...args, path, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let rest = '';
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      this.lines.push(...lines);
      this.#onLine?.();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.ended = new Promise((resolve) =>
      this.#child.on('close', (code) => {
        resolve(code);
        this.#onLine?.();
      }),
    );
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resolves when so many lines are there. @throws when the program ends before. */
  async printed(count: number): Promise<void> {
    let over = false;
    void this.ended.then(() => (over = true));
    while (this.lines.length < count) {
      if (over) throw new Error(`ended after ${this.lines.length} lines: ${this.errors}`);
      await new Promise<void>((resolve) => {
        this.#onLine = resolve;
        void this.ended.then(() => resolve());
      });
    }
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }
}
