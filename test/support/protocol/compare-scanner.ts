/** One verdict of the scanner against the oracle and the full decoder. */
import assert from 'node:assert/strict';
import { readUint64, wire } from '../../../src/protocol/codec.js';
import { EnvelopeView, scanEnvelope } from '../../../src/protocol/envelope-scanner.js';
import { findViolations } from './envelope-oracle.js';

const LIMITS = { payloadBytesMax: 4096 };
const MARGIN = 3;
const view = new EnvelopeView();

/**
 * Scans the envelope in the middle of a larger buffer, so that reading past its end would be noticed.
 *
 * @returns the name of the rejection, or null when it was accepted.
 * @throws AssertionError when the scanner and the oracle disagree, or an accepted envelope decodes to something else
 * than the view says.
 */
export function compareScanner(envelope: Buffer): string | null {
  const bytes = Buffer.concat([Buffer.alloc(MARGIN, 0x0a), envelope, Buffer.alloc(MARGIN, 0x01)]);
  const refused = scanEnvelope(bytes, MARGIN, MARGIN + envelope.length, LIMITS, view);
  const violations = findViolations(envelope, LIMITS.payloadBytesMax);
  if (refused !== null) {
    const named = `${refused.name} ${refused.field}`;
    assert.ok(violations.includes(named), `scanner: ${named}; oracle: ${violations.join(', ') || 'valid'}`);
    return refused.name;
  }
  assert.deepEqual(violations, [], 'the scanner accepted what the oracle refuses');
  checkView(wire.Envelope.decode(envelope));
  return null;
}

function checkView(decoded: wire.Envelope): void {
  assert.equal(decoded.version, 1);
  assert.deepEqual(
    {
      type: view.type,
      id: view.id(),
      room: view.room(),
      channel: view.channel(),
      contentType: view.contentType(),
      correlationId: view.correlationId(),
      target: view.target(),
      causationId: view.causationId(),
      traceparent: view.traceparent(),
      wantAck: view.wantAck,
      hopCount: view.hopCount,
      ttlMs: view.ttlMs,
      headersCount: view.headersCount,
      capabilitiesCount: view.capabilitiesCount,
    },
    {
      type: decoded.type,
      id: decoded.id,
      room: decoded.room,
      channel: decoded.channel,
      contentType: decoded.contentType,
      correlationId: decoded.correlationId,
      target: decoded.target,
      causationId: decoded.causationId,
      traceparent: decoded.traceparent,
      wantAck: decoded.wantAck,
      hopCount: decoded.hopCount,
      ttlMs: decoded.ttlMs,
      headersCount: Object.keys(decoded.headers).length,
      capabilitiesCount: decoded.capabilities.length,
    },
  );
  assert.ok(view.bytes.subarray(view.payloadStart, view.payloadEnd).equals(decoded.payload), 'payload differs');
  const body = view.bytes.subarray(view.bodyStart, view.bodyEnd);
  if (decoded.body === 'hello') wire.Hello.decode(body);
  if (decoded.body === 'command') checkCommand(wire.Command.decode(body));
}

/** The numbers of an accepted command are ones that JavaScript can hold. */
function checkCommand(command: wire.Command): void {
  for (const position of command.join?.recover ?? []) readUint64(position.sequence);
  readUint64(command.history?.afterSequence);
  readUint64(command.history?.sinceMs);
  readUint64(command.history?.untilMs);
}
