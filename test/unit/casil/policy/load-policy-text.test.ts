import { describe, expect, it } from 'vitest';
import { DOCUMENT_BYTES_MAX } from '../../../../src/documents/document-file.js';
import { loadPolicyText } from '../../../../src/casil/policy/load-policy-text.js';
import { ENTRIES_MAX } from '../../../../src/casil/policy/policy-schema.js';
import { NOW_MS, PARTS, pointedAt, policyOf, toldAbout } from './fake-parts.js';

const HEAD = 'version: 1\nname: p\n';

/** A policy that looks for everything, with one rule. */
const withRule = (rule: string) => `detectors: [secrets, personal-data]\nrules:\n  - ${rule}\n`;

/** Title, text after the two lines of HEAD (so it begins on line 3), what is told: code, line, what the caret is under. */
type Case = readonly [title: string, text: string, told: readonly string[]];

const OF_THE_DOCUMENT: readonly Case[] = [
  ['text that is no YAML', 'rules: [', ['CFG003 3 «»']],
  ['a key that is written twice', 'rules: []\nrules: []\n', ['CFG004 4 «rules» keep one of them']],
  ['an unknown key', 'detectrs: [email]\nrules: []\n', ['CFG012 3 «detectrs» did you mean "detectors"?']],
  [
    'a key that every object has',
    '__proto__: {rules: []}\nrules: []\n',
    [
      'CFG012 3 «__proto__» known here: version, name, description, scope, limits, detectors, patterns, fields, rules, exceptions',
    ],
  ],
  [
    'an unknown condition',
    withRule('{id: r, when: {kind: [secret]}, action: allow}'),
    ['CFG012 5 «kind» did you mean "kinds"?'],
  ],
  ['rules that are missing', 'detectors: [email]\n', ['CFG011 1 «version: 1» it must be a list']],
  [
    'a condition that is missing',
    'rules:\n  - {id: r, action: allow}\n',
    ['CFG011 4 «{id: r, action: allow}» it must be a mapping'],
  ],
  ['an action that there is not', withRule('{id: r, when: {always: true}, action: mask}'), ['CFG010 5 «mask»']],
  [
    'a part, a flag, a risk and a form that there are not, all at once',
    withRule(
      '{id: r, when: {in: [paylod], flags: [oversize_payloads], min_risk: hihg, content: [jsn]}, action: allow}',
    ),
    [
      'CFG010 5 «hihg» did you mean "high"?',
      'CFG010 5 «paylod» did you mean "payload"?',
      'CFG010 5 «oversize_payloads» did you mean "oversize_payload"?',
      'CFG010 5 «jsn» did you mean "json"?',
    ],
  ],
  [
    'a flag that only follows from rules',
    withRule('{id: r, when: {flags: [contains_personal_data]}, action: allow}'),
    ['CFG010 5 «contains_personal_data»'],
  ],
  ['always: false', withRule('{id: r, when: {always: false}, action: allow}'), ['CFG010 5 «false»']],
  ['an address without a channel', 'scope: {include: ["support-*"]}\nrules: []\n', ['CFG010 3 «"support-*"»']],
  [
    'a kind that would be no metric label',
    withRule('{id: r, when: {always: true}, action: allow, kind: My-Kind}'),
    ['CFG010 5 «My-Kind»'],
  ],
  ['a size that is none', 'limits: {max_inspect_bytes: 1 KB}\nrules: []\n', ['CFG010 3 «1 KB»']],
  [
    'a day that there is not, and a missing reason',
    'rules:\n  - {id: r, when: {always: true}, action: allow}\nexceptions:\n  - {rule: r, expires: 2027-02-30}\n',
    ['CFG010 6 «2027-02-30»', 'CFG011 6 «{rule: r, expires: 2027-02-30}» it must be text of 1 to 500 characters'],
  ],
];

