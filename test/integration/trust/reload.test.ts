import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.js';
import { runCli } from '../../../src/cli/run.js';
import { RawClient } from '../../support/raw/raw-client.js';
import { CollectingStream } from '../../unit/cli/support.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'arqonbus-reload-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function until<T>(attempt: () => Promise<T> | T, isDone: (value: T) => boolean): Promise<T> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const value = await Promise.resolve()
      .then(attempt)
      .catch((error: unknown) => {
        if (performance.now() > deadline) throw error;
        return null;
      });
    if (value !== null && isDone(value)) return value;
    if (performance.now() > deadline) throw new Error('not within 10 s');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

it('SIGHUP reads access.deny again and opens the audit log anew; a broken file changes nothing [T-ACC-1] [T-AUD-1]', async () => {
  const port = await freePort();
  const config = join(folder, 'arqonbus.yaml');
  const audit = join(folder, 'audit.log');
  const base = `server: { port: ${port} }\nlogging: { level: silent }\naudit: { file: ${audit} }\n`;
  writeFileSync(config, base);
  const signals = new EventEmitter();
  const stderr = new CollectingStream();
  const ended = runCli({
    argv: ['node', '/usr/bin/arqonbus', 'serve', '-c', config],
    env: {},
    stdin: new PassThrough(),
    stdout: new CollectingStream(),
    stderr,
    signals,
    clock: systemClock,
  });
  const url = `ws://127.0.0.1:${port}`;
  try {
    const client = await until(
      () => RawClient.welcome(url),
      () => true,
    );

    writeFileSync(config, `${base}access: { deny: { addresses: [nonsense] } }\n`);
    signals.emit('SIGHUP');
    await until(
      () => stderr.text,
      (text) => text.includes('nonsense'),
    );
    expect(client.closedWith).toBeNull();

    renameSync(audit, `${audit}.1`);
    writeFileSync(config, `${base}access: { deny: { subjects: [anonymous] } }\n`);
    signals.emit('SIGHUP');
    expect(await client.closed).toBe(4500);
    const text = await until(
      () => readFileSync(audit, 'utf8'),
      (written) => written.includes('disconnect'),
    );
    expect(text).toContain('deny_list_replaced');
    expect(readFileSync(`${audit}.1`, 'utf8')).toContain('connect');
  } finally {
    signals.emit('SIGTERM');
    expect(await ended).toBe(0);
  }
  expect(signals.listenerCount('SIGHUP')).toBe(0);
});
