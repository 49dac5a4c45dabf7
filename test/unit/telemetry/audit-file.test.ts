import {
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  mkdirSync,
  closeSync,
  fstatSync,
  openSync,
  write,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditFile, type AuditFileSystem } from '../../../src/telemetry/audit-file.js';

let folder = '';
let path = '';
const troubles: string[] = [];
const onTrouble = (reason: string): void => void troubles.push(reason);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arqonbus-audit-'));
  path = join(folder, 'audit.log');
  troubles.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A disk whose writes the test answers: with an error, or by writing at most so many bytes. */
function brokenDisk() {
  const state = {
    error: null as Error | null,
    bytesMax: Infinity,
    opened: 0,
    closed: 0,
    held: [] as (() => void)[],
    hold: false,
  };
  const fileSystem: AuditFileSystem = {
    open: (file, flags, mode) => {
      state.opened += 1;
      return openSync(file, flags, mode);
    },
    stat: fstatSync,
    close: (fd) => {
      state.closed += 1;
      closeSync(fd);
    },
    write(fd, bytes, offset, done) {
      const act = (): void => {
        const length = Math.min(bytes.length - offset, state.bytesMax);
        if (state.error === null) write(fd, bytes, offset, length, null, done);
        else done(state.error, 0);
      };
      if (state.hold) state.held.push(act);
      else act();
    },
  };
  return { state, fileSystem };
}

const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });

describe('the file of the audit log [T-AUD-1]', () => {
  it('is appended to and readable by its owner only', async () => {
    const first = openAuditFile(path, onTrouble);
    first.write('one\n');
    first.write('two\n');
    await first.close(1000);
    const second = openAuditFile(path, onTrouble);
    second.write('three\n');
    await second.close(1000);
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(troubles).toEqual([]);
  });

  it('goes on under its name after a rotation, and loses no line of the turn', async () => {
    const file = openAuditFile(path, onTrouble);
    file.write('old\n');
    renameSync(path, `${path}.1`);
    file.write('still old\n');
    file.reopen();
    file.write('new\n');
    await file.close(1000);
    expect(readFileSync(`${path}.1`, 'utf8') + readFileSync(path, 'utf8')).toBe('old\nstill old\nnew\n');
    expect(readFileSync(path, 'utf8')).toContain('new\n');
  });

  it('stays where it is when it cannot be opened again, and tells', async () => {
    const file = openAuditFile(path, onTrouble);
    renameSync(path, `${path}.1`);
    mkdirSync(path);
    file.reopen();
    file.write('kept\n');
    await file.close(1000);
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('kept\n');
    expect(troubles).toEqual(['EISDIR']);
  });

  it('closes the files it leaves, also while one is being written', async () => {
    const { state, fileSystem } = brokenDisk();
    const file = openAuditFile(path, onTrouble, fileSystem);
    state.hold = true;
    file.write('slow\n');
    file.reopen();
    expect([state.opened, state.closed]).toEqual([2, 0]);
    state.hold = false;
    for (const act of state.held) act();
    await file.close(1000);
    expect([state.opened, state.closed]).toEqual([2, 2]);
    expect(readFileSync(path, 'utf8')).toBe('slow\n');
  });

  it('counts every line a full disk costs, tells once, and tells again after it has worked between', async () => {
    const { state, fileSystem } = brokenDisk();
    const file = openAuditFile(path, onTrouble, fileSystem);
    state.error = full;
    for (let count = 0; count < 5; count += 1) file.write(`lost ${count}\n`);
    expect(file.lostLines()).toBe(5);
    expect(troubles).toEqual(['ENOSPC']);
    state.error = null;
    file.write('kept\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
    state.error = full;
    file.write('lost again\n');
    expect(file.lostLines()).toBe(6);
    expect(troubles).toEqual(['ENOSPC', 'ENOSPC']);
    await file.close(1000);
    expect(readFileSync(path, 'utf8')).toBe('kept\n');
  });

  it('never glues a line to one that was torn', async () => {
    const { state, fileSystem } = brokenDisk();
    const file = openAuditFile(path, onTrouble, fileSystem);
    state.bytesMax = 3;
    state.hold = true;
    file.write('torn line\n');
    // The first piece is written; then the disk is full.
    await new Promise((resolve) => setTimeout(resolve, 5));
    state.held.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    state.error = full;
    state.hold = false;
    state.held.shift()?.();
    state.error = null;
    state.bytesMax = Infinity;
    file.write('whole line\n');
    await file.close(1000);
    expect(readFileSync(path, 'utf8')).toBe('tor\nwhole line\n');
    expect(file.lostLines()).toBe(1);
  });

  it('holds no more than its bound for a disk that hangs, and does not wait for it at the end', async () => {
    const { state, fileSystem } = brokenDisk();
    const file = openAuditFile(path, onTrouble, fileSystem);
    state.hold = true;
    const line = `${'x'.repeat(1_048_575)}\n`;
    // One is being written, four fill the queue.
    for (let count = 0; count < 5; count += 1) file.write(line);
    expect(file.lostLines()).toBe(0);
    file.write(line);
    expect(file.lostLines()).toBe(1);
    expect(troubles).toHaveLength(1);
    const started = performance.now();
    await file.close(30);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('counts what comes after its end', async () => {
    const file = openAuditFile(path, onTrouble);
    await file.close(1000);
    await file.close(1000);
    file.reopen();
    file.write('late\n');
    expect(file.lostLines()).toBe(1);
  });

  it('is refused where it is no regular file, or cannot be there', () => {
    expect(() => openAuditFile('/dev/null', onTrouble)).toThrow('regular file');
    expect(() => openAuditFile(join(folder, 'no', 'such'), onTrouble)).toThrow('ENOENT');
    writeFileSync(path, '');
    expect(() => openAuditFile(join(path, 'below'), onTrouble)).toThrow('ENOTDIR');
  });
});