const OF_THE_POLICY: readonly Case[] = [
  ['an unknown detector', 'detectors: [emial]\nrules: []\n', ['POL010 3 «emial» did you mean "email"?']],
  [
    'an unknown detector that is like none',
    'detectors: [quux]\nrules: []\n',
    ['POL010 3 «quux» groups: secrets, personal-data, all'],
  ],
  [
    'an unknown detector of a rule',
    withRule('{id: r, when: {detectors: [secrts]}, action: block}'),
    ['POL010 5 «secrts» did you mean "secrets"?'],
  ],
  [
    'a detector that is not enabled',
    'detectors: [email]\nrules:\n  - {id: r, when: {detectors: [phone]}, action: block}\n',
    ['POL010 5 «phone» add it to detectors, above the rules'],
  ],
  [
    'a pattern and a field that are not declared',
    'patterns: [{id: employee, regex: EMP-1, kind: personal_data, risk: low}]\nrules:\n  - {id: r, when: {patterns: [employe], fields: [ssn]}, action: block}\n',
    ['POL011 5 «employe» did you mean "employee"?', 'POL011 5 «ssn» declare it under fields'],
  ],
  [
    'a kind that nothing has',
    withRule('{id: r, when: {kinds: [personal-data]}, action: block}'),
    ['CFG010 5 «personal-data»'],
  ],
  [
    'a kind that nothing has, well written',
    withRule('{id: r, when: {kinds: [personaldata]}, action: block}'),
    ['POL011 5 «personaldata» did you mean "personal_data"?'],
  ],
  [
    'ids that are used twice',
    'patterns: [{id: email, regex: ab, kind: k, risk: low}, {id: x, regex: ab, kind: k, risk: low}]\n' +
      'fields: [{id: x, path: $.a, kind: k, risk: low}]\n' +
      'rules: [{id: r, when: {kinds: [k]}, action: allow}, {id: r, when: {kinds: [k]}, action: allow}]\n',
    [
      'POL012 3 «email» give it an id of its own',
      'POL012 4 «x» give it an id of its own',
      'POL012 5 «r» give each its own',
    ],
  ],
  [
    'a field path that cannot be read',
    'fields: [{id: x, path: customer, kind: k, risk: low}]\nrules: []\n',
    ['POL014 3 «c»'],
  ],
  [
    'a rule without conditions',
    withRule('{id: r, when: {}, action: allow}'),
    ['POL015 5 «{}» write always: true for every message'],
  ],
  [
    'an empty condition and an empty scope',
    withRule('{id: r, when: {in: [], flags: []}, action: allow, scope: {include: []}}'),
    ['POL015 5 «[]»', 'POL015 5 «[]»', 'POL015 5 «[]»'],
  ],
  ['an empty scope of the policy', 'scope: {include: []}\nrules: []\n', ['POL015 3 «[]» leave it out for all']],
  [
    'always with something else',
    withRule('{id: r, when: {always: true, in: [payload]}, action: allow}'),
    ['POL015 5 «true»'],
  ],
  [
    'redacting what is nothing',
    withRule('{id: r, when: {flags: [oversize_payload]}, action: redact}'),
    ['POL015 5 «redact» add detectors, patterns, fields, kinds, min_risk or in'],
  ],
  [
    'an exception from a rule that there is not',
    `${withRule('{id: block-all, when: {always: true}, action: block}')}exceptions:\n  - {rule: blok-all, expires: 2027-01-01, reason: test}\n`,
    ['POL016 7 «blok-all» did you mean "block-all"?'],
  ],
];

/** Code, line, what the caret is under, hint. */
function pointedAtBy(text: string, options = {}): string[] {
  return pointedAt(text, options).map((told) => told.replace(/^error /, ''));
}

