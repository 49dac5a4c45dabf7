import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_POLL_INTERVAL_MS, fileStamp, watchFiles } from '../../../src/base/file-watch.js';
import { FakeClock } from '../../support/fake-clock.js';

describe('watching files [T-AUTH-3] [T-TLS-1]', () => {
  it('tells a change once, within the interval, and nothing after it was stopped', () => {
    const clock = new FakeClock();
    const stamps = new Map([
      ['a', '1'],
      ['b', '1'],
    ]);
    let changes = 0;
    const watch = watchFiles({
      files: ['a', 'b'],
      clock,
      stampOf: (file) => stamps.get(file) ?? 'absent',
      onChange: () => (changes += 1),
    });
    clock.advance(5 * FILE_POLL_INTERVAL_MS);
    expect(changes).toBe(0);
    stamps.set('b', '2');
    clock.advance(FILE_POLL_INTERVAL_MS);
    expect(changes).toBe(1);
    clock.advance(5 * FILE_POLL_INTERVAL_MS);
    expect(changes).toBe(1);
    stamps.delete('a');
    clock.advance(FILE_POLL_INTERVAL_MS);
    expect(changes).toBe(2);
    watch.stop();
    stamps.set('a', '3');
    clock.advance(5 * FILE_POLL_INTERVAL_MS);
    expect(changes).toBe(2);
    expect(clock.timersPending).toBe(0);
  });

  it('goes on after a change whose handling failed', () => {
    const clock = new FakeClock();
    let stamp = 0;
    const watch = watchFiles({
      files: ['a'],
      clock,
      stampOf: () => String(stamp),
      onChange: () => {
        throw new Error('broken');
      },
    });
    stamp += 1;
    expect(() => clock.advance(FILE_POLL_INTERVAL_MS)).toThrow('broken');
    expect(clock.timersPending).toBe(1);
    watch.stop();
  });

  it('tells apart files of one size and one modification time, and a file put in the place of another', () => {
    const directory = mkdtempSync(join(tmpdir(), 'arqonbus-watch-'));
    const file = join(directory, 'a');
    const when = new Date(1_760_000_000_000);
    expect(fileStamp(file)).toBe('absent');
    writeFileSync(file, 'one');
    utimesSync(file, when, when);
    const first = fileStamp(file);
    expect(fileStamp(file)).toBe(first);
    writeFileSync(`${file}.new`, 'two');
    utimesSync(`${file}.new`, when, when);
    renameSync(`${file}.new`, file);
    expect(fileStamp(file)).not.toBe(first);
    rmSync(directory, { recursive: true });
  });
});
