/**
 * The same build with inspection taken out of the way of a publish: what `disabled` is compared with. The call is cut
 * from a copy of the compiled step, so that nothing else differs. [C-BENCH-1]
 */
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const STEP = 'dist/pipeline/publish-step.js';

/** What is cut, and what stands in its place. */
const CUTS: readonly (readonly [string, string])[] = [
  ['const inspection = target.inspect(view, session);\n', ''],
  [
    "if (inspection.outcome === 'block')\n                return refuseBlocked(inspection, ports.exposeMetadata);\n",
    '',
  ],
  ['new PublishDraft(session, target, view, inspection)', 'new PublishDraft(session, target, view)'],
  ['this.casil = inspection.metadata;', 'this.casil = null;'],
  ['this.remarked = inspection.reason !== null;', 'this.remarked = false;'],
  ['const { redacted } = inspection;', ''],
  ['const shift = redacted === null ? 0 : view.start;', ''],
  ['redacted ?? view.bytes', 'view.bytes'],
  ...['view.idStart', 'view.idEnd', 'view.start', 'view.end'].map((name) => [`${name} - shift`, name] as const),
];

/** @returns the program's path in a copy under `directory`. @throws where the step no longer reads as expected. */
export function programWithoutCasil(directory: string, program: string): string {
  const root = dirname(dirname(program));
  const copy = join(directory, 'without-casil');
  const copied = join(copy, 'bin/arqonbus.js');
  if (existsSync(copied)) return copied;
  for (const name of ['bin', 'dist', 'package.json', 'proto', 'policies']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const path = join(copy, STEP);
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of CUTS) {
    if (!text.includes(from)) throw new Error(`${STEP} does not hold ${JSON.stringify(from)} any more`);
    text = text.replace(from, to);
  }
  writeFileSync(path, text);
  return copied;
}
