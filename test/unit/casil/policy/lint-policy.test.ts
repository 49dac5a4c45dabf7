import { describe, expect, it } from 'vitest';
import { toldAbout } from './fake-parts.js';

const HEAD = 'version: 1\nname: p\n';
const everything = (...rules: string[]) =>
  `${HEAD}detectors: [secrets, personal-data]\nrules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`;

/** A rule that looks at whatever no other looks at, so that only the rule under test is named. */
const REST = '{id: rest, when: {min_risk: low}, action: allow}';

describe('dead rules [C-POL-1]', () => {
  const dead: readonly [title: string, rules: readonly string[], told: string][] = [
    [
      'one that asks for less after one that takes all',
      ['{id: all, when: {min_risk: low}, action: allow}', '{id: late, when: {detectors: [secrets]}, action: block}'],
      'warning POL030 6:10+4 rule late can never match: all before it takes everything it could (move it up or remove it)',
    ],
    [
      'one that several before it use up together',
      [
        '{id: s, when: {detectors: [secrets]}, action: block}',
        '{id: p, when: {kinds: [personal_data]}, action: redact}',
        '{id: late, when: {in: [headers]}, action: block}',
      ],
      'warning POL030 7:10+4 rule late can never match: s, p before it take everything it could (move it up or remove it)',
    ],
    [
      'one in a narrower scope, after one in a wider',
      [
        '{id: wide, when: {min_risk: low}, action: allow, scope: {include: ["support-*:*"]}}',
        '{id: late, when: {min_risk: low}, action: block, scope: {include: ["support-lab:x"]}}',
        REST,
      ],
      'warning POL030 6:10+4 rule late can never match: wide before it takes everything it could (move it up or remove it)',
    ],
    [
      'one that asks for a risk that nothing has',
      ['{id: late, when: {detectors: [phone, email], min_risk: high}, action: block}', REST],
      'warning POL030 5:10+4 rule late can never match: nothing it looks at is of high risk',
    ],
  ];

  it.each(dead)('names %s', (_, rules, expected) => {
    expect(toldAbout(everything(...rules))).toEqual([expected]);
  });

  it('names one that looks at nothing the policy looks for', () => {
    expect(toldAbout(`${HEAD}rules: [{id: r, when: {min_risk: low}, action: block}]\n`)).toEqual([
      'warning POL030 3:14+1 rule r can never match: it looks at nothing this policy looks for',
    ]);
  });

  const alive: readonly [title: string, rules: readonly string[], more?: string][] = [
    ['asks for other detectors', ['{id: a, when: {detectors: [secrets]}, action: block}', REST]],
    ['asks for lower risks', ['{id: a, when: {min_risk: high}, action: block}', REST]],
    ['looks elsewhere', ['{id: a, when: {in: [payload]}, action: block}', REST]],
    ['is not limited by flags', ['{id: a, when: {min_risk: low, flags: [opaque_payload]}, action: block}', REST]],
    ['is not limited by content', ['{id: a, when: {min_risk: low, content: [json]}, action: block}', REST]],
    ['has a wider scope', ['{id: a, when: {min_risk: low}, action: block, scope: {include: ["a:*"]}}', REST]],
    [
      'gets what an exception lets pass',
      ['{id: a, when: {min_risk: low}, action: block}', REST],
      'exceptions: [{rule: a, expires: 2027-01-01, reason: test}]\n',
    ],
    [
      'is about the message',
      ['{id: a, when: {always: true}, action: block}', '{id: b, when: {always: true}, action: allow}', REST],
    ],
  ];

  it.each(alive)('leaves alone a rule that %s', (_, rules, more = '') => {
    expect(toldAbout(everything(...rules) + more)).toEqual([]);
  });
});

describe('other lint [C-POL-1]', () => {
  it('names what no rule looks at', () => {
    const text = `${HEAD}detectors: [secrets, email]
patterns: [{id: emp, regex: 'EMP-\\d', kind: k, risk: low}]
fields: [{id: ssn, path: $.ssn, kind: k, risk: low}]
rules: [{id: r, when: {detectors: [github-token]}, action: block}]
`;
    expect(toldAbout(text)).toEqual([
      'warning POL032 3:22+5 no rule looks at what email finds (remove it, or add a rule)',
      'warning POL032 4:17+3 no rule looks at what emp finds (remove it, or add a rule)',
      'warning POL032 5:15+3 no rule looks at what ssn finds (remove it, or add a rule)',
    ]);
  });

  it('names a pattern that has to run over every byte', () => {
    const text = (regex: string) =>
      `${HEAD}patterns: [{id: x, regex: '${regex}', kind: k, risk: low}]\nrules: [{id: r, when: {patterns: [x]}, action: block}]\n`;
    expect(toldAbout(text('[0-9]{6}'))).toEqual([
      'warning POL031 3:27+10 pattern x has no literal that every match contains, so it runs over every byte (a fixed prefix of two characters makes it cheap)',
    ]);
    expect(toldAbout(text('EMP-[0-9]{6}'))).toEqual([]);
  });

  it('names an exception from the moment it expires [C-DEC-1]', () => {
    const text = `${HEAD}rules: [{id: r, when: {always: true}, action: block}]\nexceptions:\n  - {rule: r, expires: 2026-06-01, reason: load test}\n`;
    const expiry = Date.UTC(2026, 5, 1);
    expect(toldAbout(text, { nowMs: expiry - 1 })).toEqual([]);
    expect(toldAbout(text, { nowMs: expiry })).toEqual([
      'warning POL033 5:24+10 the exception from r expired 2026-06-01: the rule counts again (remove it)',
    ]);
  });

  it('names a policy that decides nothing', () => {
    expect(toldAbout(`${HEAD}rules: []\n`)).toEqual([
      'warning POL034 3:8+2 the policy has no rules, so it decides nothing',
    ]);
  });
});
