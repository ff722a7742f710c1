import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProfiles, readProfile, type Profiles } from './profiles';

const good = readFileSync('display-profiles/break-room.json', 'utf8');
const fault = (source: string) => {
  const read = readProfile('break-room.json', source);
  return 'fault' in read ? read.fault : undefined;
};

describe('the shipped profiles', () => {
  for (const file of readdirSync('display-profiles').filter((name) => /^[a-z-]+\.json$/.test(name))) {
    it(`${file} is valid`, () => {
      expect(readProfile(file, readFileSync(join('display-profiles', file), 'utf8'))).toHaveProperty(
        'profile',
      );
    });
  }
});

describe('a profile with a mistake', () => {
  it('is answered with file, line and field', () => {
    const file = 'break-room.json';
    expect(fault(good.replace('"safeArea": 5', '"safeArea": 50'))).toEqual({
      file,
      line: 7,
      field: 'safeArea',
      code: 'at-most',
      detail: '15',
    });
    expect(fault(good.replace('"evening"', '"night"'))).toMatchObject({
      line: 9,
      field: 'theme',
      code: 'one-of',
      detail: 'evening, dim, daylight',
    });
    expect(fault(good.replace('"safeArea": 5', '"safeArea": "wide"'))).toMatchObject({
      field: 'safeArea',
      code: 'kind',
      detail: 'number',
    });
    expect(fault(good.replace('"motion": "full",', ''))).toMatchObject({ field: 'motion', code: 'missing' });
    expect(fault(good.replace('"zones":', '"zones"'))).toMatchObject({ file, code: 'not-json' });
    expect(fault(good.replace('"name": "break-room"', '"name": "canteen"'))).toMatchObject({
      line: 3,
      field: 'name',
      code: 'not-file-name',
      detail: 'break-room',
    });
  });
});

describe('a folder of profiles', () => {
  let folder: string;
  let profiles: Profiles;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'profiles-'));
    writeFileSync(join(folder, 'break-room.json'), good);
    profiles = openProfiles(folder);
  });
  afterEach(() => {
    profiles.close();
    rmSync(folder, { recursive: true });
  });

  it('is followed while the server runs', async () => {
    const changed: string[] = [];
    profiles.onChange((name) => changed.push(name));
    writeFileSync(join(folder, 'break-room.json'), good.replace('"safeArea": 5', '"safeArea": 3'));
    await expect.poll(() => profiles.get('break-room')?.safeArea, { timeout: 10_000 }).toBe(3);
    expect(changed).toEqual(['break-room']);
  });

  it('keeps the last good version of a file that broke, and says so', async () => {
    writeFileSync(join(folder, 'break-room.json'), '{ "name":');
    await expect.poll(() => profiles.faults().length, { timeout: 10_000 }).toBe(1);
    expect(profiles.get('break-room')?.safeArea).toBe(5);
    writeFileSync(join(folder, 'break-room.json'), good);
    await expect.poll(() => profiles.faults().length, { timeout: 10_000 }).toBe(0);
  });
});
