import { describe, expect, it } from 'vitest';
import { DEFAULT_INSTANT_MS, parseCaseFile, parseMessageFile } from '../../../../src/casil/testing/case-file.js';
import { WRAPPINGS } from '../../../../src/casil/testing/wrapping.js';

const HEAD = 'version: 1\npolicy: p.yaml\ncases:\n';
const given = '{room: a, channel: b}';

/** `line:column code problem` of each problem. */
function problemsOf(text: string): string[] {
  const parsed = parseCaseFile(text, 'cases.yaml');
  if (parsed.ok) return [];
  return parsed.error.map(({ code, problem, where }) => {
    const at = where?.kind === 'file' ? `${where.line}:${where.column}` : '';
    return `${at} ${code} ${problem}`;
  });
}

describe('a file of cases [C-CLI-1]', () => {
  it('is read with its defaults and the place of each case', () => {
    const text = `${HEAD}  - name: one\n    given: ${given}\n    expect: {decision: allow}\n  - {name: two, given: ${given}, expect: {decision: block}, wrap: all, at: 2027-01-31, near: [p/x]}\n`;
    const parsed = parseCaseFile(text, 'cases.yaml');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const [one, two] = parsed.value.cases;
    expect(parsed.value.policies).toEqual([
      { name: 'p.yaml', place: expect.objectContaining({ line: 2, column: 9 }) as unknown },
    ]);
    expect(one).toMatchObject({
      name: 'one',
      place: { file: 'cases.yaml', line: 4, column: 5 },
      wrappings: ['raw'],
      atMs: DEFAULT_INSTANT_MS,
      near: [],
      given: { type: 'event', tenant: 'default', sender: 'tester', id: 'case' },
    });
    expect(two).toMatchObject({ wrappings: WRAPPINGS, atMs: Date.UTC(2027, 0, 31), near: ['p/x'] });
  });

  it.each([
    [
      'an unknown key',
      `${HEAD}  - {name: a, given: ${given}, expect: {decison: allow}}\n`,
      ['4:54 CFG012 unknown key "decison"', 'CFG011 cases[0].expect.decision is missing'],
    ],
    [
      'an unknown decision',
      `${HEAD}  - {name: a, given: ${given}, expect: {decision: deny}}\n`,
      ['4:64 CFG010 cases[0].expect.decision must be allow, allow_with_redaction or block, not "deny"'],
    ],
    ['a version to come', `version: 2\ncases: []\n`, ['1:10 CFG010 version must be 1, not 2']],
    [
      'two forms of payload',
      `${HEAD}  - {name: a, given: {payload: {text: x, hex: aa}}, expect: {decision: allow}}\n`,
      ['4:32 CFG010 a payload is one of text, json, base64, hex or file, not text and hex'],
    ],
    [
      'no form of payload',
      `${HEAD}  - {name: a, given: {payload: {}}, expect: {decision: allow}}\n`,
      ['CFG010 a payload is one of text, json, base64, hex or file, not none'],
    ],
    [
      'no base64',
      `${HEAD}  - {name: a, given: {payload: {base64: a}}, expect: {decision: allow}}\n`,
      ['4:41 CFG010 the payload is not base64'],
    ],
    [
      'no hex',
      `${HEAD}  - {name: a, given: {payload: {hex: abc}}, expect: {decision: allow}}\n`,
      ['CFG010 the payload is not hex'],
    ],
    [
      'a number JSON loses',
      `${HEAD}  - {name: a, given: {payload: {json: {n: [12345678901234567890]}}}, expect: {decision: allow}}\n`,
      ['4:44 CFG010 JSON cannot hold this number exactly'],
    ],
    [
      'a day that is none',
      `${HEAD}  - {name: a, given: ${given}, expect: {decision: allow}, at: 2026-13-01}\n`,
      ['CFG010 there is no such day or time'],
    ],
    [
      'a payload of a blocked message',
      `${HEAD}  - {name: a, given: ${given}, expect: {decision: block, payload: {text: x}}}\n`,
      ['CFG010 payload is expected of a message that is blocked'],
    ],
    [
      'masked places of a text',
      `${HEAD}  - {name: a, given: {payload: {text: x}}, expect: {decision: allow_with_redaction, masked: [$.a]}}\n`,
      ['CFG010 masked needs a payload given as json'],
    ],
    [
      'two cases of one name',
      `${HEAD}  - {name: a, given: ${given}, expect: {decision: allow}}\n  - {name: a, given: ${given}, expect: {decision: allow}}\n`,
      ['5:12 CFG010 another case has this name'],
    ],
    [
      'a wrapping that is none',
      `${HEAD}  - {name: a, given: ${given}, expect: {decision: allow}, wrap: [xml]}\n`,
      ['CFG010 cases[0].wrap must be all, or a list of raw, json, json-escaped, protobuf, base64'],
    ],
    ['no YAML', 'version: [1\n', ['CFG003 not valid YAML']],
    ['nothing', '', ['CFG011 version is missing', 'CFG011 cases is missing']],
  ])('is refused with its places for %s', (_, text, expected) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(expected.length);
    for (const wanted of expected)
      expect(
        problems.some((problem) => problem.includes(wanted)),
        problems.join('\n'),
      ).toBe(true);
  });

  it('tells every mistake at once', () => {
    const cases = Array.from(
      { length: 5 },
      (_, index) => `  - {name: n${index}, given: {payload: {hex: abc}}, expect: {decision: allow}}\n`,
    );
    expect(problemsOf(HEAD + cases.join(''))).toHaveLength(5);
  });
});

describe('a message by itself [C-CLI-2]', () => {
  it('is a given, with a policy and a moment', () => {
    const parsed = parseMessageFile(
      '{"given": {"room": "a", "channel": "b", "payload": {"json": null}}, "policy": ["x", "y"], "at": "2026-02-01T12:00Z"}',
      '-',
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        policies: [{ name: 'x' }, { name: 'y' }],
        atMs: Date.UTC(2026, 1, 1, 12),
        given: { payload: { json: null } },
      },
    });
    expect(parseMessageFile('given: {payload: {hex: x}}', '-')).toMatchObject({
      ok: false,
      error: [{ code: 'CFG010' }],
    });
    expect(parseMessageFile('gvien: {}', '-')).toMatchObject({ ok: false });
  });
});
