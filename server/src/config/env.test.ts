import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './env.ts';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      demo: 'on',
      timeZone: 'Asia/Tokyo',
    });
    expect(readConfig({ PORT: '', MONGODB_URI: '' })).toMatchObject({ port: 3000, mongodbUri: null });
  });

  it('names every wrong variable in one line', () => {
    const wrong = {
      PORT: '99999',
      MONGODB_URI: 'postgres://x',
      TRUST_PROXY: 'true',
      MASTER_KEY: 'short',
      TZ_DISPLAY: 'Mars/Base',
      LOG_LEVEL: 'loud',
    };
    const message = messageOf(wrong);
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    expect(message).not.toContain('\n');
  });

  it('refuses the fixed demo where others can reach it', () => {
    expect(messageOf({ DEMO: 'fixed', HOST: '0.0.0.0' })).toContain('DEMO');
    expect(readConfig({ DEMO: 'fixed', HOST: '::1' }).demo).toBe('fixed');
  });

  it('takes single limits from a file and names a wrong one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'daihon-limits-'));
    const file = join(folder, 'limits.json');
    writeFileSync(file, '{"socketsPerAddress": 5000}');
    expect(readConfig({ LIMITS_FILE: file }).limits).toMatchObject({
      socketsPerAddress: 5000,
      socketsPerRoom: 100,
    });
    writeFileSync(file, '{"socketsPerAddress": -1}');
    expect(messageOf({ LIMITS_FILE: file })).toMatch(/LIMITS_FILE.*socketsPerAddress/u);
    expect(messageOf({ LIMITS_FILE: join(folder, 'none.json') })).toContain('LIMITS_FILE');
  });
});

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}
