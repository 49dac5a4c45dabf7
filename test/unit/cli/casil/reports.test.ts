import { describe, expect, it } from 'vitest';
import { githubReport } from '../../../../src/cli/casil/report/github-report.js';
import { humanReport } from '../../../../src/cli/casil/report/human-report.js';
import { jsonReport } from '../../../../src/cli/casil/report/json-report.js';
import { junitReport } from '../../../../src/cli/casil/report/junit-report.js';
import { REPORT_FORMATS } from '../../../../src/cli/casil/report/report-formats.js';
import { tapReport } from '../../../../src/cli/casil/report/tap-report.js';
import { HOSTILE_TEXTS, UNSAFE_FOR_TERMINAL } from '../hostile-texts.js';
import { readTap } from './read-tap.js';
import { readXml } from './read-xml.js';
import { failing, PLAIN, result, RULES, runOf } from './sample-run.js';

const passing = result('masks e-mail in support', { fired: [RULES.mail] });
const run = runOf([passing, failing('blocks AWS key')]);

/** Beyond what harms a terminal: what ends a text, a tag, a directive, an annotation or a YAML scalar. */
const NASTY = [
  ...HOSTILE_TEXTS,
  '</failure>]]><!-- & "\'',
  'a # SKIP b \\# c\\',
  '::error file=x::y%0A%',
  ',file=/etc/passwd:1',
  '\ufffe\uffff\ud800 x',
  '- key: [\n...\n---',
  '%25',
];

describe('the human report [C-CLI-1]', () => {
  it('tells place, both sides and the nearest rule of what failed, and sums up', () => {
    expect(humanReport(run, PLAIN)).toBe(
      [
        '✓ masks e-mail in support              18µs',
        '✗ blocks AWS key                       cases.yaml:14:5',
        '    expected block (secret-aws)   got allow (no rule matched)',
        '    payload $.a: expected block (secret-aws)   got "x"',
        '    nearest: secret-aws, scope.exclude matched "block (secret-aws)"  default.yaml:31:5',
        '1 failed, 1 passed · rules covered 1/2 (never fired: secret-aws)',
        '',
      ].join('\n'),
    );
  });

  it('tells each rule with --coverage', () => {
    const covered = result('x', { fired: [RULES.mail], nearMissed: [RULES.mail] });
    const text = humanReport(runOf([covered], { tellRules: true }), PLAIN);
    expect(text).toContain('p/mask-email  hit and near miss  p.yaml:3:5\n');
    expect(text).toContain('p/secret-aws  wants a case in which it fires and a near miss  p.yaml:31:5\n');
  });
});

describe('the JSON report', () => {
  it('is a record for each case, for each rule and a sum', () => {
    const lines = jsonReport({ ...run, tellRules: true }, PLAIN)
      .trim()
      .split('\n');
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map(({ v, type }) => [v, type])).toEqual([
      [1, 'case'],
      [1, 'case'],
      [1, 'rule'],
      [1, 'rule'],
      [1, 'summary'],
    ]);
    expect(records[1]).toMatchObject({
      name: 'blocks AWS key',
      passed: false,
      file: 'cases.yaml',
      line: 14,
      column: 5,
      mismatches: [{ what: 'decision' }, { what: 'payload $.a' }],
      nearest: { rule: 'secret-aws', where: { file: 'default.yaml', line: 31 } },
    });
    expect(records[2]).toMatchObject({ policy: 'p', rule: 'mask-email', hit: true, near_miss: false });
    expect(records[4]).toEqual({
      v: 1,
      type: 'summary',
      passed: 1,
      failed: 1,
      rules: 2,
      rules_hit: 1,
      coverage_percent: 50,
      never_fired: ['secret-aws'],
    });
  });
});

