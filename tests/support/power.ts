import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * FS_IOC_SHUTDOWN with FS_SHUTDOWN_FLAGS_NOLOGFLUSH: from one moment to the next nothing more reaches the disk. The
 * process is stopped with the same stroke, as a power cut does: ext4 lets an fsync that is under way at that moment
 * return success, and nobody must live to believe it.
 */
const shutdown =
  'open(my $d, "<", $ARGV[0]) or die "$!\n"; my $how = pack("L", 2); kill("STOP", $ARGV[1]) if $ARGV[1];' +
  'defined ioctl($d, 0x8004587d, $how) or die "$!\n";';

/**
 * A small ext4 file system in a file, whose power can be cut: what was not synced by then is gone, as the file system
 * alone decides.
 */
export class PowerDisk {
  /** Where it is mounted. */
  readonly directory: string;

  private constructor(
    readonly home: string,
    readonly options: string,
  ) {
    this.directory = join(home, 'disk');
  }

  static async make(options: 'defaults' | 'noauto_da_alloc'): Promise<PowerDisk> {
    const disk = new PowerDisk(await mkdtemp(join(tmpdir(), 'huddleboard-power-')), options);
    try {
      await mkdir(disk.directory);
      await run('truncate', ['-s', '64M', join(disk.home, 'image')]);
      await run('mkfs.ext4', ['-q', '-F', join(disk.home, 'image')]);
      await disk.#mount();
    } catch (error) {
      await disk.remove();
      throw error;
    }
    return disk;
  }

  /** Why the machine cannot do this, or null where it can. */
  static async missing(): Promise<string | null> {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root';
    try {
      const disk = await PowerDisk.make('defaults');
      await disk.cut();
      await disk.remove();
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Cuts the power, for the process `pid` too. */
  async cut(pid?: number): Promise<void> {
    await run('perl', ['-e', shutdown, this.directory, ...(pid === undefined ? [] : [String(pid)])]);
  }

  /** After the cut: the file system is taken down and mounted again, which replays its journal. */
  async restorePower(): Promise<void> {
    await run('umount', [this.directory]);
    await this.#mount();
  }

  async remove(): Promise<void> {
    await run('umount', [this.directory]).catch(() => undefined);
    await rm(this.home, { recursive: true, force: true });
  }

  async #mount(): Promise<void> {
    await run('mount', ['-o', `loop,${this.options}`, join(this.home, 'image'), this.directory]);
  }
}
