/** The SDK on a server whose tokens live for seconds: it follows with a provider, and says so without. [T-AUTH-6] */
import { expect, it, onTestFinished } from 'vitest';
import { connect, type Client, type ConnectOptions } from '../../../src/client/index.js';
import { makeKey } from '../../support/auth/signed-tokens.js';
import { startTestServer } from '../../support/server.js';
import { waitFor } from '../../support/transport/raw-client.js';
import { ALL_GRANTS, AuthFolder, expiryIn, mintToken } from '../../support/trust/auth-folder.js';

const key = makeKey('EdDSA');
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function start() {
  const folder = new AuthFolder();
  const server = await startTestServer(folder.jwtWithKeySet([key], '    clock_tolerance: 0\n'));
  onTestFinished(async () => {
    await server.close();
    folder.remove();
  });
  const open = async (options: ConnectOptions): Promise<{ client: Client; states: string[] }> => {
    const client = await connect(server.busUrl, { reconnect: { minMs: 10, maxMs: 200 }, ...options });
    onTestFinished(() => client.close());
    const states: string[] = [];
    client.on('state', (state, error) => states.push(error === undefined ? state : `${state} ${error.retry}`));
    client.on('error', () => undefined);
    return { client, states };
  };
  return { folder, server, open };
}

it('renews in band before the expiry: one connection outlives its first tokens', async () => {
  const { open } = await start();
  let minted = 0;
  const { client, states } = await open({ token: () => mintToken(key, { exp: expiryIn(2), jti: `${(minted += 1)}` }) });
  const first = client.clientId;
  await client.join('r:feed');
  await wait(6_500);
  expect(minted).toBeGreaterThan(2);
  expect(states).toEqual([]);
  expect(client.clientId).toBe(first);
  expect(await client.publish('r:feed', 'still here')).toMatchObject({ duplicate: false });
});

it('connects again with a fresh token where it may not renew, and misses nothing', async () => {
  const { open } = await start();
  const arqonbus = { ...ALL_GRANTS, command: ['join', 'leave'] };
  const { client, states } = await open({ token: () => mintToken(key, { exp: expiryIn(1.2), arqonbus }) });
  const { client: sender } = await open({ token: mintToken(key, { sub: 'sender' }) });
  const seen: string[] = [];
  await client.join('r:feed', (message) => void seen.push(message.text()));
  const sent = Array.from({ length: 40 }, (_, index) => `m${index}`);
  for (const text of sent) {
    await sender.publish('r:feed', text);
    await wait(100);
  }
  await waitFor(() => seen.length >= sent.length, 'all messages', 10_000);
  expect(seen).toEqual(sent);
  expect(states.filter((state) => state === 'reconnecting after_reauth').length).toBeGreaterThan(0);
  expect(states.filter((state) => state.startsWith('closed'))).toEqual([]);
});

it('ends with a fixed token that expired, and with a provider whose fresh token is refused', async () => {
  const { folder, open } = await start();
  const fixed = await open({ token: mintToken(key, { exp: expiryIn(1) }) });
  await waitFor(() => fixed.client.state === 'closed', 'the end of a fixed token', 10_000);
  expect(fixed.states).toEqual(['closed after_reauth']);

  let asked = 0;
  const provided = await open({
    token: () => {
      asked += 1;
      return mintToken(key);
    },
  });
  folder.writeKeySet([makeKey('ES256')]);
  await waitFor(() => provided.client.state === 'closed', 'the end of a revoked key', 10_000);
  // Back at once, because the key might have changed only; refused, and refused again with a fresh token.
  expect(provided.states).toEqual(['reconnecting retry', 'reconnecting after_reauth', 'closed after_reauth']);
  expect(asked).toBe(3);
});
