import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  judgeSecretState,
  readPublicFile,
  readSecretFile,
  SECRET_FILE_BYTES_MAX,
} from '../../../src/base/secret-file.js';

describe('a secret file [T-TLS-1]', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'arqonbus-secret-'));
    file = join(directory, 'key.pem');
    writeFileSync(file, 'content', { mode: 0o600 });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('is read when only its owner can, links to it included', () => {
    symlinkSync(file, join(directory, 'link'));
    for (const mode of [0o400, 0o600, 0o700]) {
      chmodSync(file, mode);
      for (const name of [file, join(directory, 'link')])
        expect(readSecretFile(name)).toEqual({ ok: true, value: Buffer.from('content') });
    }
  });

  it.each([0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o666, 0o777])(
    'is refused with mode %o, by whom ever it is read, with the command that mends it',
    (mode) => {
      chmodSync(file, mode);
      const read = readSecretFile(file);
      expect(read).toMatchObject({ ok: false, error: { kind: 'open_to_others', next: [`chmod 600 ${file}`] } });
      expect(JSON.stringify(read)).toContain(mode.toString(8));
      expect(JSON.stringify(read)).not.toContain('content');
    },
  );

  it('belongs to us or to root', () => {
    const state = (uid: number) => ({ uid, mode: 0o100600, isFile: () => true });
    expect(judgeSecretState('key', state(1000), 1000)).toBeNull();
    expect(judgeSecretState('key', state(0), 1000)).toBeNull();
    expect(judgeSecretState('key', state(1001), 1000)).toMatchObject({ kind: 'not_ours' });
    expect(judgeSecretState('key', state(1000), 0)).toMatchObject({ kind: 'not_ours' });
    // Where the system knows no owners, its modes mean nothing either.
    expect(judgeSecretState('key', { ...state(0), mode: 0o100666 }, undefined)).toBeNull();
  });

  it('is a regular file: neither a folder nor a pipe that nobody writes to', () => {
    mkdirSync(join(directory, 'folder'), { mode: 0o700 });
    execFileSync('mkfifo', ['-m', '600', join(directory, 'pipe')]);
    for (const name of ['folder', 'pipe'])
      expect(readSecretFile(join(directory, name))).toMatchObject({ ok: false, error: { kind: 'not_regular' } });
  });

  it('is at most 1 MiB', () => {
    truncateSync(file, SECRET_FILE_BYTES_MAX);
    expect(readSecretFile(file)).toMatchObject({ ok: true, value: { length: SECRET_FILE_BYTES_MAX } });
    truncateSync(file, SECRET_FILE_BYTES_MAX + 1);
    expect(readSecretFile(file)).toMatchObject({ ok: false, error: { kind: 'too_large' } });
  });

  it('is missed by name, and its name is safe to paste', () => {
    expect(readSecretFile(join(directory, 'none'))).toMatchObject({ ok: false, error: { kind: 'missing' } });
    const odd = join(directory, "it's; rm -rf here");
    writeFileSync(odd, 'content', { mode: 0o644 });
    const read = readSecretFile(odd);
    const command = read.ok ? '' : (read.error.next[0] ?? '');
    execFileSync('sh', ['-c', command], { cwd: directory });
    expect(readSecretFile(odd)).toMatchObject({ ok: true });
  });

  it('is empty when it is empty', () => {
    truncateSync(file, 0);
    expect(readSecretFile(file)).toEqual({ ok: true, value: Buffer.alloc(0) });
  });
});

describe('a public file', () => {
  it('may be read by everybody', () => {
    const directory = mkdtempSync(join(tmpdir(), 'arqonbus-public-'));
    const file = join(directory, 'cert.pem');
    writeFileSync(file, 'content');
    chmodSync(file, 0o644);
    expect(readPublicFile(file)).toMatchObject({ ok: true });
    expect(readPublicFile(directory)).toMatchObject({ ok: false, error: { kind: 'not_regular' } });
    rmSync(directory, { recursive: true });
  });
});
