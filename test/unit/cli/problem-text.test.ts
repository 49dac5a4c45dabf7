import { describe, expect, it } from 'vitest';
import { operatorError, type Problem } from '../../../src/cli/operator-error.js';
import { problemText } from '../../../src/cli/output/problem-text.js';
import { chooseStyle } from '../../../src/cli/output/style.js';
import { HOSTILE_TEXTS, UNSAFE_FOR_TERMINAL } from './hostile-texts.js';

const plain = chooseStyle('never', { isTerminal: false }, {});

function problem(sourceLine: string, column: number, length: number, hint = ''): Problem {
  const where = { kind: 'file', file: 'a.yaml', line: 12, column, length, sourceLine } as const;
  return {
    code: 'CFG012',
    severity: 'error',
    problem: 'unknown key "prot"',
    where,
    hint,
    next: ['arqonbus config show'],
  };
}

describe('problemText [S-CLI-1]', () => {
  it('says what, where with a caret, and what to do next in the words that work here', () => {
    expect(problemText(problem('  prot: 1', 3, 4, 'did you mean "port"?'), plain, 'node bin/arqonbus.js')).toBe(
      [
        'error[CFG012]: unknown key "prot"',
        '  --> a.yaml:12:3',
        '12 |   prot: 1',
        '   |   ^^^^ did you mean "port"?',
        '  = next: node bin/arqonbus.js config show',
        '',
      ].join('\n'),
    );
  });

  it('puts the caret under tabs, wide characters and escapes where it belongs', () => {
    const lines = problemText(problem('\t日本: 値段x', 6, 2), plain).split('\n');
    expect(lines[2]).toBe('12 |  日本: 値段x');
    expect(lines[3]).toBe('   |        ^^^^');
    const escaped = problemText(problem('a\u202e: b', 5, 1), plain).split('\n');
    expect(escaped[3]?.indexOf('^')).toBe((escaped[2] ?? '').indexOf('b'));
  });

  it('shows a long line around the place', () => {
    const lines = problemText(problem(`${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`, 5001, 4), plain).split('\n');
    expect(lines[2]).toContain('HERE');
    expect(lines[2]?.length).toBeLessThan(200);
    expect(lines[3]?.indexOf('^^^^')).toBe(lines[2]?.indexOf('HERE'));
  });

  it('names places that are no files', () => {
    const text = (where: Problem['where'], hint = '') =>
      problemText({ ...problem('', 1, 1), where, hint, next: [] }, plain);
    expect(text({ kind: 'env', name: 'ARQONBUS_SERVER_PROT' }, 'did you mean ARQONBUS_SERVER_PORT?')).toBe(
      'error[CFG012]: unknown key "prot"\n  --> env ARQONBUS_SERVER_PROT\n  = did you mean ARQONBUS_SERVER_PORT?\n',
    );
    expect(text({ kind: 'flag', name: '--port' })).toContain('  --> flag --port\n');
    expect(text(null)).toBe('error[CFG012]: unknown key "prot"\n');
  });

  it.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text).slice(0, 30), text]))(
    'is safe with %s everywhere [P9]',
    (_, text) => {
      const where = { kind: 'file', file: text, line: 1, column: 3, length: 2, sourceLine: text } as const;
      const error = operatorError('data', 'CLI002', text, { where, hint: text, next: [text] });
      for (const one of error.problems) {
        const rendered = problemText(one, plain);
        expect(rendered).not.toMatch(UNSAFE_FOR_TERMINAL);
        expect(rendered.split('\n')).toHaveLength(6);
        expect(rendered.length).toBeLessThan(5000);
      }
    },
  );
});
