import { describe, expect, it } from 'vitest';
import { casesOf, runText } from './run.js';
import { fakeBench, fakePolicy, fakeRule } from './fake-bench.js';
import type { CompiledRule } from '../../../../src/casil/policy/compiled-policy.js';
import { WRAPPINGS } from '../../../../src/casil/testing/wrapping.js';
import { ruleCoverage } from '../../../../src/casil/testing/rule-coverage.js';

const bench = () =>
  fakeBench([
    { id: 'hide', word: 'tok-', action: 'redact' },
    { id: 'stop', word: 'SECRET', action: 'block' },
  ]);

const one = (given: string, expected: string, more = '') =>
  `version: 1\npolicy: p\ncases:\n  - {name: n, given: {room: r, channel: c, ${given}}, expect: ${expected}${more}}\n`;

describe('a case [C-CLI-1]', () => {
  it('passes when decision, rules, reason and kind are as expected', () => {
    const text = one(
      'payload: {text: SECRET}',
      '{decision: block, rules: [stop], reason: CASIL_POLICY_BLOCKED, kind: secret, risk: low, flags: [], findings: [stop]}',
    );
    expect(runText(text, bench())).toMatchObject([
      { name: 'n', mismatches: [], fired: [{ id: 'stop' }], durationMs: 1 },
    ]);
    const qualified = one('payload: {text: SECRET}', '{decision: block, rules: [p/stop]}');
    expect(runText(qualified, bench())[0]?.mismatches).toEqual([]);
  });

  it.each([
    [
      'another decision',
      '{decision: allow, rules: []}',
      [{ what: 'decision', expected: 'allow (no rule)', got: 'block (stop)' }],
    ],
    [
      'another rule',
      '{decision: block, rules: [halt]}',
      [{ what: 'rules', expected: 'block (halt)', got: 'block (stop)' }],
    ],
    [
      'a rule too many',
      '{decision: block, rules: []}',
      [{ what: 'rules', expected: 'block (no rule)', got: 'block (stop)' }],
    ],
    [
      'the rule of another policy',
      '{decision: block, rules: [q/stop]}',
      [{ what: 'rules', expected: 'block (q/stop)', got: 'block (stop)' }],
    ],
    [
      'another reason',
      '{decision: block, reason: CASIL_POLICY_OVERSIZE}',
      [{ what: 'reason', expected: 'CASIL_POLICY_OVERSIZE', got: 'CASIL_POLICY_BLOCKED' }],
    ],
    [
      'another kind and risk',
      '{decision: block, kind: x, risk: high}',
      [
        { what: 'kind', expected: 'x', got: 'secret' },
        { what: 'risk', expected: 'high', got: 'low' },
      ],
    ],
    [
      'a flag',
      '{decision: block, flags: [opaque_payload]}',
      [{ what: 'flags', expected: 'opaque_payload', got: '(nothing)' }],
    ],
    ['a finding', '{decision: block, findings: [email]}', [{ what: 'findings', expected: 'email', got: 'stop' }]],
  ])('fails for %s, with both sides', (_, expected, mismatches) => {
    const [result] = runText(one('payload: {text: SECRET}', expected), bench());
    expect(result?.mismatches).toEqual(mismatches);
    expect(result?.place).toMatchObject({ line: 4, column: 5 });
  });

  it('sends a real envelope with everything that is given', () => {
    const fake = bench();
    runText(
      one(
        'type: request, target: n1.c1, sender: bot-7, tenant: acme, id: i-1, correlation_id: c-1, causation_id: d-1, traceparent: t-1, content_type: text/x, headers: {h: "{token}"}, intent: buy, capabilities: [x, y], payload: {hex: "00 ff"}',
        '{decision: allow_with_redaction}',
        ', at: 2026-05-01',
      ),
      fake,
    );
    const [{ message, atMs }] = fake.seen as [(typeof fake.seen)[number]];
    const { view, sender, address } = message;
    expect(atMs).toBe(Date.UTC(2026, 4, 1));
    expect([sender, address]).toEqual([
      { clientId: 'bot-7', subject: 'bot-7' },
      { tenant: 'acme', room: 'r', channel: 'c' },
    ]);
    expect([view.type, view.target(), view.id(), view.correlationId(), view.causationId(), view.traceparent()]).toEqual(
      [4, 'n1.c1', 'i-1', 'c-1', 'd-1', 't-1'],
    );
    expect([view.contentType(), view.headersCount, view.capabilitiesCount]).toEqual(['text/x', 1, 2]);
    expect(view.bytes.subarray(view.payloadStart, view.payloadEnd)).toEqual(Buffer.from([0, 255]));
    expect(view.bytes.toString('latin1')).toMatch(/tok-\d+/);
  });

  it('is refused where the bus would refuse the message, at its place', () => {
    expect(() => runText(one('type: reply', '{decision: allow}'), bench())).toThrow(
      'the bus refuses this message before it is inspected',
    );
    expect(() => runText(one('payload: {file: no.txt}', '{decision: allow}'), bench())).toThrow('there is no no.txt');
    expect(() => runText(one('payload: {hex: ff}', '{decision: allow}', ', wrap: all'), bench())).toThrow(
      'cannot be wrapped as json',
    );
  });

  it('is refused for a generator nobody knows; in double braces it is none', () => {
    expect(() => runText(one('payload: {text: "{unknown}"}', '{decision: allow}'), bench())).toThrow(
      'there is no generator called unknown',
    );
    const fake = fakeBench([]);
    runText(one('payload: {text: "{{other}}"}', '{decision: allow}'), fake);
    expect(fake.seen[0]?.message.view.bytes.includes('{{other}}')).toBe(true);
  });

  it('runs in every wrapping, each by its own name, and one expectation serves all', () => {
    const text = one(
      'payload: {text: "a {token} b"}',
      '{decision: allow_with_redaction, payload: {text: "a ****00000 b"}}',
      ', wrap: [raw, json, protobuf]',
    );
    const results = runText(text, fakeBench([{ id: 'hide', word: 'tok-', action: 'redact' }]));
    expect(results.map(({ name }) => name)).toEqual(['n [raw]', 'n [json]', 'n [protobuf]']);
    // The number after the mark is not masked by the fake, and is left out of the report.
    expect(results.map(({ mismatches }) => mismatches[0]?.got)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^a \*{1,4}\d+ b$/)]),
    );
    const wanted = runText(text, bench(), { wants: (name) => name.endsWith('[json]') });
    expect(wanted.map(({ name }) => name)).toEqual(['n [json]']);
    const all = runText(
      one('payload: {text: plain}', '{decision: allow, payload: {text: plain}}', ', wrap: all'),
      bench(),
    );
    expect(all.map(({ name, mismatches }) => [name, mismatches])).toEqual(
      WRAPPINGS.map((wrapping) => [`n [${wrapping}]`, []]),
    );
  });

  it('compares payloads by form: JSON by path, text whole, bytes by position', () => {
    const json = runText(
      one(
        'payload: {json: {a: "tok-", b: [1, {c: x}]}}',
        '{decision: allow_with_redaction, payload: {json: {a: "***", b: [2, {c: x}]}}}',
      ),
      bench(),
    );
    expect(json[0]?.mismatches).toEqual([
      { what: 'payload $.a', expected: '"***"', got: '"****"' },
      { what: 'payload $.b[0]', expected: '2', got: '1' },
    ]);
    const bytes = runText(one('payload: {hex: "0102"}', '{decision: allow, payload: {hex: "010304"}}'), bench());
    expect(bytes[0]?.mismatches).toEqual([
      { what: 'payload', expected: '3 bytes', got: '2 bytes, other from byte 1 on' },
    ]);
    const text = runText(one('payload: {text: abc}', '{decision: allow, payload: {text: abd}}'), bench());
    expect(text[0]?.mismatches).toEqual([{ what: 'payload', expected: 'abd', got: 'abc' }]);
    const noJson = runText(one('payload: {text: abc}', '{decision: allow, payload: {json: {}}}'), bench());
    expect(noJson[0]?.mismatches).toEqual([{ what: 'payload', expected: 'JSON', got: '3 bytes that are no JSON' }]);
  });

  it('tells exactly which places of the JSON were masked', () => {
    const text = (masked: string) =>
      one(
        'payload: {json: {a: "tok-", b: {"c d": "tok-"}, e: f}}',
        `{decision: allow_with_redaction, masked: ${masked}}`,
      );
    expect(runText(text(`[$.a, '$.b["c d"]']`), bench())[0]?.mismatches).toEqual([]);
    expect(runText(text('[$.a]'), bench())[0]?.mismatches).toEqual([
      { what: 'masked', expected: '$.a', got: '$.a, $.b["c d"]' },
    ]);
  });

  it('quotes neither generated values nor what a file holds [P9]', () => {
    const generated = runText(
      one('payload: {text: "x {token}"}', '{decision: allow, payload: {text: "y"}}'),
      fakeBench([]),
    );
    expect(generated[0]?.mismatches).toEqual([{ what: 'payload', expected: 'y', got: 'x (generated)' }]);
    const file = runText(one('payload: {file: f}', '{decision: allow, payload: {text: "y"}}'), fakeBench([]), {
      files: { f: Buffer.from('hidden') },
    });
    expect(file[0]?.mismatches).toEqual([{ what: 'payload', expected: '(not shown)', got: '(not shown)' }]);
  });

  it('masks in what is expected as long as what was generated', () => {
    const fake = fakeBench([]);
    const text = (expected: string) =>
      one('payload: {json: {a: "x {token} y"}}', `{decision: allow, payload: {json: {a: "${expected}"}}}`);
    expect(runText(text('x {token} y'), fake)[0]?.mismatches).toEqual([]);
    const sent = fake.seen[0]?.message.view;
    const length = (sent?.payloadEnd ?? 0) - (sent?.payloadStart ?? 0) - '{"a":"x  y"}'.length;
    expect(runText(text('x {masked:token} y'), fake)[0]?.mismatches).toEqual([
      { what: 'payload $.a', expected: `"x ${'*'.repeat(length)} y"`, got: '"x (generated) y"' },
    ]);
  });

  it('fails over --max-work, for an error inside inspection, and never passes it over', () => {
    const text = one('payload: {text: x}', '{decision: allow}');
    expect(runText(text, fakeBench([], { work: 10 }), { workMax: 10 })[0]?.mismatches).toEqual([]);
    expect(runText(text, fakeBench([], { work: 11 }), { workMax: 10 })[0]?.mismatches).toEqual([
      { what: 'work', expected: 'at most 10 units', got: '11 units' },
    ]);
    const failed = runText(text, fakeBench([], { failure: new RangeError('with content in it') }))[0]?.mismatches;
    expect(failed).toEqual([
      {
        what: 'inspection',
        expected: 'to complete',
        got: expect.stringMatching(/^RangeError at run-case\.test\.ts:\d+:\d+: this is a bug of ours$/) as unknown,
      },
    ]);
  });

  it('asks for the nearest rule only where decision or rules are other than expected', () => {
    const nearest = { rule: 'stop', why: 'scope', place: null };
    const fake = fakeBench([], { nearest });
    expect(runText(one('payload: {text: x}', '{decision: block}'), fake)[0]?.nearest).toEqual(nearest);
    expect(runText(one('payload: {text: x}', '{decision: allow, kind: other}'), fake)[0]?.nearest).toBeNull();
  });
});

