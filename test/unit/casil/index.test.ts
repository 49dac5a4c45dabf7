/** What `arqonbus/casil` gives to middleware. */
import { describe, expect, it } from 'vitest';
import { compileAddressScope, createInspector, loadPolicies, readEnvelope } from '../../../src/casil/index.js';
import { wire } from '../../../src/protocol/codec.js';
import { made } from '../../support/casil/samples.js';

const LIMITS = {
  inspectBytesMax: 65_536,
  oversize: 'block',
  workMax: 4_000_000,
  workLimit: 'block',
  findingsMax: 1000,
  decodeBytesMax: 131_072,
} as const;

function shieldInspect() {
  const names = ['block-secrets', 'mask-personal-data'].map((name) => ({ name, place: null }));
  const loaded = loadPolicies({ names, baseDir: '.', nowMs: 0, limits: { maxPolicies: 8, maxPatterns: 8 } });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return createInspector({
    policies: loaded.value.policies,
    mode: 'enforce',
    defaultDecision: 'block',
    scope: compileAddressScope(['*:*'], []),
    limits: LIMITS,
    metadata: true,
    nowMs: () => 0,
    listener: null,
  }).inspectFor({ tenant: 'acme', room: 'desk', channel: 'chat' });
}

function envelope(payload: string): Buffer {
  const fields = { version: 1, type: wire.MessageType.EVENT, id: 'm1', room: 'desk', channel: 'chat' };
  return Buffer.from(wire.Envelope.encode({ ...fields, payload: Buffer.from(payload) }).finish());
}

describe('inspection at the edge [C-CHAIN-1]', () => {
  const inspect = shieldInspect();
  const sender = { clientId: 'edge.1', subject: 'ada' };

  it('masks and blocks as the bus does', () => {
    const outcomes = ['fine', 'mail ada@example.com', `push with ${made('github_token')}`].map((text) => {
      const view = readEnvelope(envelope(text), { payloadBytesMax: 65_536 });
      if (!view.ok) throw new Error(view.error.name);
      const { outcome, redacted } = inspect(view.value, sender);
      return [outcome, redacted === null ? '' : Buffer.from(wire.Envelope.decode(redacted).payload).toString()];
    });
    expect(outcomes).toEqual([
      ['allow', ''],
      ['allow_with_redaction', `mail ${'*'.repeat(15)}`],
      ['block', ''],
    ]);
  });

  it('says what is wrong with bytes that are no envelope', () => {
    const read = readEnvelope(Buffer.from([0x08]), { payloadBytesMax: 65_536 });
    expect(read.ok ? '' : read.error.name).toBe('MALFORMED_ENVELOPE');
  });
});
