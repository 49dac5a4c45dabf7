import { describe, expect, test } from 'vitest';
import type { ChannelBatch } from '../../../src/protocol/entry.js';
import { conflateQueue } from '../../../src/transport/conflation.js';
import { Conflated, ControlRun, type Chunk } from '../../../src/transport/outbox-chunk.js';
import { batch, controlFrame, type BatchShape } from '../../support/transport/batches.js';

function telemetry(shape: Omit<BatchShape, 'channel' | 'policy'>, channel = 'x'): ChannelBatch {
  return batch({ ...shape, channel, policy: 'conflate' });
}

function control(id: string): ControlRun {
  const run = new ControlRun();
  run.add(controlFrame(id));
  return run;
}

function conflate(chunks: readonly Chunk[], key: string | null = null, controlBytesMax = 65_536) {
  return conflateQueue({ chunks, queuedAtMs: chunks.map((_, index) => index * 10) }, { key, controlBytesMax });
}

function shapeOf(chunk: Chunk): string {
  if (chunk instanceof ControlRun) return `control ${chunk.frames.length}`;
  if (chunk instanceof Conflated) return `${chunk.address.channel} gap ${chunk.first}-${chunk.last - 1}, ${chunk.last}`;
  return `${chunk.address.channel} ${chunk.first}-${chunk.last}`;
}

describe('conflateQueue [P1]', () => {
  test('joins a run at the place and with the age of its last batch', () => {
    const result = conflate([
      telemetry({ first: 1, last: 2 }),
      telemetry({ first: 1, last: 1 }, 'y'),
      telemetry({ first: 3, last: 5 }),
      control('a'),
    ]);
    expect(result.chunks.map(shapeOf)).toEqual(['y 1-1', 'x gap 1-4, 5', 'control 1']);
    expect(result.queuedAtMs).toEqual([10, 20, 30]);
    expect(result.droppedCount).toBe(4);
  });

  test('does not join over a hole: it was announced, or was never the subscriber’s', () => {
    const result = conflate([
      telemetry({ first: 1, last: 2 }),
      control('left'),
      control('joined'),
      telemetry({ first: 9, last: 10 }),
    ]);
    expect(result.chunks.map(shapeOf)).toEqual(['x gap 1-1, 2', 'control 2', 'x gap 9-9, 10']);
  });

  test('does not join over a change of epoch', () => {
    const result = conflate([
      telemetry({ first: 1, last: 2 }),
      control('epoch changed'),
      telemetry({ first: 3, last: 4, epoch: 2 }),
    ]);
    expect(result.chunks.map(shapeOf)).toEqual(['x gap 1-1, 2', 'control 1', 'x gap 3-3, 4']);
    expect(result.chunks[2]).toMatchObject({ epoch: 2 });
  });

  test('touches one channel when asked for one', () => {
    const chunks = [telemetry({ first: 1, last: 2 }), telemetry({ first: 1, last: 2 }, 'y')];
    expect(conflate(chunks, 't/room/y').chunks.map(shapeOf)).toEqual(['x 1-2', 'y gap 1-1, 2']);
  });

  test('leaves alone what rooms want in full', () => {
    const chunks = [batch({ channel: 'x', first: 1, last: 3 }), batch({ channel: 'x', first: 4, last: 4 })];
    expect(conflate(chunks)).toEqual({ chunks, queuedAtMs: [0, 10], droppedCount: 0 });
  });

  test('extends an earlier gap and keeps a lone message as it is', () => {
    const earlier = conflate([telemetry({ first: 1, last: 3 })]).chunks;
    const result = conflate([...earlier, telemetry({ first: 4, last: 4 }), telemetry({ first: 7, last: 7 }, 'y')]);
    expect(result.chunks.map(shapeOf)).toEqual(['x gap 1-3, 4', 'y 7-7']);
    expect(result.droppedCount).toBe(1);
  });

  test('joins control runs that become neighbours only up to the size of one message', () => {
    const size = control('a').bytesTotal;
    const chunks = [control('a'), telemetry({ first: 1, last: 1 }), control('b'), telemetry({ first: 2, last: 2 })];
    expect(conflate(chunks, null, size * 2).chunks.map(shapeOf)).toEqual(['control 2', 'x gap 1-1, 2']);
    expect(conflate(chunks, null, size * 2 - 1).chunks.map(shapeOf)).toEqual([
      'control 1',
      'control 1',
      'x gap 1-1, 2',
    ]);
  });
});
