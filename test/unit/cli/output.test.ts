import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.js';
import { cellWidth, fitCells, padCells } from '../../../src/cli/output/cell-width.js';
import { createProgress } from '../../../src/cli/output/progress.js';
import { chooseStyle } from '../../../src/cli/output/style.js';
import { createTextSink } from '../../../src/cli/output/text-sink.js';
import { createRateGate } from '../../../src/cli/tail/rate-gate.js';
import { FakeClock } from '../../support/fake-clock.js';
import { settle } from '../../support/settle.js';
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
    const sink = createTextSink(slow, { clock: systemClock });
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
    const sink = createTextSink(stream, { clock: systemClock, onClosed: () => (closed += 1) });
    const writing = sink.write('waiting');
    stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await writing;
    await sink.write('more');
    expect(closed).toBe(1);
    expect(sink.closed).toBe(true);
  });

  it('reports any other failure to whoever writes', async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done() });
    const sink = createTextSink(stream, { clock: systemClock });
    stream.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    await expect(sink.write('x')).rejects.toThrow('no space left');
    expect(sink.closed).toBe(false);
  });

  it('takes a stream that throws at once, as a file on a full disk does, for the same failure', async () => {
    const stream = new Writable({
      write: () => {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
    });
    const sink = createTextSink(stream, { clock: systemClock });
    await expect(sink.write('x')).rejects.toMatchObject({ exit: 'retry', problems: [{ code: 'CLI010' }] });
    expect(sink.failure).not.toBeNull();
  });

  /** A pipe that is full, and that nobody reads. */
  const stuck = () => new Writable({ highWaterMark: 1, write: () => undefined });

  it('waits for ever for a reader of data, until the command has to end', async () => {
    const clock = new FakeClock();
    const sink = createTextSink(stuck(), { clock });
    let done = false;
    const writing = sink.write('data').then(() => (done = true));
    for (let hour = 0; hour < 24; hour += 1) {
      clock.advance(3_600_000);
      await new Promise(setImmediate);
    }
    expect(done).toBe(false);
    sink.hurry();
    await writing;
    await sink.write('goes nowhere');
    const startMs = clock.monotonicMs();
    await settle(clock, sink.flush());
    expect(clock.monotonicMs() - startMs).toBeLessThan(2000);
  });

  it('flushes for as long as a slow reader needs', async () => {
    const clock = new FakeClock();
    const release: (() => void)[] = [];
    const slow = new Writable({
      highWaterMark: 100,
      write: (_chunk, _encoding, done) => void release.push(() => done()),
    });
    const sink = createTextSink(slow, { clock });
    await sink.write('one');
    await sink.write('two');
    clock.setTimer(20_000, () => release.shift()?.());
    clock.setTimer(40_000, () => release.shift()?.());
    clock.setTimer(40_001, () => release.shift()?.());
    await settle(clock, sink.flush());
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(40_000);
    expect(slow.writableLength).toBe(0);
  });

  it('waits a moment only for a reader of notes, and takes no failure of theirs for one of the command', async () => {
    const clock = new FakeClock();
    const notes = createTextSink(stuck(), { clock, optional: true });
    await settle(clock, notes.write('note'));
    await settle(clock, notes.flush());
    await notes.write('another');
    expect(clock.monotonicMs()).toBeLessThan(5000);

    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) });
    const sink = createTextSink(broken, { clock, optional: true });
    await sink.write('note');
    await new Promise(setImmediate);
    await sink.write('another');
    expect(sink.failure).toBeNull();
  });
});

describe('progress', () => {
  const clock = { nowMs: () => 0, monotonicMs: () => 0, setTimer: () => ({ cancel: () => undefined }) };

  it('is for terminals only, and one line in place', async () => {
    const piped = new CollectingStream();
    createProgress(createTextSink(piped, { clock }), clock, false).show('1/2');
    expect(piped.text).toBe('');
    const terminal = Object.assign(new CollectingStream(), { isTTY: true, columns: 8 });
    const progress = createProgress(createTextSink(terminal, { clock }), clock, false);
    progress.show('1,000/2,000');
    progress.clear();
    await new Promise(setImmediate);
    expect(terminal.text).toBe('\r\u001b[2K1,000/…\r\u001b[2K');
    const quiet = Object.assign(new CollectingStream(), { isTTY: true, columns: 8 });
    createProgress(createTextSink(quiet, { clock }), clock, true).show('1/2');
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
