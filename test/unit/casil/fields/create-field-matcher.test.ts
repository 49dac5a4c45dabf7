import { describe, expect, it } from 'vitest';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import { createFieldMatcher, type FieldMatcher } from '../../../../src/casil/fields/create-field-matcher.js';
import type { FieldSpec } from '../../../../src/casil/policy/compiled-policy.js';
import type { Surface } from '../../../../src/casil/surfaces/surface.js';
import { JSON_DEPTH_MAX } from '../../../../src/casil/surfaces/json-walker.js';
import { findingOf, payloadText, redacted } from '../redact/findings.js';
import { payloadOf, segment, work } from '../surfaces/envelopes.js';

function field(path: string): FieldSpec {
  return { id: path, kind: 'personal_data', risk: 'high', path };
}

function matches(matcher: FieldMatcher, json: string): string[] {
  const found: string[] = [];
  for (const surface of segment(payloadOf(json)).documents) {
    matcher.scan(surface, work, ({ path }, { start, end }) => {
      found.push(`${path}: ${Buffer.from(surface.bytes.subarray(start, end)).toString()}`);
      return true;
    });
  }
  return found;
}

const DOCUMENT = JSON.stringify({
  customer: { ssn: '123', emails: ['a@b', 'c@d'], none: null, ok: true, empty: '' },
  items: [{ card: 4012, 'odd key': 'o' }, { card: 'x"y' }, 7],
  deep: { deeper: [{ password: 'p1' }], password: { inner: 'p2', list: [1, false] } },
  password: 'p3',
});

describe('the values a path names [C-SURF-2]', () => {
  it.each([
    ['$.customer.ssn', ['123']],
    ['$.customer', ['123', 'a@b', 'c@d', 'null', 'true']],
    ['$.customer.emails', ['a@b', 'c@d']],
    ['$.customer.emails[1]', ['c@d']],
    ['$.customer.emails[*]', ['a@b', 'c@d']],
    ['$.customer[*][0]', ['a@b']],
    ['$.customer.*', ['123', 'a@b', 'c@d', 'null', 'true']],
    ['$.items[*].card', ['4012', 'x\\"y']],
    ['$.items[0]["odd key"]', ['o']],
    ["$.items[0]['odd key']", ['o']],
    ['$.items[2]', ['7']],
    ['$..password', ['p1', 'p2', '1', 'false', 'p3']],
    ['$.deep..password', ['p1', 'p2', '1', 'false']],
    ['$..password.list', ['1', 'false']],
    ['$..[0].password', ['p1']],
    ['$.*.password', ['p2', '1', 'false']],
    ['$.card', []],
    ['$.customer.ss', []],
    ['$.customer[0]', []],
  ])('%s', (path, expected) => {
    expect(matches(createFieldMatcher([field(path)]), DOCUMENT)).toEqual(expected.map((value) => `${path}: ${value}`));
  });

  it('are found for many paths in one walk, each told by its own', () => {
    const paths = Array.from({ length: 40 }, (_, index) => `$.a.k${index}`);
    const json = JSON.stringify({ a: Object.fromEntries(paths.map((_, index) => [`k${index}`, index])) });
    expect(matches(createFieldMatcher(paths.map(field)), json)).toEqual(
      paths.map((path, index) => `${path}: ${index}`),
    );
    const both = createFieldMatcher([field('$.a'), field('$..b')]);
    expect(matches(both, '{"a":{"b":1}}')).toEqual(['$.a: 1', '$..b: 1']);
  });

  it('are found under keys that are written with escapes', () => {
    expect(matches(createFieldMatcher([field('$.grün["a/b"]')]), '{"gr\\u00fcn":{"a\\/b":"v"}}')).toEqual([
      '$.grün["a/b"]: v',
    ]);
  });

  it('are found again in every document of a row, and in no state left from the one before', () => {
    const matcher = createFieldMatcher([field('$.a.b')]);
    expect(matches(matcher, '{"a":{"b":1}}\n{"b":2}\n{"a":{"b":3}}')).toEqual(['$.a.b: 1', '$.a.b: 3']);
    expect(matches(matcher, '{"b":4}')).toEqual([]);
  });

  it('are found at the deepest level whose keys are kept, and not one below', () => {
    const at = (depth: number): string => `${'{"a":'.repeat(depth - 1)}{"password":1}${'}'.repeat(depth - 1)}`;
    const matcher = createFieldMatcher([field('$..password')]);
    expect(matches(matcher, at(JSON_DEPTH_MAX))).toEqual(['$..password: 1']);
    expect(matches(matcher, at(JSON_DEPTH_MAX + 1))).toEqual([]);
    expect(matches(createFieldMatcher([field('$.a')]), at(JSON_DEPTH_MAX + 9))).toEqual(['$.a: 1']);
  });

  it('can be masked, escapes and literals too [C-RED-1]', () => {
    const json = '{"a":"x\\ny","b":[true,false,null,-12.5e3],"c":"d"}';
    const view = payloadOf(json);
    const segmentation = segment(view);
    const [document] = segmentation.documents as [Surface];
    const found: [number, number][] = [];
    createFieldMatcher([field('$.a'), field('$.b')]).scan(document, work, (_field, { start, end }) => {
      found.push([start, end]);
      return true;
    });
    const findings = found.map(([start, end]) => findingOf(document, start, end));
    const { view: after, unmasked } = redacted(view, findings);
    expect(unmasked).toBe(0);
    expect(payloadText(after)).toBe('{"a":"****","b":[null,null ,null,-11.1e1],"c":"d"}');
  });
});

describe('a scan for fields [C-CHAIN-3]', () => {
  it('stops when it is told to', () => {
    const [document] = segment(payloadOf('[1,2,3]')).documents as [Surface];
    let count = 0;
    createFieldMatcher([field('$.*')]).scan(document, work, () => (count += 1) < 2);
    expect(count).toBe(2);
  });

  it('does nothing without work left, and leaves it spent', () => {
    const [document] = segment(payloadOf('[1,2,3]')).documents as [Surface];
    const little = new WorkBudget();
    little.reset(6);
    let count = 0;
    createFieldMatcher([field('$.*')]).scan(document, little, () => (count += 1) > 0);
    expect(count).toBe(0);
    expect(little.exhausted).toBe(true);
  });

  it('looks at nothing but JSON as it stands in the message', () => {
    const { surfaces } = segment(payloadOf('{"a":"\\n"}'));
    let count = 0;
    for (const surface of surfaces) createFieldMatcher([field('$.*')]).scan(surface, work, () => (count += 1) > 0);
    expect(count).toBe(0);
  });
});
