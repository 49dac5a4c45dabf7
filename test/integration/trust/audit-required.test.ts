/** The audit log of a server that asks for credentials: who came, what was refused, whom operators shut out. [T-AUD-1] */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeKey } from '../../support/auth/signed-tokens.js';
import { startTestServer } from '../../support/server.js';
import { AuthFolder, makeApiKey, mintToken } from '../../support/trust/auth-folder.js';
import { LiveSession } from '../../support/trust/live-session.js';
import { waitFor } from '../../support/transport/raw-client.js';

type AuditLine = Record<string, unknown>;

it('names who connected with which key, joined, was refused, denied or banned, and never a credential [P9]', async () => {
  const folder = new AuthFolder();
  onTestFinished(() => folder.remove());
  const key = makeKey('EdDSA');
  const apiKey = makeApiKey({ id: 'key-of-bob', subject: 'bob' });
  const file = join(folder.path, 'audit.log');
  const auth = `${folder.jwtWithKeys([key])}  api_keys: {file: ${folder.writeApiKeys([apiKey])}}\n`;
  // One refusal for its rate is a strike, and one strike a ban.
  const banning = 'bans: {strikes: 1, rate_refusals: 1}\nlimits: {rates: {sender_per_channel: {messages: 1}}}\n';
  const server = await startTestServer(`${auth}${banning}audit: {file: ${file}}\n`);
  onTestFinished(() => server.close());
  const lines = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditLine);
  const find = (action: string) => lines().filter((line) => line['action'] === action);
  const until = (action: string, count = 1) => waitFor(() => find(action).length >= count, `${count} ${action}`);

  const token = mintToken(key, { sub: 'alice', arqonbus: { subscribe: ['r:*'], create: ['r:*'], command: ['join'] } });
  const alice = await LiveSession.open(server.busUrl, token);
  await alice.join('r', 'feed');
  expect(await alice.publish('r', 'feed')).toBe('NOT_FOUND');
  const bob = await LiveSession.open(server.busUrl, apiKey.key);
  const forged = mintToken(makeKey('EdDSA', key.kid));
  await expect(LiveSession.open(server.busUrl, forged)).rejects.toThrow('UNAUTHENTICATED');
  const answers = await Promise.all(['1', '2', '3', '4'].map((text) => bob.publish('r', 'feed', text)));
  expect(answers).toContain('RATE_LIMITED');
  await until('banned');
  server.replaceDenied({ access: { deny: { subjects: ['acme/alice'], key_ids: [], addresses: [] } } });
  await alice.client.closed;
  await until('disconnect');
  await server.close();

  const who = { tenant: 'acme', subject: 'alice', key_id: `https://id.example ${key.kid}` };
  expect(find('connect')).toMatchObject([who, { tenant: 'acme', subject: 'bob', key_id: 'key-of-bob' }]);
  expect(find('join')).toMatchObject([{ tenant: 'acme', subject: 'alice', room: 'r', channel: 'feed' }]);
  expect(find('denied')).toMatchObject([{ subject: 'alice', room: 'r', channel: 'feed' }]);
  expect(find('failed_login')).toMatchObject([{ reason: 'bad_signature', remote_address: '127.0.0.1' }]);
  expect(find('banned').length).toBeGreaterThan(0);
  expect(find('deny_list_replaced')).toHaveLength(1);
  expect(find('disconnect')).toEqual(expect.arrayContaining([expect.objectContaining({ reason: 'denied' })]));
  const text = readFileSync(file, 'utf8');
  for (const secret of [token, forged, apiKey.key, server.adminToken]) {
    for (const piece of secret.split(/[._-]/).filter((each) => each.length >= 12)) expect(text).not.toContain(piece);
  }
});
