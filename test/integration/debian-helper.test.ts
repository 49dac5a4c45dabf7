import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureProgram } from '../support/debian.js';
import { runCommand } from '../support/run-command.js';

describe('programs that tests run against [S-BENCH-1]', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'arqonbus-programs-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(directory, { recursive: true, force: true });
  });

  it('takes what the environment names, and refuses a name that is no program', async () => {
    vi.stubEnv('ARQONBUS_TEST_NATS_SERVER', process.execPath);
    await expect(ensureProgram('nats-server')).resolves.toEqual({ path: process.execPath, env: {} });
    vi.stubEnv('ARQONBUS_TEST_NATS_SERVER', join(directory, 'absent'));
    await expect(ensureProgram('nats-server')).rejects.toThrow('ARQONBUS_TEST_NATS_SERVER');
  });

  it('fetches an absent program once for everyone who asks, without root, and it runs', async () => {
    const reports: string[] = [];
    const options = { cacheDirectory: directory, searchPath: [], report: (line: string) => void reports.push(line) };
    const both = await Promise.all([ensureProgram('nginx', options), ensureProgram('nginx', options)]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0].path.startsWith(directory)).toBe(true);
    expect(reports.filter((line) => line === 'ready')).toHaveLength(1);
    const { path, env } = both[0];
    await expect(runCommand('ldd', [path], { env: { ...process.env, ...env } })).resolves.not.toContain('not found');
    const manifest = readFileSync(join(directory, 'nginx/manifest.json'), 'utf8');
    expect(manifest).toContain('nginx=');
  }, 300_000);

  it('says how to install what cannot be fetched, and leaves nothing that looks ready', async () => {
    vi.stubEnv('PATH', directory);
    const options = { cacheDirectory: join(directory, 'cache'), searchPath: [], report: () => undefined };
    await expect(ensureProgram('redis-server', options)).rejects.toThrow(
      /redis-server is needed here[^]*apt-get install redis-server[^]*ARQONBUS_TEST_REDIS_SERVER/,
    );
    expect(existsSync(join(directory, 'cache/redis-server'))).toBe(false);
  });
});
