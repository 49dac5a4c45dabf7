import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blocks, documents, root } from './markdown.js';

/** Inside the checkout, so that `arqonbus/client` means the built package, as it does for its users. */
const FOLDER = join(root, '.cache/docs-types');

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

/** What the compiler says about a set of modules, as `file: message`. */
function complaints(files: readonly string[]): string[] {
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...files], OPTIONS))
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

function write(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(() => mkdirSync(FOLDER, { recursive: true }));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

it('TypeScript in documents compiles, strictly [CON IX.8]', () => {
  const files = documents().flatMap(({ path, text }) =>
    blocks(text)
      .filter(({ language }) => language === 'ts')
      .map((block) => write(`${path.replace(/\W/g, '-')}-${block.line}.mts`, block.text)),
  );
  expect(files.length).toBeGreaterThan(3);
  // One program for all, because making one takes seconds. The planted mistake proves that it looks.
  const planted = write('planted.mts', `import { connect } from 'arqonbus/client';\nawait connect(7410);`);
  expect(complaints([...files, planted])).toEqual([expect.stringMatching(/planted.mts: .* not assignable/)]);
});
