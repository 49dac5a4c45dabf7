import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { RawClient } from '../../support/raw/raw-client.js';
import { startTestServer, type TestServer } from '../../support/server.js';

let folder = '';
let file = '';
let server: TestServer | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arqonbus-audit-'));
  file = join(folder, 'audit.log');
});
afterEach(async () => {
  await server?.close();
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

function recordsOf(path: string): Record<string, unknown>[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

const actionsOf = (path: string): unknown[] => recordsOf(path).map(({ action }) => action);

async function until(isTrue: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error(`no ${what} within 5 s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the audit log of a running server [T-AUD-1]', () => {
  it('tells who came, joined, left and went, what was refused, and nothing of what was said', async () => {
    server = await startTestServer(`audit: { file: ${file} }`);
    const client = await RawClient.welcome(server.busUrl);
    await client.ask({ command: { join: { room: 'r', channel: 'c' } } });
    client.send({
      version: 1,
      type: wire.MessageType.EVENT,
      id: 'm1',
      room: 'r',
      channel: 'c',
      payload: Buffer.from('words-of-the-client'),
    });
    await client.ask({ command: { leave: { room: 'r', channel: 'c' } } });
    await fetch(`${server.adminUrl}/v1/status`, { headers: { authorization: 'Bearer wrong-token-of-an-operator' } });
    client.destroy();
    await until(() => actionsOf(file).includes('disconnect'), 'disconnect in the audit log');
    await server.close();

    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(actionsOf(file)).toEqual([
      'server_started',
      'connect',
      'join',
      'leave',
      'failed_login',
      'disconnect',
      'server_stopped',
    ]);
    const [, connect, join] = recordsOf(file);
    expect(connect).toMatchObject({
      tenant: 'default',
      subject: 'anonymous',
      key_id: 'none',
      remote_address: '127.0.0.1',
      room: null,
    });
    expect(join).toMatchObject({ client_id: connect?.['client_id'], room: 'r', channel: 'c' });
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('words-of-the-client');
    expect(text).not.toContain('wrong-token-of-an-operator');
  });

  it('goes on in a new file after a rotation', async () => {
    server = await startTestServer(`audit: { file: ${file} }`);
    renameSync(file, `${file}.1`);
    server.reopenAudit();
    (await RawClient.welcome(server.busUrl)).destroy();
    await until(() => actionsOf(file).includes('disconnect'), 'disconnect in the new file');
    expect(actionsOf(`${file}.1`)).toEqual(['server_started']);
  });

  it('that cannot be written is no server', async () => {
    await expect(startTestServer(`audit: { file: ${join(folder, 'no', 'such', 'file')} }`)).rejects.toMatchObject({
      name: 'AuditFileError',
      file: join(folder, 'no', 'such', 'file'),
    });
  });
});

describe('a deny list that is replaced [T-ACC-1] [T-AUTH-6] [P6]', () => {
  const deny = (over: object) => ({ access: { deny: { subjects: [], key_ids: [], addresses: [], ...over } } });

  it('ends open sessions within 5 s, and lets nobody of it in until it is replaced again', async () => {
    server = await startTestServer(`audit: { file: ${file} }`);
    const client = await RawClient.welcome(server.busUrl);
    const started = performance.now();
    server.replaceDenied(deny({ addresses: ['127.0.0.0/8'] }));
    expect(await client.closed).toBe(wire.CloseCode.CLOSED_UNAUTHENTICATED);
    expect(performance.now() - started).toBeLessThan(5_000);
    const { busUrl } = server;
    await expect(RawClient.welcome(busUrl)).rejects.toThrow('UNAUTHENTICATED');
    server.replaceDenied(deny({ subjects: ['somebody-else'] }));
    (await RawClient.welcome(busUrl)).destroy();
    await until(() => actionsOf(file).filter((action) => action === 'disconnect').length === 2, 'end of both sessions');
    expect(recordsOf(file).find(({ action }) => action === 'disconnect')).toMatchObject({ reason: 'denied' });
    expect(actionsOf(file).filter((action) => action === 'deny_list_replaced')).toHaveLength(2);
  });
});

describe('endpoints an operator switched off [T-ACC-1]', () => {
  it('answer as what does not exist', async () => {
    server = await startTestServer('admin: { disabled_endpoints: [/metrics] }');
    const { adminUrl, adminToken } = server;
    const ask = async (path: string) => {
      const response = await fetch(`${adminUrl}${path}`, { headers: { authorization: `Bearer ${adminToken}` } });
      return { status: response.status, body: await response.text() };
    };
    expect(await ask('/metrics')).toEqual(await ask('/no-such-thing'));
    expect((await ask('/metrics')).status).toBe(404);
    expect((await ask('/v1/status')).status).toBe(200);
  });
});
