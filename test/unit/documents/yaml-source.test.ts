import { describe, expect, it } from 'vitest';
import { findConfigFile } from '../../../src/config/config-file.js';
import { decodeDocument, DOCUMENT_BYTES_MAX } from '../../../src/documents/document-file.js';
import { YAML_DEPTH_MAX, YAML_TOKENS_MAX, yamlExcess } from '../../../src/documents/yaml-bounds.js';
import { parseYamlSource } from '../../../src/documents/yaml-source.js';

function problemsOf(text: string): string[] {
  return parseYamlSource(text, 'a.yaml').problems.map(({ code, where, problem }) => {
    const place = where?.kind === 'file' ? `${where.line}:${where.column}` : '';
    return `${code} ${place} ${problem}`;
  });
}

describe('a long flow list on one line', () => {
  it('is no deep nesting', () => {
    expect(yamlExcess(`list: [${'{ a: 1, b: 2 }, '.repeat(200)}]`)).toBeNull();
  });
});

describe('parseYamlSource [S-CFG-1]', () => {
  it('places a syntax error, a second document, an unknown tag and a key that is no text', () => {
    expect(problemsOf('a: [1\nb: 2')[0]).toMatch(/^CFG003 [12]:\d+ not valid YAML/);
    expect(problemsOf('a: 1\n---\nb: 2')[0]).toMatch(/^CFG003 2:1 /);
    expect(problemsOf('a: !!thing 1')[0]).toMatch(/^CFG003 1:4 /);
    expect(problemsOf('ok: 1\n? [a]\n: 1')).toEqual(['CFG003 2:3 a key must be plain text']);
  });

  it('places a key that is written twice at its second appearance, at any depth', () => {
    expect(problemsOf('a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 2\n')).toEqual([
      'CFG004 6:1 the key "a" is written twice',
      'CFG004 5:3 the key "c" is written twice',
    ]);
  });

  it('counts lines and columns the way editors do, with CRLF and tabs and wide characters', () => {
    const source = parseYamlSource('# é\r\nserver:\r\n  host:\t"日本"\r\n', 'a.yaml');
    expect(source.placeOfValue(['server', 'host'])).toMatchObject({
      line: 3,
      column: 9,
      length: 4,
      sourceLine: '  host:\t"日本"',
    });
    expect(source.placeOfKey(['server'], 'host')).toMatchObject({ line: 3, column: 3, length: 4 });
  });

  it('answers for a path that was not written with its nearest ancestor', () => {
    const source = parseYamlSource('a:\n  b: 1\n', 'a.yaml');
    expect(source.hasValue(['a', 'c'])).toBe(false);
    expect(source.placeOfValue(['a', 'c', 'd'])).toMatchObject({ line: 2, column: 3 });
  });

  it('follows an alias to where its values stand', () => {
    const source = parseYamlSource('a: &x {b: 1}\nc: *x\n', 'a.yaml');
    expect(source.placeOfValue(['c', 'b'])).toMatchObject({ line: 1, column: 11 });
  });
});

describe('hostile YAML [P8]', () => {
  it('refuses an alias bomb, too many aliases and an alias of nothing', () => {
    const bomb = ['l0: &l0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level <= 8; level += 1) {
      bomb.push(
        `l${level}: &l${level} [${Array(9)
          .fill(`*l${level - 1}`)
          .join(', ')}]`,
      );
    }
    expect(problemsOf(bomb.join('\n'))).toEqual(['CFG003 1:1 the YAML resolves too many aliases']);
    expect(problemsOf(`a: &a 1\nb: [${'*a, '.repeat(101)}]`)[0]).toContain('more than 100 aliases');
    expect(problemsOf(`a: &a 1\nb: [${'*a, '.repeat(100)}]`)).toEqual([]);
    expect(problemsOf('a: *nothing')).toEqual(['CFG003 1:4 the alias "nothing" has no anchor']);
  });

  it('takes 64 levels and refuses 65, in each style', () => {
    const flow = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(problemsOf(flow(YAML_DEPTH_MAX))).toEqual([]);
    expect(problemsOf(flow(YAML_DEPTH_MAX + 1))).toEqual(['CFG003 1:1 the YAML is nested more than 64 levels deep']);
    const items = (depth: number) => `${'- '.repeat(depth)}x`;
    expect(yamlExcess(items(YAML_DEPTH_MAX))).toBeNull();
    expect(yamlExcess(items(YAML_DEPTH_MAX + 1))).toContain('levels deep');
    const mappings = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(yamlExcess(mappings(YAML_DEPTH_MAX))).toBeNull();
    expect(yamlExcess(mappings(YAML_DEPTH_MAX + 2))).toContain('levels deep');
  });

  it('is not fooled by brackets in text and comments', () => {
    expect(yamlExcess(`a: "${'['.repeat(500)}" # ${'{'.repeat(500)}\nb: |\n  ${'['.repeat(500)}\n`)).toBeNull();
  });

  it('takes 100,000 tokens and not one more', () => {
    const newlines = (count: number) => '\n'.repeat(count);
    expect(
      yamlExcess(
        Array(YAML_TOKENS_MAX / 2)
          .fill('#')
          .join('\n'),
      ),
    ).toBeNull();
    expect(
      yamlExcess(
        `${Array(YAML_TOKENS_MAX / 2)
          .fill('#')
          .join('\n')}${newlines(1)}#`,
      ),
    ).toContain('tokens');
  });

  it.each(['[', '{', '- ', '? ', '{a: ', '[{', '"', '\t', '&a ', '!!x '])('answers a megabyte of %j', (unit) => {
    const text = unit.repeat(Math.floor(1_000_000 / unit.length));
    expect(parseYamlSource(text, 'a.yaml').problems.length).toBeGreaterThan(0);
  });
});

describe('the configuration file', () => {
  it('may have 1 MiB and not one byte more', () => {
    expect(decodeDocument(new Uint8Array(DOCUMENT_BYTES_MAX).fill(0x20), 'a').ok).toBe(true);
    expect(decodeDocument(new Uint8Array(DOCUMENT_BYTES_MAX + 1).fill(0x20), 'a')).toMatchObject({
      ok: false,
      error: { code: 'CFG002' },
    });
  });

  it('is UTF-8 with or without a byte order mark', () => {
    expect(decodeDocument(Buffer.from('\ufeffa: é'), 'a')).toEqual({ ok: true, value: 'a: é' });
    expect(decodeDocument(Uint8Array.of(0x61, 0xff), 'a')).toMatchObject({ ok: false, error: { code: 'CFG003' } });
  });

  it('is the flag, else ARQONBUS_CONFIG, else arqonbus.yaml if there is one', () => {
    expect(findConfigFile('f.yaml', { ARQONBUS_CONFIG: 'e.yaml' }, () => true)).toBe('f.yaml');
    expect(findConfigFile(undefined, { ARQONBUS_CONFIG: 'e.yaml' }, () => true)).toBe('e.yaml');
    expect(findConfigFile(undefined, { ARQONBUS_CONFIG: '' }, () => true)).toBe('arqonbus.yaml');
    expect(findConfigFile(undefined, {}, () => false)).toBeUndefined();
  });
});
