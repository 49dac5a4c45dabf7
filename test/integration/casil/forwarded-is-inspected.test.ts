/** The bytes forwarded and stored are the bytes inspection saw, or the masked copy it made of them. [P9] [C-CHAIN-4] */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inspection, Inspector } from '../../../src/casil/inspection.js';
import { wire } from '../../../src/protocol/codec.js';
import { made } from '../../support/casil/samples.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createInspectingBus } from '../../support/casil/inspecting-bus.js';
import { createMemoryBus } from '../../support/memory-bus.js';
import { frameEnvelope } from '../../support/sealed.js';

interface Seen {
  readonly bytes: Buffer;
  readonly inspection: Inspection;
}

/** Remembers what went in and what came out. */
function spyOn(inspector: Inspector, seen: Seen[]): Inspector {
  return {
    inspectFor(address) {
      const inspect = inspector.inspectFor(address);
      return (view, sender) => {
        const bytes = Buffer.from(view.bytes.subarray(view.start, view.end));
        const inspection = inspect(view, sender);
        // The client's bytes are never written to: the same message may be read again.
        expect(view.bytes.subarray(view.start, view.end).equals(bytes)).toBe(true);
        seen.push({ bytes, inspection });
        return inspection;
      };
    },
  };
}

const planted = fc.constantFrom(
  'ada@example.com',
  made('email'),
  made('payment_card'),
  made('github_token'),
  made('aws_access_key'),
  'plain',
);
const text = fc.oneof(fc.string({ maxLength: 40 }), planted, fc.string({ unit: 'grapheme', maxLength: 12 }));
const json = fc
  .array(fc.tuple(fc.string({ maxLength: 6 }), text), { maxLength: 5 })
  .map((pairs) => JSON.stringify(Object.fromEntries(pairs)));
const base64 = text.map((inner) => JSON.stringify({ blob: Buffer.from(`{"inner":"${inner}"}`).toString('base64') }));
const nested = json.map((inner) => JSON.stringify({ body: inner }));
const payload = fc.oneof(
  text.map((value) => Buffer.from(value)),
  fc.oneof(json, nested, base64).map((value) => Buffer.from(value)),
  fc.uint8Array({ maxLength: 80 }).map((value) => Buffer.from(value)),
  text.map((value) => Buffer.from(wire.Hello.encode({ screenName: value, sdk: 'x' }).finish())),
);
const headers = fc.dictionary(fc.constantFrom('note', 'x-a', 'reply-to'), fc.oneof(planted, fc.constant('fine')), {
  maxKeys: 2,
});

describe('what is forwarded and stored [P9]', () => {
  it('is what was inspected, live and in history, for any message', async () => {
    const seen: Seen[] = [];
    const { inspection } = createInspectingBus();
    const bus = createMemoryBus({
      clock: new FakeClock(),
      inspection: { ...inspection, inspector: spyOn(inspection.inspector, seen) },
    });
    const [subscriber, sender] = [await bus.join(), await bus.join()];
    subscriber.command({ join: { room: 'desk', channel: 'chat' } });
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(payload, headers, (body, fields) => {
        seen.length = 0;
        subscriber.frames.length = 0;
        sender.publish('desk', 'chat', '', { payload: body, headers: fields });
        const [one] = seen;
        if (one === undefined || seen.length !== 1) throw new Error('inspected other than once');
        const { inspection: result, bytes } = one;
        outcomes.add(result.outcome);
        const [live] = subscriber.frames;
        if (result.outcome === 'block') {
          expect(live).toBeUndefined();
          return;
        }
        const expected = result.redacted ?? bytes;
        expect(expected).toHaveLength(bytes.length);
        const liveEnvelope = Buffer.from(frameEnvelope(live ?? Buffer.alloc(2)));
        expect(liveEnvelope.subarray(0, expected.length).equals(expected)).toBe(true);
        const page = sender.command({ history: { room: 'desk', channel: 'chat', limit: 1, reverse: true } });
        const [stored = new Uint8Array()] = page?.commandResult?.history?.envelopes ?? [];
        expect(Buffer.from(stored).equals(liveEnvelope)).toBe(true);
      }),
      { numRuns: 400, seed: 20261123 },
    );
    expect([...outcomes].sort()).toEqual(['allow', 'allow_with_redaction', 'block']);
  });

  it('is the same for the same message, and masking leaves nothing to mask', async () => {
    const seen: Seen[] = [];
    const { inspection } = createInspectingBus();
    const spied = { ...inspection, inspector: spyOn(inspection.inspector, seen) };
    const bus = createMemoryBus({ clock: new FakeClock(), inspection: spied });
    const sender = await bus.join();
    const publish = (body: Uint8Array, fields: Record<string, string>) => {
      seen.length = 0;
      sender.publish('desk', 'chat', '', { payload: body, headers: fields, id: 'same-id' });
      return (seen[0] as Seen).inspection;
    };
    fc.assert(
      fc.property(payload, headers, (body, fields) => {
        const [first, second] = [publish(body, fields), publish(body, fields)];
        expect(second).toEqual(first);
        if (first.redacted === null) return;
        const masked = wire.Envelope.decode(first.redacted);
        expect(publish(masked.payload, masked.headers).outcome).toBe('allow');
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });
});
