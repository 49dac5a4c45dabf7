import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sandbox } from './program.js';

const sandbox = new Sandbox();
beforeAll(async () => {
  await sandbox.serveDev();
  await sandbox.run(['send', 'orders:eu', 'x']);
  await sandbox.run(['send', 'other:eu', 'x']);
  mkdirSync(join(sandbox.folder, 'config', 'arqonbus'), { recursive: true });
  writeFileSync(join(sandbox.folder, 'config', 'arqonbus', 'contexts.yaml'), 'contexts: {staging: {url: "ws://a"}}\n');
});
afterAll(() => sandbox.dispose());

/** Completes a line in bash; the program is on the PATH as arqonbus. */
async function complete(words: readonly string[]): Promise<string[]> {
  const line = [
    'mkdir -p bin; printf "#!/bin/sh\\nexec $ARQONBUS \\"\\$@\\"\\n" > bin/arqonbus; chmod +x bin/arqonbus',
    'PATH="$PWD/bin:$PATH"; source <(arqonbus completion bash)',
    `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _arqonbus`,
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n');
  const { stdout, stderr, status } = await sandbox.shell(line);
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trim().split('\n');
}

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('%s: the script parses, as far as a shell for it is here', async (shell) => {
    const check =
      shell === 'fish'
        ? 'command -v fish >/dev/null && fish -n script || grep -q "complete -c arqonbus" script'
        : 'bash -n script';
    const { status, stderr } = await sandbox.shell(`$ARQONBUS completion ${shell} > script && ${check}`);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('knows subcommands, flags, rooms and contexts', async () => {
    expect(await complete(['arqonbus', 's'])).toEqual(['serve', 'send', 'status']);
    expect(await complete(['arqonbus', 'config', ''])).toEqual(expect.arrayContaining(['validate', 'show', 'init']));
    expect(await complete(['arqonbus', 'config', 'show', '--so'])).toEqual(['--sources']);
    expect(await complete(['arqonbus', 'casil', 'ex'])).toEqual(['explain']);
    expect(await complete(['arqonbus', 'casil', 'explain', '--ag'])).toEqual(['--against']);
    expect(await complete(['arqonbus', 'tail', '--as'])).toEqual(['--as-client']);
    expect(await complete(['arqonbus', 'tail', 'or'])).toEqual(['orders']);
    expect(await complete(['arqonbus', 'status', '--context', ''])).toEqual(['dev', 'staging']);
  });

  it('is silent where there is no server', async () => {
    const outcome = await sandbox.run(['__complete', 'rooms', ''], { env: { ARQONBUS_URL: 'ws://127.0.0.1:1' } });
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