describe('loadPolicyText [C-POL-1]', () => {
  it.each(OF_THE_DOCUMENT)('points at %s', (_, text, expected) => {
    expect(pointedAtBy(HEAD + text)).toEqual(expected);
  });

  it.each(OF_THE_POLICY)('points at %s', (_, text, expected) => {
    expect(pointedAtBy(HEAD + text)).toEqual(expected);
  });

  it('counts lines and columns from 1, and speaks in sentences', () => {
    expect(
      toldAbout(`${HEAD}detectors: [emial]\nrules: [{id: r, when: {detectors: [email]}, action: allow}]\n`),
    ).toEqual([
      'POL010 3:13+5 there is no detector "emial" (did you mean "email"?)',
      'POL010 4:36+5 detector email is not enabled (add it to detectors, above the rules)',
    ]);
  });

  it('puts the caret inside a regular expression, however it is quoted', () => {
    const withRegex = (regex: string) =>
      `${HEAD}patterns:\n  - {id: x, kind: k, risk: low, regex: ${regex}}\nrules: []\n`;
    const placeOf = (text: string) =>
      toldAbout(text).map((told) => told.replace(/ pattern x does not compile: a lookahead .*/, ''));
    // Each regex is written from column 40 on.
    expect(placeOf(withRegex('ab(?=c)'))).toEqual(['POL013 4:42+1']);
    expect(placeOf(withRegex(`'ab(?=c)'`))).toEqual(['POL013 4:43+1']);
    expect(placeOf(withRegex(`'a''b(?=c)'`))).toEqual(['POL013 4:45+1']);
    expect(placeOf(withRegex(String.raw`"\\d\x41\u00e9\"b(?=c)"`))).toEqual(['POL013 4:57+1']);
    // Written over several lines: the whole value is meant.
    const block = `${HEAD}patterns:\n  - id: x\n    kind: k\n    risk: low\n    regex: >-\n      ab(?=c)\nrules: []\n`;
    expect(placeOf(block)).toEqual(['POL013 7:12+2']);
  });

  it('runs every detector for `all`', () => {
    const text = `${HEAD}detectors: [all]\nrules: [{id: r, when: {detectors: [all]}, action: allow}]\n`;
    expect(policyOf(text).detectors).toEqual(PARTS.detectors);
    expect(policyOf(text).rules[0]?.sources).toEqual(new Set(PARTS.detectors));
  });

  it('takes keys with nothing under them as not written', () => {
    const text = `${HEAD}scope:\nlimits:\ndetectors:\npatterns:\nfields:\nrules: [{id: r, when: {always: true}, action: allow}]\nexceptions:\n  # none yet\n`;
    expect(toldAbout(text)).toEqual([]);
    expect(policyOf(text).scope.covers('', '')).toBe(true);
  });

  it('says what else than a mapping cannot be a policy', () => {
    for (const text of ['- a\n', 'policy\n', '7\n']) expect(pointedAtBy(text)).toHaveLength(1);
    expect(pointedAtBy('')).toHaveLength(3);
  });

  it('tells at most 100 problems', () => {
    const many = Array.from({ length: ENTRIES_MAX }, (_, index) => `  - {id: r${index}, when: {}, action: allow}`);
    expect(pointedAtBy(`${HEAD}rules:\n${many.join('\n')}\n`)).toHaveLength(100);
  });

  it('bounds every list: at the bound and one past [P8]', () => {
    const rules = (count: number) =>
      Array.from({ length: count }, (_, index) => `\n  - {id: r${index}, when: {always: true}, action: allow}`).join(
        '',
      );
    expect(toldAbout(`${HEAD}rules:${rules(ENTRIES_MAX)}\n`)).toEqual([]);
    expect(toldAbout(`${HEAD}rules:${rules(ENTRIES_MAX + 1)}\n`)).toEqual([
      expect.stringContaining(`rules must have at most ${ENTRIES_MAX} rows, not ${ENTRIES_MAX + 1}`),
    ]);
    const globs = (count: number) => Array(count).fill('"a:*"').join(', ');
    expect(policyOf(`${HEAD}scope: {include: [${globs(64)}]}\nrules: []\n`).scope.include).toHaveLength(64);
    expect(toldAbout(`${HEAD}scope: {include: [${globs(65)}]}\nrules: []\n`)).toEqual([
      expect.stringContaining('scope.include must have at most 64 values, not 65'),
    ]);
  });

  it.each(['[', '{a: ', '- ', '&a ', '"'])('answers a megabyte of %j [P8]', (unit) => {
    const text = unit.repeat(Math.floor(DOCUMENT_BYTES_MAX / unit.length));
    const result = loadPolicyText(text, 'p.yaml', { nowMs: NOW_MS, parts: PARTS });
    expect(result.ok).toBe(false);
  });
});

describe('limits of a policy [C-POL-1]', () => {
  const withLimits = (limits: string) =>
    `${HEAD}limits: ${limits}\nrules: [{id: r, when: {always: true}, action: allow}]\n`;
  const server = { limits: { inspectBytesMax: 65_536, oversize: 'inspect_prefix' as const } };

  it('may be as strict as those of the server, or stricter', () => {
    expect(toldAbout(withLimits('{max_inspect_bytes: 64KiB, oversize: inspect_prefix}'), server)).toEqual([]);
    expect(policyOf(withLimits('{max_inspect_bytes: 1KiB, oversize: block}'), server)).toMatchObject({
      inspectBytesMax: 1024,
      oversize: 'block',
    });
    expect(policyOf(withLimits('{}'), server)).toMatchObject({ inspectBytesMax: null, oversize: null });
  });

  it('may not be looser', () => {
    expect(toldAbout(withLimits('{max_inspect_bytes: 65537, oversize: allow}'), server)).toEqual([
      'POL004 3:29+5 limits.max_inspect_bytes 65537B is more than the server allows (64KiB) (at most 64KiB)',
      'POL004 3:46+5 limits.oversize allow is looser than that of the server (inspect_prefix) (block is stricter than inspect_prefix, and that than allow)',
    ]);
  });
});
