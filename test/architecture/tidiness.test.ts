import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, root, sourceFiles } from './source-files.js';
import { LINES_MEDIAN_MAX, TIDINESS_RULES, lineCount, median, opensWithParagraph } from './tidiness-rules.js';

/** The file a reader opens first in each folder: it says what the folder promises. */
const MAIN_FILES = [
  'base/result.ts',
  'documents/validate.ts',
  'protocol/envelope-scanner.ts',
  'transport/websocket-server.ts',
  'auth/authorize.ts',
  'casil/inspector.ts',
  'limits/limiter.ts',
  'routing/router.ts',
  'storage/channel-log.ts',
  'commands/catalogue.ts',
  'pipeline/inbound.ts',
  'telemetry/events.ts',
  'admin/admin-server.ts',
  'config/schema.ts',
  'server/start.ts',
  'client/index.ts',
  'cli/main.ts',
].map((path) => `src/${path}`);

describe('files of src/ [CON VII.2]', () => {
  const files = sourceFiles();

  it.each(TIDINESS_RULES)('$name', ({ find }) => {
    const findings = files.map((file) => ({ path: file.path, why: find(file) })).filter(({ why }) => why !== null);
    expect(findings).toEqual([]);
  });

  it.each(TIDINESS_RULES)('a planted violation is found: $name', ({ find, planted }) => {
    expect(find(planted)).not.toBeNull();
    expect(find({ path: 'src/base/fine-name.ts', text: 'export const fine = 1;\n' })).toBeNull();
  });

  it(`have a median of at most ${LINES_MEDIAN_MAX} lines`, () => {
    expect(files.length).toBeGreaterThan(30);
    expect(median(files.map(({ text }) => lineCount(text)))).toBeLessThanOrEqual(LINES_MEDIAN_MAX);
    expect(median([10, 400, 500])).toBe(400);
  });

  it('name a main file per folder, which opens with what the folder promises', () => {
    const folders = new Set(
      files.map(({ path }) => path.split('/')[1]).filter((name) => name?.includes('.') === false),
    );
    expect([...folders].sort()).toEqual(MAIN_FILES.map((path) => path.split('/')[1]).sort());
    const unexplained = MAIN_FILES.filter((main) => {
      const file = files.find(({ path }) => path === main);
      return file === undefined || !opensWithParagraph(file.text);
    });
    expect(unexplained).toEqual([]);
    expect(
      opensWithParagraph('import x from "y";\n/** Words enough to be a paragraph of the kind we want here. */'),
    ).toBe(false);
  });
});

describe('unit tests', () => {
  const tests = filesUnder('test/unit', '.test.ts');

  it('mirror src, or the test tools they are for', () => {
    expect(tests.length).toBeGreaterThan(20);
    expect(tests.map(({ path }) => path).filter((path) => !mirrors(path))).toEqual([]);
    expect(mirrors('test/unit/brain/planted.test.ts')).toBe(false);
    expect(mirrors('test/unit/planted.test.ts')).toBe(false);
  });

  it('exist for every layer, and the whole is started by integration tests', () => {
    const tested = new Set(tests.map(({ path }) => path.split('/')[2]));
    const layers = new Set(MAIN_FILES.map((path) => path.split('/')[1]));
    expect([...layers].filter((layer) => !tested.has(layer))).toEqual([]);
    const integration = filesUnder('test', '.ts').some(({ text }) => text.includes("/src/server/start.js'"));
    expect(integration).toBe(true);
  });

  function mirrors(path: string): boolean {
    const folder = dirname(path).slice('test/unit/'.length);
    return folder !== '' && ['src', 'test'].some((parent) => existsSync(join(root, parent, folder)));
  }
});
