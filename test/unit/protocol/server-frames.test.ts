import { describe, expect, it } from 'vitest';
import { readUint64, wire } from '../../../src/protocol/codec.js';
import { ERROR_CATALOGUE } from '../../../src/protocol/generated/error-catalogue.js';
import { rejection, type ErrorName } from '../../../src/protocol/rejection.js';
import {
  commandResultFrame,
  errorFrame,
  gapFrame,
  goAwayFrame,
  presenceFrame,
  welcomeFrame,
} from '../../../src/protocol/server-frames.js';

const { ERROR, SYSTEM, COMMAND_RESULT } = wire.MessageType;

function only(frame: Uint8Array): wire.Envelope {
  const { envelopes } = wire.Frame.decode(frame);
  expect(envelopes).toHaveLength(1);
  const envelope = envelopes[0] as wire.Envelope;
  expect(envelope.version).toBe(1);
  return envelope;
}

describe('server frames', () => {
  it.each(Object.keys(ERROR_CATALOGUE) as ErrorName[])('error %s says what the catalogue says', (name) => {
    const { type, correlationId, error } = only(errorFrame(rejection(name, 'a.field'), { correlationId: 'msg-1' }));
    const entry = ERROR_CATALOGUE[name];
    expect(type).toBe(ERROR);
    expect(correlationId).toBe('msg-1');
    expect(error).toMatchObject({ code: entry.code, name, message: entry.message, field: 'a.field' });
    expect(error?.retry ?? 0).toBe(entry.retry);
    expect(error?.envelopeIndex ?? null).toBeNull();
  });

  it('an error can name an index (0 included), an address and a delay', () => {
    const refused = { ...rejection('RATE_LIMITED'), retryAfterMs: 250 };
    const envelope = only(errorFrame(refused, { envelopeIndex: 0, room: 'lobby', channel: 'chat' }));
    expect(envelope.error?.envelopeIndex).toBe(0);
    expect(envelope.error?.retryAfterMs).toBe(250);
    expect([envelope.room, envelope.channel, envelope.correlationId]).toEqual(['lobby', 'chat', '']);
    expect(only(errorFrame(refused)).error?.name).toBe('RATE_LIMITED');
  });

  it('gap [P1]', () => {
    const frame = gapFrame({ room: 'lobby', channel: 'chat' }, { from: 3, to: 2 ** 40, reason: 'CONFLATED', epoch: 9 });
    const { type, room, channel, gap } = only(frame);
    expect([type, room, channel]).toEqual([SYSTEM, 'lobby', 'chat']);
    expect([readUint64(gap?.from), readUint64(gap?.to)]).toEqual([3, 2 ** 40]);
    expect([gap?.reason, gap?.epoch]).toEqual([wire.GapReason.CONFLATED, 9]);
  });

  it('go away [P10]', () => {
    const goAway = { reason: 'drain', deadlineMs: 10_000, retryMinMs: 500, retryMaxMs: 5000 };
    const envelope = only(goAwayFrame(goAway));
    expect(envelope.type).toBe(SYSTEM);
    expect(envelope.goAway).toMatchObject(goAway);
  });

  it('welcome and command result name what they answer [S-CMD-1]', () => {
    const welcome = only(welcomeFrame('hello-1', { clientId: 'n1.a', tenant: 't', limits: { maxHops: 16 } }));
    expect([welcome.type, welcome.correlationId, welcome.body]).toEqual([COMMAND_RESULT, 'hello-1', 'welcome']);
    expect(welcome.welcome?.limits?.maxHops).toBe(16);
    const result = only(commandResultFrame('cmd-1', { leave: {} }));
    expect([result.type, result.correlationId, result.commandResult?.result]).toEqual([
      COMMAND_RESULT,
      'cmd-1',
      'leave',
    ]);
  });

  it('presence [S-ROUTE-5]', () => {
    const joined = [{ clientId: 'n1.a', clientType: wire.ClientType.HUMAN, screenName: 'Ada', capabilities: ['x'] }];
    const envelope = only(presenceFrame({ room: 'lobby', channel: 'chat' }, joined, ['n1.b']));
    expect(envelope.presenceEvent).toMatchObject({ joined, left: ['n1.b'] });
  });

  it('frames of any kind concatenate into one Frame', () => {
    const joined = Buffer.concat([
      errorFrame(rejection('NOT_FOUND')),
      commandResultFrame('a', { ping: { timestampMs: 1 } }),
    ]);
    expect(wire.Frame.decode(joined).envelopes.map(({ body }) => body)).toEqual(['error', 'commandResult']);
  });
});
