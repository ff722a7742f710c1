import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownZones } from '../../domain/display-profile';
import { isPanelKind } from '../../panels/registry';
import { openProfiles, readProfile, type Profiles } from './profiles';

const source = (name: string) => readFileSync(`display-profiles/${name}.json`, 'utf8');
const good = source('break-room');
const faultIn = (name: string, text: string) => {
  const read = readProfile(`${name}.json`, text);
  return 'fault' in read ? read.fault : undefined;
};
const fault = (text: string) => faultIn('break-room', text);

describe('the shipped profiles', () => {
  for (const file of readdirSync('display-profiles').filter((name) => /^[a-z-]+\.json$/.test(name))) {
    it(`${file} is valid`, () => {
      const read = readProfile(file, readFileSync(join('display-profiles', file), 'utf8'));
      expect(read).toHaveProperty('profile');
      const profile = 'profile' in read ? read.profile : undefined;
      const named = [
        ...shownZones(profile?.zones ?? []).flatMap(({ suits = [] }) => suits),
        ...(profile?.defaults ?? []).map(({ panel }) => panel),
      ];
      expect(named.filter((panel) => !isPanelKind(panel))).toEqual([]);
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

describe('a split zone with a mistake', () => {
  const huddle = source('huddle-board');
  const lineWith = (text: string, part: string) =>
    text.split('\n').findIndex((line) => line.includes(part)) + 1;

  it('is found in its own line, past everything before it', () => {
    const wrong = huddle.replace('"id": "goal", "share": 50', '"id": "goal", "share": 0');
    expect(faultIn('huddle-board', wrong)).toMatchObject({
      line: lineWith(wrong, '"share": 0'),
      field: 'zones.1.split.1.share',
      code: 'at-least',
    });
    const late = huddle.replace(
      '"panel": "focus-goal", "options": {}',
      '"panel": "focus-goal", "options": 1',
    );
    expect(faultIn('huddle-board', late)).toMatchObject({
      line: lineWith(late, '"options": 1'),
      field: 'defaults.3.options',
    });
  });

  it('has at most three places that show something, each named once', () => {
    const goal = /\{ "id": "goal"[^}]*\}/;
    const more = (id: string) => huddle.replace(goal, (text) => `${text}, { "id": "${id}", "share": 1 }`);
    expect(faultIn('huddle-board', more('fourth'))).toMatchObject({ field: 'zones', code: 'too-many-zones' });
    const two = huddle.replace(goal, '{ "id": "score", "share": 1 }');
    expect(faultIn('huddle-board', two)).toMatchObject({ field: 'zones', code: 'zone-twice' });
  });

  it('says what hangs there in its parts, and has two or more', () => {
    const suits = huddle.replace('"id": "side",', '"id": "side", "suits": ["clock"],');
    expect(faultIn('huddle-board', suits)).toMatchObject({ field: 'zones.1', code: 'suits-of-split' });
    const one = huddle.replace(/,\s*\{ "id": "goal"[^}]*\}/, '');
    expect(faultIn('huddle-board', one)).toMatchObject({ field: 'zones.1.split', code: 'split-of-one' });
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
