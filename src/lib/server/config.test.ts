import { describe, expect, it } from 'vitest';
import { ConfigRefusal, readConfig } from './config';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({ PORT: '', LOG_LEVEL: ' ' })).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: './data',
      smtpUrl: null,
      backupDir: null,
      publicUrl: null,
      trustProxy: 0,
      profilesDir: './display-profiles',
      logLevel: 'info',
      offlineStart: true,
      privateHooks: false,
    });
  });

  it('is taken as it is written', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      TRUST_PROXY: '2',
      PUBLIC_URL: 'https://board.example:8443/',
      PRIVATE_HOOKS: 'on',
      SMTP_URL: 'smtps://user:secret@mail.example',
      BACKUP_DIR: '/backup',
      OFFLINE_START: 'off',
      UNRELATED: 'left alone',
    };
    expect(readConfig(env)).toMatchObject({
      port: 0,
      host: '::1',
      trustProxy: 2,
      publicUrl: 'https://board.example:8443',
      backupDir: '/backup',
      offlineStart: false,
      privateHooks: true,
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '0x50'],
    ['PORT', '-1'],
    ['PORT', '3000 4000'],
    ['HOST', 'http://here'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '-1'],
    ['PUBLIC_URL', 'board.example'],
    ['PUBLIC_URL', 'ftp://board.example'],
    ['PUBLIC_URL', 'https://board.example/wall'],
    ['SMTP_URL', 'mail.example:25'],
    ['PRIVATE_HOOKS', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['OFFLINE_START', 'no'],
    ['DATA_DIR', 'a\0b'],
    ['PROFILES_DIR', 'a\0b'],
    ['BACKUP_DIR', 'a\0b'],
  ])('refuses %s=%j with one sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigRefusal);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
  });

  it('keeps a password out of the sentence', () => {
    expect(() => readConfig({ SMTP_URL: 'http://user:secret@mail.example' })).toThrow(/^((?!secret).)*$/);
  });
});
