/**
 * A thousand secrets wherever a client can write: none of them may reach what operators read - log lines down to debug,
 * metrics, status - whether content is inspected or not. [C-LOG-1] [P9] [CON VII.6]
 */
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/casil/detectors/catalogue.js';
import { wire } from '../../src/protocol/codec.js';
import { seededRandom } from '../../src/casil/samples/seeded-random.js';
import { RawClient } from '../support/raw/raw-client.js';
import { startTestServer, type TestServer } from '../support/server.js';

const SECRETS = 1000;
const SETTINGS = {
  'inspection off': '',
  'inspection enforcing':
    'casil: { enabled: true, mode: enforce, default_decision: block, policies: [block-secrets] }\n',
  'inspection watching': 'casil: { enabled: true, policies: [monitor-all] }\n',
};

/** Seeded secrets of every kind there is. */
function makeSecrets(count: number): string[] {
  const random = seededRandom(20261123, 'planted');
  const kinds = DETECTORS.filter(({ group }) => group === 'secrets');
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.sample(random) ?? '');
}

const isIdentifier = (text: string): boolean => /^[A-Za-z0-9._-]{1,128}$/.test(text);

/** Each way a client can write a text; the last ones want an identifier. */
const PLACES: readonly ((secret: string, id: string) => wire.IEnvelope)[] = [
  (secret, id) => event(id, { payload: Buffer.from(secret) }),
  (secret, id) => event(id, { headers: { authorization: secret } }),
  (secret, id) => event(id, { headers: { [`x-${secret}`.slice(0, 100)]: 'value' } }),
  (secret, id) => event(id, { intent: secret.slice(0, 250) }),
  (secret, id) => event(id, { capabilities: [secret.slice(0, 120)] }),
  (secret, id) => event(id, { contentType: secret.slice(0, 120) }),
  (secret, id) => command(id, { history: { room: secret, channel: 'c' } }),
  (secret, id) => ({ version: 1, type: wire.MessageType.COMMAND, id, hello: { screenName: secret.slice(0, 60) } }),
];

const IDENTIFIER_PLACES: typeof PLACES = [
  (secret, id) => event(id, { room: secret }),
  (secret, id) => event(id, { channel: secret }),
  (secret, id) => event(id, { correlationId: secret }),
  (secret, id) => event(id, { causationId: secret }),
  (secret) => event(secret, {}),
  (secret, id) => ({ version: 1, type: wire.MessageType.DIRECT, id, target: secret }),
  (secret, id) => command(id, { createChannel: { room: 'desk', channel: secret } }),
  (secret, id) => command(id, { deleteChannel: { room: secret, channel: secret } }),
  (secret, id) => command(id, { join: { room: secret, channel: '*' } }),
];

function event(id: string, fields: wire.IEnvelope): wire.IEnvelope {
  return { version: 1, type: wire.MessageType.EVENT, id, room: 'desk', channel: 'chat', wantAck: true, ...fields };
}

function command(id: string, body: wire.ICommand): wire.IEnvelope {
  return { version: 1, type: wire.MessageType.COMMAND, id, command: body };
}

/** Sends each secret once, well formed or damaged. Returns how many were written to the socket. */
async function plant(server: TestServer, secrets: readonly string[]): Promise<number> {
  let client = await RawClient.welcome(server.busUrl);
  let planted = 0;
  for (const [index, secret] of secrets.entries()) {
    const places = isIdentifier(secret) ? [...PLACES, ...IDENTIFIER_PLACES] : PLACES;
    const envelope = (places[index % places.length] as (typeof PLACES)[number])(secret, `m${index}`);
    if (index % 7 === 3) {
      // Cut short: what a scanner trips over must not be quoted either.
      const bytes = wire.Frame.encode({ envelopes: [envelope] }).finish();
      client.sendMessage(bytes.subarray(0, bytes.length - 1 - (index % 5)));
    } else {
      client.send(envelope);
    }
    planted += 1;
    if (index % 20 === 19) {
      client = await renewed(client, server);
    }
  }
  await renewed(client, server).then((last) => last.destroy());
  // In the address of the upgrade, where no credential belongs.
  const [first = ''] = secrets;
  await fetch(`${server.busUrl.replace('ws:', 'http:')}/?token=${encodeURIComponent(first)}`).then((answer) =>
    answer.text(),
  );
  return planted;
}

/** Broken framing ends a connection; every batch is settled by a round trip where it is still there. */
async function renewed(client: RawClient, server: TestServer): Promise<RawClient> {
  const answered = client.ask({ command: { ping: {} } }).then(
    () => client.destroy(),
    () => client.destroy(),
  );
  await Promise.race([answered, client.closed]);
  return RawClient.welcome(server.busUrl);
}

async function operatorsView(server: TestServer): Promise<string> {
  const headers = { authorization: `Bearer ${server.adminToken}` };
  const pages = await Promise.all(
    ['/metrics', '/v1/status'].map(async (path) => (await fetch(`${server.adminUrl}${path}`, { headers })).text()),
  );
  return [...pages, JSON.stringify(server.logLines)].join('\n');
}

describe.each(Object.entries(SETTINGS))('with %s [C-LOG-1] [P9]', (_, yaml) => {
  it(`shows operators none of ${SECRETS} planted secrets`, async () => {
    const server = await startTestServer(yaml);
    const secrets = makeSecrets(SECRETS);
    try {
      expect(await plant(server, secrets)).toBe(SECRETS);
      const view = await operatorsView(server);
      expect(server.logLines.length).toBeGreaterThan(100);
      expect(
        secrets.filter((secret) => view.includes(secret) || view.includes(JSON.stringify(secret).slice(1, -1))),
      ).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
