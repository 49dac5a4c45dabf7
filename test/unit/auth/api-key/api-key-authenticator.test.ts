import { describe, expect, it } from 'vitest';
import { generateApiKey } from '../../../../src/auth/api-key/api-key.js';
import { createApiKeyAuthenticator } from '../../../../src/auth/api-key/api-key-authenticator.js';
import { parseKeyFile } from '../../../../src/auth/api-key/load-key-file.js';
import type { Principal } from '../../../../src/auth/principal.js';
import type { TelemetryEvent } from '../../../../src/telemetry/events.js';
import { FakeClock } from '../../../support/fake-clock.js';

const one = generateApiKey((count) => new Uint8Array(count).fill(1));
const two = generateApiKey((count) => new Uint8Array(count).fill(2));
const RELOAD_MS = 1_000;

function start(firstText: string) {
  const clock = new FakeClock();
  const events: TelemetryEvent[] = [];
  let text = firstText;
  let version = 0;
  const created = createApiKeyAuthenticator({
    file: 'keys.yaml',
    clock,
    telemetry: { emit: (event) => void events.push(event) },
    load: () => parseKeyFile(text, 'keys.yaml'),
    stampOf: () => String(version),
  });
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  const authenticator = created.value;
  const answerTo = (credential: string | null) =>
    authenticator.authenticate({
      credential,
      remoteAddress: '192.0.2.1',
      peerCertificateSha256: null,
      assertedPrincipal: null,
    });
  return {
    clock,
    events,
    authenticator,
    write: (next: string) => {
      text = next;
      version += 1;
      clock.advance(RELOAD_MS);
    },
    /** The key's id, or why not. */
    ask: async (credential: string | null): Promise<string> => {
      const answer = await answerTo(credential);
      return answer.ok ? answer.value.keyId : answer.error.reason;
    },
    principal: async (credential: string): Promise<Principal> => {
      const answer = await answerTo(credential);
      if (!answer.ok) throw new Error(answer.error.reason);
      return answer.value;
    },
  };
}

function file(...keys: readonly string[]): string {
  return `version: 1\nkeys:\n${keys.map((key) => `  - ${key}\n`).join('')}`;
}
const entry = (id: string, { sha256 }: { sha256: string }, more = '') =>
  `{id: ${id}, sha256: ${sha256}, tenant: acme, subject: ${id}${more}}`;

describe('authentication by API key [T-AUTH-3] [P6]', () => {
  it('knows the keys of the file and no others', async () => {
    const { ask, authenticator } = start(file(entry('k1', one), entry('k2', two)));
    expect(authenticator.keyCount).toBe(2);
    expect([await ask(one.key), await ask(two.key)]).toEqual(['k1', 'k2']);
    expect(await ask(generateApiKey().key)).toBe('unknown');
    // The file of hashes opens nothing by itself.
    expect(await ask(one.sha256)).toBe('malformed');
    expect(await ask(`aqk_${one.sha256}`)).toBe('malformed');
    for (const text of ['aqk_', one.key.slice(0, -1), `${one.key}=`, 'a'.repeat(100_000)])
      expect(await ask(text)).toBe('malformed');
    expect([await ask(null), await ask('')]).toEqual(['missing', 'missing']);
  });

  it('refuses a key from the instant it expires', async () => {
    const { ask, clock } = start(file(entry('k1', one, ', expires: "2025-10-09T08:53:21Z"')));
    const expiresAtMs = Date.parse('2025-10-09T08:53:21Z');
    clock.jumpWallClock(expiresAtMs - clock.nowMs() - 1);
    expect(await ask(one.key)).toBe('k1');
    clock.jumpWallClock(1);
    expect(await ask(one.key)).toBe('expired');
  });

  it('takes a changed file within a second: removed keys end, new ones begin, others go on', async () => {
    const { ask, write, events, authenticator, principal } = start(file(entry('k1', one), entry('k2', two)));
    const [first, second] = [await principal(one.key), await principal(two.key)];
    const three = generateApiKey();
    write(file(entry('k2', two), entry('k3', three)));
    expect(events).toEqual([{ type: 'credentials.reloaded', source: 'api_keys' }]);
    expect([await ask(one.key), await ask(two.key), await ask(three.key)]).toEqual(['unknown', 'k2', 'k3']);
    expect([authenticator.stillVouchesFor(first), authenticator.stillVouchesFor(second)]).toEqual([false, true]);
    // The same object, so that what was compiled for it serves on.
    expect(await principal(two.key)).toBe(second);
  });

  it.each([
    ['the key was exchanged', entry('k1', two)],
    ['the grants shrank', entry('k1', one, ', grants: {publish: []}')],
    ['the tenant changed', entry('k1', one).replace('acme', 'umbrella')],
    ['an end was set', entry('k1', one, ', grants: {publish: ["*"]}, expires: "2030-01-01T00:00:00Z"')],
    ['the id changed', entry('other', one)],
  ])('does not vouch for a session when %s', async (_what, changed) => {
    const { write, authenticator, principal } = start(file(entry('k1', one, ', grants: {publish: ["*"]}')));
    const before = await principal(one.key);
    expect(authenticator.stillVouchesFor(before)).toBe(true);
    write(file(changed));
    expect(authenticator.stillVouchesFor(before)).toBe(false);
  });

  it('keeps its keys while the file cannot be used, and tells where without quoting it', async () => {
    const { ask, write, events, authenticator, principal } = start(file(entry('k1', one)));
    const before = await principal(one.key);
    const secret = generateApiKey().key;
    write(file(entry('k1', { sha256: secret })));
    expect(events).toEqual([
      {
        type: 'credentials.reload_failed',
        source: 'api_keys',
        problem: expect.stringContaining('keys.yaml:3: ') as string,
      },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret.slice(0, 12));
    write('');
    expect(events).toHaveLength(2);
    expect(await ask(one.key)).toBe('k1');
    expect(authenticator.stillVouchesFor(before)).toBe(true);
    write(file(entry('k2', two)));
    expect([await ask(one.key), await ask(two.key)]).toEqual(['unknown', 'k2']);
  });

  it('does not begin with a file that cannot be used, nor look at it after it stopped', () => {
    const clock = new FakeClock();
    const telemetry = { emit: () => undefined };
    const stampOf = () => '1';
    const broken = { file: 'k', clock, telemetry, stampOf, load: () => parseKeyFile('keys', 'k') };
    expect(createApiKeyAuthenticator(broken)).toMatchObject({ ok: false });
    expect(clock.timersPending).toBe(0);
    const { authenticator, clock: running } = start(file(entry('k1', one)));
    authenticator.stop();
    expect(running.timersPending).toBe(0);
  });
});
