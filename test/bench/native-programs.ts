/** Compiles the C programs of the bench into a folder of this run. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot } from '../support/checkout.js';
import { ensureProgram } from '../support/debian.js';
import { runCommand } from '../support/run-command.js';

export interface NativePrograms {
  readonly loadgen: string;
  readonly batchedServer: string;
}

const serverSources = ['batched-server.c', 'channels.c'];

export async function compileNative(directory: string): Promise<NativePrograms> {
  const compiler = await ensureProgram('cc');
  const unpacked = compiler.root === undefined ? [] : unpackedFlags(compiler.root);
  const sources = join(checkoutRoot, 'test/bench/native');
  const loadgenSources = readdirSync(sources).filter((name) => name.endsWith('.c') && !serverSources.includes(name));
  const compile = async (output: string, names: readonly string[]): Promise<string> => {
    const path = join(directory, output);
    const flags = ['-std=c11', '-D_GNU_SOURCE', '-O2', '-Wall', '-Wextra', ...unpacked, '-o', path];
    await runCommand(compiler.path, [...flags, ...names.map((name) => join(sources, name))], {
      env: { ...process.env, ...compiler.env },
    });
    return path;
  };
  return {
    loadgen: await compile('loadgen', loadgenSources),
    batchedServer: await compile('batched-server', serverSources),
  };
}

/**
 * Leads an unpacked gcc to its tools, headers and libraries. Static, because the linker script of the shared C library
 * names absolute paths.
 */
function unpackedFlags(root: string): string[] {
  const libraries = join(root, 'usr/lib');
  const triplet = existsSync(libraries)
    ? readdirSync(libraries).find((name) => name.endsWith('-linux-gnu'))
    : undefined;
  if (triplet === undefined) return [`-B${root}/usr/bin/`];
  const includes = [`${root}/usr/include`, `${root}/usr/include/${triplet}`].flatMap((path) => ['-isystem', path]);
  return ['-static', ...includes, `-B${root}/usr/bin/`, `-B${libraries}/${triplet}/`, `-L${libraries}/${triplet}`];
}