describe('coverage [C-CLI-1]', () => {
  it('wants a hit and a near miss of each rule', () => {
    const text = `version: 1\npolicy: p\ncases:
  - {name: hit, given: {room: r, channel: c, payload: {text: SECRET}}, expect: {decision: block}}
  - {name: near, given: {room: r, channel: c, payload: {text: secret}}, expect: {decision: allow}, near: [p/stop]}
`;
    const fake = bench();
    const coverage = ruleCoverage(fake.policies, runText(text, fake));
    expect(coverage.rules.map(({ rule, hit, nearMiss }) => [rule.id, hit, nearMiss])).toEqual([
      ['hide', false, false],
      ['stop', true, true],
    ]);
    expect([coverage.hits, coverage.percent]).toEqual([1, 50]);
    expect(ruleCoverage([], [])).toMatchObject({ percent: 100 });
  });

  it('counts a case outside the scope of a policy as the near miss of its rule about every message, if it is named', () => {
    const always: CompiledRule = { ...fakeRule('always'), sources: null };
    const looking = fakeRule('looking');
    const fake = { ...fakeBench([]), policies: [fakePolicy([always, looking])] };
    const elsewhere = {
      ...fake,
      examine: (...args: Parameters<typeof fake.examine>) => ({ ...fake.examine(...args), covering: [] }),
    };
    const near = (names: string) => one('payload: {text: hi}', '{decision: allow}', `, near: [${names}]`);
    expect(runText(near('always, looking'), elsewhere)[0]?.nearMissed).toEqual([always]);
    expect(runText(near('looking'), elsewhere)[0]?.nearMissed).toEqual([]);
  });

  it('counts a generated near miss for the rules that look at its detector, if the policy covers the message', () => {
    const text = one('payload: {text: "{token:near_miss}"}', '{decision: allow}');
    const looking = fakeRule('by-token', 'p', 'token');
    const other = fakeRule('by-mail', 'p', 'email');
    const fake = fakeBench([]);
    const covering = {
      ...fake,
      examine: (...args: Parameters<typeof fake.examine>) => ({
        ...fake.examine(...args),
        covering: [fakePolicy([looking, other])],
      }),
    };
    expect(runText(text, covering)[0]?.nearMissed).toEqual([looking]);
    const elsewhere = {
      ...fake,
      examine: (...args: Parameters<typeof fake.examine>) => ({ ...fake.examine(...args), covering: [] }),
    };
    expect(runText(text, elsewhere)[0]?.nearMissed).toEqual([]);
    const firing = {
      ...fake,
      examine: (...args: Parameters<typeof fake.examine>) => ({
        ...fake.examine(...args),
        covering: [fakePolicy([looking])],
        fired: [looking],
      }),
    };
    expect(runText(text, firing)[0]?.nearMissed).toEqual([]);
  });

  it('fails a case whose near rule fires, or does not exist', () => {
    const fired = runText(one('payload: {text: SECRET}', '{decision: block}', ', near: [stop]'), bench());
    expect(fired[0]?.mismatches).toEqual([{ what: 'near', expected: 'not stop', got: 'stop' }]);
    const unknown = runText(one('payload: {text: x}', '{decision: allow}', ', near: [stpo]'), bench());
    expect(unknown[0]?.mismatches).toEqual([
      { what: 'near', expected: 'a rule stpo', got: 'no policy has one of this name' },
    ]);
  });
});

it('cases are the same on every run: what is generated depends on the case alone', () => {
  const text = one('payload: {text: "{token} {token}"}', '{decision: allow}');
  const [first, second] = [fakeBench([]), fakeBench([])];
  runText(text, first);
  runText(text, second);
  expect(first.seen[0]?.message.view.bytes).toEqual(second.seen[0]?.message.view.bytes);
  expect(casesOf(text).cases[0]?.name).toBe('n');
});
