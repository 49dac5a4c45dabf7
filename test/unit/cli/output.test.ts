import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { cellWidth, fitCells, padCells } from '../../../src/cli/output/cell-width.js';
import { createProgress } from '../../../src/cli/output/progress.js';
import { chooseStyle } from '../../../src/cli/output/style.js';
import { createTextSink } from '../../../src/cli/output/text-sink.js';
import { createRateGate } from '../../../src/cli/tail/rate-gate.js';
import { CollectingStream } from './support.js';

describe('colour [S-CLI-1]', () => {
  const isColored = (choice: 'auto' | 'always' | 'never', isTerminal: boolean, env: Record<string, string>) =>
    chooseStyle(choice, { isTerminal }, env).bold('x') !== 'x';

  it('is for terminals, and not with NO_COLOR or a dumb one; the flag wins', () => {
    expect(isColored('auto', true, {})).toBe(true);
    expect(isColored('auto', false, {})).toBe(false);
    expect(isColored('auto', true, { NO_COLOR: '1' })).toBe(false);
    expect(isColored('auto', true, { NO_COLOR: '' })).toBe(true);
    expect(isColored('auto', true, { TERM: 'dumb' })).toBe(false);
    expect(isColored('always', false, { NO_COLOR: '1' })).toBe(true);
    expect(isColored('never', true, {})).toBe(false);
  });
});

describe('cells', () => {
  it('counts marks as none, East Asian wide and emoji as two', () => {
    expect(cellWidth('abc')).toBe(3);
    expect(cellWidth('e\u0301')).toBe(1);
    expect(cellWidth('日本')).toBe(4);
    expect(cellWidth('👍')).toBe(2);
  });

  it('cuts and pads to an exact width', () => {
    expect(fitCells('abcdef', 4)).toBe('abc…');
    expect(fitCells('日本語', 4)).toBe('日…');
    expect(fitCells('abcd', 4)).toBe('abcd');
    expect(padCells('日', 4)).toBe('日  ');
    expect(padCells('12', 4, 'right')).toBe('  12');
    expect(cellWidth(padCells('日本語', 4))).toBe(4);
  });
});

describe('createTextSink [S-CLI-1]', () => {
  it('waits while the reader is slow', async () => {
    const release: (() => void)[] = [];
    const slow = new Writable({
      highWaterMark: 4,
      write: (_chunk, _encoding, done) => void release.push(() => done()),
    });
    const sink = createTextSink(slow);
    let written = false;
    const writing = sink.write('12345').then(() => (written = true));
    await Promise.resolve();
    expect(written).toBe(false);
    release.shift()?.();
    await writing;
    expect(written).toBe(true);
  });

  it('takes a reader that has gone as a quiet end, told once, and releases who waits', async () => {
    let closed = 0;
    const stream = new Writable({ highWaterMark: 1, write: () => undefined });
    const sink = createTextSink(stream, () => (closed += 1));
    const writing = sink.write('waiting');
    stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await writing;
    await sink.write('more');
    expect(closed).toBe(1);
    expect(sink.closed).toBe(true);
  });

  it('reports any other failure to whoever writes', async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done() });
    const sink = createTextSink(stream);
    stream.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    await expect(sink.write('x')).rejects.toThrow('no space left');
    expect(sink.closed).toBe(false);
  });
});

describe('progress', () => {
  const clock = { nowMs: () => 0, monotonicMs: () => 0, setTimer: () => ({ cancel: () => undefined }) };

  it('is for terminals only, and one line in place', async () => {
    const piped = new CollectingStream();
    createProgress(createTextSink(piped), clock, false).show('1/2');
    expect(piped.text).toBe('');
    const terminal = Object.assign(new CollectingStream(), { isTTY: true, columns: 8 });
    const progress = createProgress(createTextSink(terminal), clock, false);
    progress.show('1,000/2,000');
    progress.clear();
    await new Promise(setImmediate);
    expect(terminal.text).toBe('\r\u001b[2K1,000/…\r\u001b[2K');
    const quiet = Object.assign(new CollectingStream(), { isTTY: true, columns: 8 });
    createProgress(createTextSink(quiet), clock, true).show('1/2');
    expect(quiet.text).toBe('');
  });
});

describe('createRateGate', () => {
  it('lets the rate through and counts every one it does not', () => {
    const gate = createRateGate(10);
    let passed = 0;
    let unshown = 0;
    for (let ms = 0; ms < 5000; ms += 1) {
      if (!gate.pass(ms)) continue;
      passed += 1;
      unshown += gate.takeUnshown();
    }
    unshown += gate.takeUnshown();
    expect(passed + unshown).toBe(5000);
    expect(passed).toBeGreaterThanOrEqual(50);
    expect(passed).toBeLessThanOrEqual(60);
  });
});