describe('the JUnit report', () => {
  it('is XML with a suite for each file and a failure for what failed', () => {
    const root = readXml(junitReport(run, PLAIN));
    expect([root.name, root.attributes['tests'], root.attributes['failures']]).toEqual(['testsuites', '2', '1']);
    const [suite] = root.children;
    expect(suite?.attributes).toEqual({ name: 'cases.yaml', tests: '2', failures: '1', errors: '0', skipped: '0' });
    const [first, second] = suite?.children ?? [];
    expect([first?.attributes['name'], first?.children]).toEqual(['masks e-mail in support', []]);
    expect(second?.attributes).toEqual({
      name: 'blocks AWS key',
      classname: 'cases.yaml',
      file: 'cases.yaml',
      line: '14',
    });
    const [failure] = second?.children ?? [];
    expect(failure?.attributes['message']).toBe('expected block (secret-aws)   got allow (no rule matched)');
    expect(failure?.text).toContain('nearest: secret-aws, scope.exclude matched "block (secret-aws)"');
  });

  it('has a reader here that refuses what is not well-formed', () => {
    const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
    for (const broken of [
      '<a>',
      '<a></b>',
      '<a b="1" b="2"/>',
      '<a>&nope;</a>',
      '<a>&</a>',
      '<a b="<"/>',
      '<a/><a/>',
      '<a>\u0000</a>',
      '<a>]]></a>',
      '<!-- -- --><a/>',
    ]) {
      expect(() => readXml(declaration + broken), broken).toThrow();
    }
    expect(() => readXml('<a/>')).toThrow('no declaration');
  });
});

describe('the TAP report', () => {
  it('is TAP 14 with YAML for what failed', () => {
    expect(readTap(tapReport(run, PLAIN))).toEqual([
      { ok: true, description: 'masks e-mail in support', diagnostics: null },
      {
        ok: false,
        description: 'blocks AWS key',
        diagnostics: {
          severity: 'fail',
          at: { file: 'cases.yaml', line: 14, column: 5 },
          mismatches: [
            { what: 'decision', expected: 'block (secret-aws)', got: 'allow (no rule matched)' },
            { what: 'payload $.a', expected: 'block (secret-aws)', got: '"x"' },
          ],
          nearest: 'nearest: secret-aws, scope.exclude matched "block (secret-aws)"  default.yaml:31:5',
        },
      },
    ]);
  });
});

describe('the GitHub report', () => {
  it('is an annotation for each failure at its line', () => {
    expect(githubReport(run, PLAIN)).toBe(
      [
        '::error file=cases.yaml,line=14,col=5,title=blocks AWS key::expected block (secret-aws)   got allow (no rule matched)%0Apayload $.a: expected block (secret-aws)   got "x"%0Anearest: secret-aws, scope.exclude matched "block (secret-aws)"  default.yaml:31:5',
        '1 failed, 1 passed · rules covered 1/2 (never fired: secret-aws)',
        '',
      ].join('\n'),
    );
  });
});

describe.each(NASTY.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s in every place [P9]', (_, text) => {
  const nasty = runOf([result(text), failing(text, text)], { file: text });

  it('breaks no report', () => {
    for (const [format, report] of Object.entries(REPORT_FORMATS)) {
      const printed = report(nasty, PLAIN);
      expect(printed, format).not.toMatch(UNSAFE_FOR_TERMINAL);
    }
    expect(
      jsonReport(nasty, PLAIN)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { name: Buffer.from(text).toString() === text ? text : (expect.any(String) as string) },
      {},
      { type: 'summary' },
    ]);
    expect(readXml(junitReport(nasty, PLAIN)).children[0]?.children).toHaveLength(2);
    expect(readTap(tapReport(nasty, PLAIN)).map(({ ok }) => ok)).toEqual([true, false]);
    const annotations = githubReport(nasty, PLAIN).split('\n');
    expect(annotations).toHaveLength(3);
    // Properties end at the first `::`; what is written into them may hold neither that nor a comma.
    const properties = annotations[0]?.slice('::error '.length).split('::')[0]?.split(',') ?? [];
    expect(properties.map((one) => one.split('=')[0])).toEqual(['file', 'line', 'col', 'title']);
    expect(humanReport(nasty, PLAIN).split('\n')).toHaveLength(7);
  });
});

it('every report but the human one is the same for another duration', () => {
  const slow = runOf([{ ...passing, durationMs: 7 }, failing('blocks AWS key')]);
  for (const [format, report] of Object.entries(REPORT_FORMATS)) {
    expect(report(slow, PLAIN) === report(run, PLAIN), format).toBe(format !== 'human');
  }
});
