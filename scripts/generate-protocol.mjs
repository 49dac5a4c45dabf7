/**
 * Generates src/protocol/generated/codec.{js,d.ts} from proto/arqonbus/v1.
 *
 * `--check` writes nothing and fails when the checked-in files differ from what the schema says.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const outputDir = join(root, 'src/protocol/generated');
const banner = '// Generated from proto/arqonbus/v1 by scripts/generate-protocol.mjs. Do not edit.\n';

/** The text of both generated files for the schema as it is now. */
export function generateProtocol() {
  const scratch = mkdtempSync(join(tmpdir(), 'arqonbus-codec-'));
  try {
    const protos = copyWithoutOptions(scratch);
    const target = join(scratch, 'codec.js');
    execFileSync(
      join(root, 'node_modules/.bin/pbjs'),
      [
        '-t',
        'static-module',
        '-w',
        'esm',
        '--dts',
        '--force-number',
        '--no-service',
        '--no-delimited',
        '--no-typeurl',
        '--no-verify',
        '--no-convert',
        '--dependency',
        'protobufjs/minimal.js',
        '-r',
        'arqonbus',
        '-p',
        scratch,
        '-o',
        target,
        ...protos,
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    const typesPath = ['codec.d.ts', 'codec.js.d.ts'].map((name) => join(scratch, name)).find((path) => exists(path));
    return { js: banner + readFileSync(target, 'utf8'), dts: banner + readFileSync(typesPath, 'utf8') };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Copies the schema without our custom options: they are for readers, validators and documents,
 * and would otherwise drag descriptor.proto (600 KB of code) into every browser bundle.
 */
function copyWithoutOptions(scratch) {
  const source = join(root, 'proto/arqonbus/v1');
  const target = join(scratch, 'arqonbus/v1');
  mkdirSync(target, { recursive: true });
  return readdirSync(source)
    .filter((name) => name !== 'options.proto')
    .sort()
    .map((name) => {
      const text = readFileSync(join(source, name), 'utf8');
      const bare = text
        .replace(/ \[\((?:[^"\]]|"[^"]*")*\]/g, '')
        .replace(/^import "arqonbus\/v1\/options.proto";\n/m, '');
      writeFileSync(join(target, name), bare);
      return join(target, name);
    });
}

function exists(path) {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { js, dts } = generateProtocol();
  if (process.argv.includes('--check')) {
    const same =
      readFileSync(join(outputDir, 'codec.js'), 'utf8') === js &&
      readFileSync(join(outputDir, 'codec.d.ts'), 'utf8') === dts;
    if (!same) {
      console.error('src/protocol/generated is not what proto/ says; run: npm run generate:protocol');
      process.exitCode = 1;
    }
  } else {
    writeFileSync(join(outputDir, 'codec.js'), js);
    writeFileSync(join(outputDir, 'codec.d.ts'), dts);
  }
}
