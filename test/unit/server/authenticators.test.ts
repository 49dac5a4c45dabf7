import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { createAuthenticator } from '../../../src/server/authenticators.js';
import { loadCredentials, NO_CREDENTIALS } from '../../../src/server/credentials.js';
import type { TelemetryEvent } from '../../../src/telemetry/events.js';
import { makeKey, signToken, goodClaims } from '../../support/auth/signed-tokens.js';
import { FakeClock } from '../../support/fake-clock.js';
import { AuthFolder, makeApiKey } from '../../support/trust/auth-folder.js';

const folder = new AuthFolder();
afterAll(() => folder.remove());
const key = makeKey('EdDSA');

function create(yaml: string, dev: { token: string } | null = null) {
  const loaded = loadConfig({ text: yaml, env: {} });
  if (!loaded.ok) throw new Error(`bad test configuration: ${JSON.stringify(loaded.error)}`);
  const credentials = loadCredentials(loaded.value);
  if (!credentials.ok) throw new Error(`bad test credentials: ${JSON.stringify(credentials.error)}`);
  const clock = new FakeClock(Date.now());
  const events: TelemetryEvent[] = [];
  const telemetry = { emit: (event: TelemetryEvent) => void events.push(event) };
  const running = createAuthenticator(loaded.value.config, dev, credentials.value, { clock, telemetry });
  const ask = (credential: string | null) =>
    running.authenticator.authenticate({
      credential,
      remoteAddress: '127.0.0.1',
      peerCertificateSha256: null,
      assertedPrincipal: null,
    });
  return { running, authenticator: running.authenticator, ask, clock, events, config: loaded.value.config };
}

const token = (clock: FakeClock, over: Record<string, unknown> = {}) => signToken(key, goodClaims(clock.nowMs(), over));

describe('the authenticators of a configuration [T-AUTH-1] [T-AUTH-3] [T-AUTH-5]', () => {
  it('are one that trusts everyone where none is asked for, and one that takes its token in development', async () => {
    const open = create('');
    expect(await open.ask(null)).toMatchObject({ ok: true, value: { tenant: 'default' } });
    const dev = create('', { token: 'of-this-run' });
    expect((await dev.ask('of-this-run')).ok).toBe(true);
    expect((await dev.ask('other')).ok).toBe(false);
    expect((await dev.ask(null)).ok).toBe(false);
    for (const { running } of [open, dev]) running.stop();
  });

  it('are all that are configured, each for its own kind of credential', async () => {
    const apiKey = makeApiKey({ id: 'k1' });
    const keyFile = folder.writeApiKeys([apiKey]);
    const { ask, authenticator, clock, running } = create(
      `${folder.jwtWithKeys([key])}  api_keys: {file: ${keyFile}}\n`,
    );
    expect(authenticator.scheme).toBe('jwt+api_key');
    expect(await ask(apiKey.key)).toMatchObject({ ok: true, value: { subject: 'k1' } });
    expect(await ask(token(clock))).toMatchObject({ ok: true, value: { subject: 'agent-7' } });
    expect(await ask(null)).toEqual({ ok: false, error: { reason: 'missing' } });
    expect(clock.timersPending).toBe(1);
    running.stop();
    expect(clock.timersPending).toBe(0);
  });

  it('are told every setting of tokens', async () => {
    const settings = '    clock_tolerance: 0\n    lifetime_max: 30m\n    token_bytes_max: 1KiB\n';
    const { ask, clock } = create(folder.jwtWithKeys([key], settings));
    const seconds = Math.floor(clock.nowMs() / 1000);
    const reason = async (over: Record<string, unknown>) => {
      const answer = await ask(token(clock, over));
      return answer.ok ? 'accepted' : answer.error.reason;
    };
    expect(await reason({ exp: seconds + 1_800 })).toBe('accepted');
    expect(await reason({ exp: seconds + 1_801 })).toBe('bad_claims');
    expect(await reason({ exp: seconds, iat: seconds - 10 })).toBe('expired');
    expect(await reason({ exp: seconds + 60, filler: 'x'.repeat(1_000) })).toBe('malformed');
  });

  it('read claims by the names that are configured, and keep an issuer to its tenant', async () => {
    const { material, kid, algorithm } = key;
    const keys = `keys: [{kid: ${kid}, algorithm: ${algorithm}, file: ${folder.write('k.pem', material)}}]`;
    const claims = 'claims: {tenant: org, grants: may, client_type: kind}';
    const row = (more: string) =>
      `auth: {mode: required, jwt: {issuers: [{issuer: "https://id.example", audience: arqonbus, ${keys}, ${more}}]}}`;
    const named = create(row(claims));
    const said = { org: 'acme-eu', may: { publish: ['a:*'] }, kind: 'ai-agent' };
    expect(await named.ask(token(named.clock, said))).toMatchObject({
      ok: true,
      value: { tenant: 'acme-eu', grants: { publish: ['a:*'], subscribe: [] }, clientType: 2 },
    });
    const bound = create(row('tenant: acme'));
    expect(await bound.ask(token(bound.clock))).toMatchObject({ ok: true, value: { tenant: 'acme' } });
    expect(await bound.ask(token(bound.clock, { tenant: 'other' }))).toMatchObject({ ok: false });
  });

  it('tell operators of a key set that changed, and once of one that cannot be read', async () => {
    const yaml = folder.jwtWithKeySet([key]);
    const { ask, clock, events } = create(yaml);
    const good = token(clock);
    expect((await ask(good)).ok).toBe(true);
    expect(events).toEqual([]);
    const later = async () => {
      clock.advance(1_000);
      expect((await ask(good)).ok).toBe(true);
    };
    folder.write('jwks.json', 'half a');
    await later();
    await vi.waitFor(() => expect(events).toHaveLength(1));
    await later();
    const problem = 'key set of https://id.example: not_a_key_set';
    expect(events).toEqual([{ type: 'credentials.reload_failed', source: 'jwks', problem }]);
    folder.writeKeySet([key, makeKey('ES256')]);
    // The keys that are known serve while the file is read; a read that had begun before may still find the old one.
    await vi.waitFor(async () => {
      await later();
      expect(events).toHaveLength(2);
    });
    await later();
    expect(events.slice(1)).toEqual([{ type: 'credentials.reloaded', source: 'jwks' }]);
  });

  it('that cannot be had any more when they start are told as the problems they are', () => {
    const keyFile = folder.writeApiKeys([makeApiKey({ id: 'k1' })], 'later.yaml');
    const { config, clock, running } = create(`auth: {mode: required, api_keys: {file: ${keyFile}}}`);
    running.stop();
    writeFileSync(keyFile, 'version: 1\nkeys: 7\n');
    const telemetry = { emit: () => undefined };
    expect(() => createAuthenticator(config, null, NO_CREDENTIALS, { clock, telemetry })).toThrow(
      expect.objectContaining({ name: 'CredentialError', problems: [expect.objectContaining({ severity: 'error' })] }),
    );
    expect(clock.timersPending).toBe(0);
  });
});
