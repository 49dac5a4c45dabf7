import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLineWriter } from '../../../src/telemetry/line-writer.js';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'arqonbus-log-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A pipe whose reading end is ours; `hangUp` closes it. */
function openPipe(): { write: number; read: (bytes: number) => string; hangUp: () => void } {
  const path = join(temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const write = openSync(path, constants.O_WRONLY);
  let open = true;
  const hangUp = () => {
    if (open) closeSync(reader);
    open = false;
  };
  cleanups.push(hangUp, () => closeSync(write));
  return {
    write,
    hangUp,
    read(bytes) {
      const buffer = Buffer.alloc(bytes);
      return buffer.toString('utf8', 0, readSync(reader, buffer));
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('line writer [S-TEL-1]', () => {
  it('writes lines to a pipe in order, and has written them when it closes', async () => {
    const pipe = openPipe();
    const writer = openLineWriter(pipe.write);
    for (let index = 0; index < 100; index += 1) writer.write(`line ${index}\n`);
    await writer.close(1000);
    expect(pipe.read(65_536).split('\n').slice(0, -1)).toEqual(
      Array.from({ length: 100 }, (_, index) => `line ${index}`),
    );
    expect(writer.droppedLines()).toBe(0);
  });

  it('never waits for a reader that does not read: it bounds the queue, counts what it drops, and ends in time [P8]', async () => {
    const pipe = openPipe();
    const writer = openLineWriter(pipe.write);
    const line = `${'x'.repeat(1023)}\n`;
    const startedMs = performance.now();
    for (let index = 0; index < 10_000; index += 1) writer.write(line);
    // 10 MB into a pipe of 64 KiB: most is dropped, and the loop goes on.
    await pause(10);
    expect(writer.droppedLines()).toBeGreaterThan(8000);
    expect(writer.droppedLines()).toBeLessThan(9500);
    await writer.close(100);
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });

  it('survives a reader that goes away, and counts', async () => {
    const pipe = openPipe();
    const writer = openLineWriter(pipe.write);
    writer.write('before\n');
    await pause(20);
    pipe.hangUp();
    for (let index = 0; index < 5; index += 1) {
      writer.write('after\n');
      await pause(5);
    }
    expect(writer.droppedLines()).toBeGreaterThan(0);
    await writer.close(1000);
  });

  it('writes to a file, in order and whole', async () => {
    const path = join(temporaryFolder(), 'log');
    const fd = openSync(path, 'a');
    const writer = openLineWriter(fd);
    const lines = Array.from({ length: 5000 }, (_, index) => `line ${index}`);
    for (const line of lines) writer.write(`${line}\n`);
    await writer.close(5000);
    expect(readFileSync(path, 'utf8').split('\n').slice(0, -1)).toEqual(lines);
    writer.write('too late\n');
    expect(writer.droppedLines()).toBe(1);
    await writer.close(100);
  });
});
