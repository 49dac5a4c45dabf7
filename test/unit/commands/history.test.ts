import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness, type HarnessOptions } from '../../support/commands/command-harness.js';

const place = { room: 'orders', channel: 'eu' };

function written(count: number, options: HarnessOptions = {}, payload = (index: number) => String(index)) {
  const bus = createCommandHarness(options);
  for (let index = 1; index <= count; index += 1) {
    bus.publish(bus.address('orders', 'eu'), payload(index));
    bus.clock.advance(10);
  }
  const epoch = bus.ask(bus.session(), { channelInfo: place }).result?.channelInfo?.epoch ?? 0;
  return { ...bus, epoch };
}

function texts(result: wire.CommandResult.$Properties | null): string[] {
  return (result?.history?.envelopes ?? []).map((bytes) => Buffer.from(wire.Envelope.decode(bytes).payload).toString());
}

describe('history [S-CMD-1]', () => {
  it('reads oldest first, or newest first, and says where the channel stands', () => {
    const bus = written(3);
    const { result } = bus.ask(bus.session(), { history: place });
    expect(texts(result)).toEqual(['1', '2', '3']);
    expect(result?.history).toMatchObject({ more: false, epoch: bus.epoch, headSequence: 3, firstSequence: 1 });
    expect(texts(bus.ask(bus.session(), { history: { ...place, reverse: true } }).result)).toEqual(['3', '2', '1']);
  });

  it('gives the bytes that were delivered live [P2]', () => {
    const bus = createCommandHarness();
    const session = bus.session();
    bus.ask(session, { join: place });
    bus.publish(bus.address('orders', 'eu'), 'same');
    bus.tick();
    const live = session.subscriber.frames.at(-1) ?? new Uint8Array();
    const stored = bus.ask(session, { history: place }).result?.history?.envelopes?.[0] ?? new Uint8Array();
    expect(stored.length).toBeGreaterThan(50);
    expect(Buffer.from(live.subarray(-stored.length)).toString('hex')).toBe(Buffer.from(stored).toString('hex'));
  });

  it.each([false, true])('pages without a gap or a repeat (reverse %s)', (reverse) => {
    const bus = written(25);
    const seen: string[] = [];
    let more = true;
    let afterSequence = 0;
    while (more) {
      const { result } = bus.ask(bus.session(), {
        history: { ...place, reverse, limit: 10, afterSequence, epoch: afterSequence === 0 ? 0 : bus.epoch },
      });
      seen.push(...texts(result));
      more = result?.history?.more ?? false;
      afterSequence = Number(seen.at(-1));
    }
    const all = Array.from({ length: 25 }, (_, index) => String(index + 1));
    expect(seen).toEqual(reverse ? all.reverse() : all);
  });

  it('ends at the oldest and the newest message', () => {
    const bus = written(3);
    const page = (afterSequence: number, reverse: boolean) =>
      bus.ask(bus.session(), { history: { ...place, afterSequence, epoch: bus.epoch, reverse } }).result;
    expect(texts(page(1, true))).toEqual([]);
    expect(texts(page(3, false))).toEqual([]);
    expect(page(1, true)?.history).toMatchObject({ more: false, headSequence: 3 });
  });

  it('selects by time', () => {
    const bus = written(5);
    const firstMs = bus.clock.nowMs() - 50;
    const { result } = bus.ask(bus.session(), { history: { ...place, sinceMs: firstMs + 10, untilMs: firstMs + 30 } });
    expect(texts(result)).toEqual(['2', '3']);
  });

  it('gives 50 where no limit is named, all that the limit allows, and refuses one past it [P8]', () => {
    const bus = written(60, { limits: { historyPageMax: 55 } });
    const page = (limit: number) => bus.ask(bus.session(), { history: { ...place, limit } });
    expect(texts(page(0).result)).toHaveLength(50);
    expect(texts(page(55).result)).toHaveLength(55);
    expect(page(56).rejection).toMatchObject({ name: 'INVALID_ARGUMENT', field: 'command.history.limit' });
    const small = written(20, { limits: { historyPageMax: 10 } });
    expect(texts(small.ask(small.session(), { history: place }).result)).toHaveLength(10);
  });

  it('keeps a page within one message, and says that there is more [P8]', () => {
    const bus = written(20, { limits: { frameBytesMax: 8192 } }, (index) => String(index).padEnd(1000, '.'));
    const session = bus.session();
    const { result } = bus.ask(session, { history: { ...place, limit: 20 } });
    expect(texts(result).length).toBeGreaterThan(3);
    expect(result?.history?.more).toBe(true);
    expect(wire.CommandResult.encode(result ?? {}).finish().length).toBeLessThanOrEqual(8192);
  });

  it('refuses a position of another epoch, and one without an epoch', () => {
    const bus = written(3);
    const refused = (epoch: number) =>
      bus.ask(bus.session(), { history: { ...place, afterSequence: 1, epoch } }).rejection;
    expect(refused(bus.epoch + 1)).toMatchObject({ name: 'INVALID_ARGUMENT', field: 'command.history.epoch' });
    expect(refused(0)).toMatchObject({ name: 'INVALID_ARGUMENT', field: 'command.history.epoch' });
    expect(refused(bus.epoch)).toBeNull();
  });

  it('refuses a time range that is empty by construction', () => {
    const bus = written(1);
    const { rejection } = bus.ask(bus.session(), { history: { ...place, sinceMs: 5, untilMs: 5 } });
    expect(rejection).toMatchObject({ name: 'INVALID_ARGUMENT', field: 'command.history.until_ms' });
  });

  it.each(['afterSequence', 'sinceMs', 'untilMs'] as const)('refuses %s past 2^53', (name) => {
    const bus = written(1);
    const huge = { low: 0, high: 0x200001, unsigned: true } as unknown as number;
    const { rejection } = bus.ask(bus.session(), { history: { ...place, epoch: 1, [name]: huge } });
    const field = name.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`);
    expect(rejection).toMatchObject({ name: 'INVALID_ARGUMENT', field: `command.history.${field}` });
  });

  it('reads nothing for a position at 2^53 - 1', () => {
    const bus = written(1);
    const history = { ...place, epoch: bus.epoch, afterSequence: Number.MAX_SAFE_INTEGER };
    expect(texts(bus.ask(bus.session(), { history }).result)).toEqual([]);
  });

  it('gives the same answer for a missing and a forbidden channel [P7]', () => {
    const bus = written(1);
    const missing = { room: 'orders', channel: 'us' };
    expect(bus.ask(bus.session(), { history: missing }).rejection?.name).toBe('NOT_FOUND');
    expect(bus.ask(bus.session({ grants: { history: ['orders:us'] } }), { history: place }).rejection?.name).toBe(
      'NOT_FOUND',
    );
    expect(bus.ask(bus.session({ tenant: 'other' }), { history: place }).rejection?.name).toBe('NOT_FOUND');
  });
});
