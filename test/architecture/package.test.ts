import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './source-files.js';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

interface TypeReport {
  /** `types` is false where the package has none. */
  readonly analysis: { readonly types: unknown };
  readonly problems?: Readonly<Record<string, readonly { readonly kind: string; readonly resolutionKind?: string }[]>>;
}

/** Packs what would be published, from the built dist/, and looks at it as its users will. */
describe('the published package', () => {
  let folder: string;
  let packed: Packed;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'arqonbus-pack-'));
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const output = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    packed = firstPacked(JSON.parse(output));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the program, the schema and the documents people need, and no tests', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const path of [
      'bin/arqonbus.js',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/client/index.js',
      'dist/client/browser.js',
      'dist/casil/index.js',
      'policies/default.yaml',
      'proto/arqonbus/v1/envelope.proto',
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
    ]) {
      expect(paths).toContain(path);
    }
    expect(paths.filter((path) => !/^(bin|dist|proto|policies)\/|^[A-Z]+(\.md)?$|^package\.json$/.test(path))).toEqual(
      [],
    );
  });

  it('passes publint', async () => {
    const tarball = readFileSync(join(folder, packed.filename));
    const { messages } = await publint({
      pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length) },
      strict: true,
      level: 'warning',
    });
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('has types that resolve for ESM and bundlers', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [
      attw,
      join(folder, packed.filename),
      '--format',
      'json',
      '--profile',
      'esm-only',
      '--no-definitely-typed',
    ];
    // It exits with 1 when it finds something; what it found says more.
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const report = JSON.parse(stdout) as TypeReport;
    expect(report.analysis.types).not.toBe(false);
    // The package is ESM: how CommonJS resolved things before Node 16 is none of its promises.
    const problems = Object.values(report.problems ?? {}).flat();
    const promised = ['node16-esm', 'bundler', undefined];
    expect(problems.filter(({ resolutionKind }) => promised.includes(resolutionKind))).toEqual([]);
  });
});

/** npm 11 prints a list, npm 12 an object keyed by package name. */
function firstPacked(output: unknown): Packed {
  const [first] = Object.values(output as Record<string, Packed>);
  if (first === undefined) throw new Error('npm pack reported nothing');
  return first;
}
