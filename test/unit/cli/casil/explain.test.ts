import { afterAll, describe, expect, it } from 'vitest';
import { jsonLine } from '../../../../src/cli/output/json-lines.js';
import { inspectionRecord } from '../../../../src/cli/output/inspection-words.js';
import { messageRecord } from '../../../../src/cli/output/message-record.js';
import { messageOf } from '../message.js';
import { cli } from '../support.js';
import { CASES, Folder, POLICY } from './folder.js';

const folder = new Folder();
afterAll(() => folder.dispose());
folder.write({
  'desk.yaml': POLICY,
  'cases.yaml': CASES,
  // The desk as it was before: e-mail passes, and the lab is covered.
  'old.yaml': POLICY.replace('action: redact', 'action: allow').replace('support-lab:*', 'nowhere:*'),
});
const policy = folder.at('desk.yaml');

/** As a client is told of it. */
const MASKED = {
  outcome: 'allow_with_redaction',
  kind: 'personal_data',
  risk: 'medium',
  ruleIds: ['x'],
  reasonCode: 'CASIL_POLICY_REDACTED',
  flags: [],
} as const;

function record(payload: unknown, fields: Readonly<Record<string, unknown>> = {}): string {
  return `${JSON.stringify({ v: 1, type: 'message', room: 'support', channel: 'chat', sender: 'n1.c1', subject: 'bot-7', kind: 'event', payload, ...fields })}\n`;
}

const explain = (args: readonly string[], stdin?: string) =>
  cli(['casil', 'explain', ...args], stdin === undefined ? {} : { stdin });

describe('casil explain [C-CLI-2]', () => {
  it('prints the trace of one record in the order of the chain, its content as lengths', async () => {
    const input = record({ from: 'ada@example.com', deep: [{ text: 'line\nada@example.com' }] });
    const { status, stdout, stderr } = await explain(['--policy', policy], input);
    expect([status, stderr]).toEqual([0, '']);
    const at = `${policy}:9:9`;
    expect(stdout.replace(/\d+ units/, 'N units')).toBe(
      [
        'message   support:chat  from bot-7  97 bytes, payload 68',
        'scope     desk covers it: scope.include *:*',
        'size      payload 68 of at most 65536 bytes',
        'surfaces  ids, text, 6 bytes, cannot be masked',
        '          payload, json decoded from escapes, 67 bytes',
        `findings  email personal_data/medium in payload $.from (escaped): 15 bytes -> redact by desk/hide-mail ${at}`,
        `          email personal_data/medium in payload $.deep[0].text (escaped): 15 bytes -> redact by desk/hide-mail ${at}`,
        'outcome   allow_with_redaction  CASIL_POLICY_REDACTED  (hide-mail)',
        '          kind personal_data, risk medium',
        '          flags contains_personal_data',
        'work      N units',
        '',
      ].join('\n'),
    );
    expect(stdout).not.toContain('ada@');
  });

  it('is one object with --json, and shows content only when asked', async () => {
    const input = record({ from: 'ada@example.com' });
    const { stdout } = await explain(['--policy', policy, '--json'], input);
    expect(stdout).not.toContain('ada@');
    expect(JSON.parse(stdout)).toMatchObject({
      v: 1,
      type: 'explanation',
      room: 'support',
      channel: 'chat',
      sender: 'bot-7',
      already_masked: false,
      policies: [{ name: 'desk', covers: true, why: 'scope.include *:*' }],
      findings: [
        {
          source: 'email',
          part: 'payload',
          path: '$.from',
          length: 15,
          rules: [{ policy: 'desk', rule: 'hide-mail', action: 'redact', where: { file: policy, line: 9, column: 9 } }],
        },
      ],
      outcome: 'allow_with_redaction',
      rules: ['hide-mail'],
    });
    const shown = await explain(['--policy', policy, '--json', '--show-payload'], input);
    expect(JSON.parse(shown.stdout)).toMatchObject({ findings: [{ content_text: 'ada@example.com' }] });
    expect((await explain(['--policy', policy, '--show-payload'], input)).stdout).toContain('ada@example.com ->');
  });

  it('says why no policy covers the message', async () => {
    const { stdout } = await explain(['--policy', policy], record('ada@example.com', { room: 'support-lab' }));
    expect(stdout).toContain('scope     desk does not cover it: scope.exclude support-lab:*\n');
    expect(stdout).toContain('outcome   allow\n');
    expect(stdout).not.toContain('findings');
  });

  it('takes what tail and history print, over one line or several', async () => {
    const line = jsonLine(
      messageRecord(messageOf({ payload: Buffer.from('ada@example.com') }), { tenant: 't', payload: true }),
    );
    expect((await explain(['--policy', policy], line)).stdout).toContain('message   demo:hello  from ada ');
    const pretty = JSON.stringify(JSON.parse(line), null, 2);
    expect((await explain(['--policy', policy], pretty)).stdout).toContain('email personal_data/medium in payload');
  });

  it('takes a payload with an address, a case, and a message by itself', async () => {
    const raw = await explain(
      ['-', '--room', 'a', '--channel', 'b', '--sender', 'bot-7', '--policy', policy],
      'hi ada@example.com',
    );
    expect(raw.stdout).toMatch(/^message {3}a:b {2}from bot-7 .*payload 18\n/);
    const picked = await explain([folder.at('cases.yaml'), '--run', 'masks']);
    expect(picked.stdout).toContain('email personal_data/medium in payload $.email');
    const message = folder.write({
      'message.yaml': 'policy: desk.yaml\ngiven: {room: a, channel: b, headers: {h: "{email}"}}\n',
    });
    expect((await explain([message])).stdout).toContain('email personal_data/medium in headers');
  });

  it('says that a record looks masked already', async () => {
    for (const input of [
      record('to *************'),
      record('x', { casil: { decision: 'allow_with_redaction' } }),
      record('x', { casil: inspectionRecord(MASKED) }),
    ]) {
      const { stdout } = await explain(['--policy', policy], input);
      expect(stdout).toContain('it looks as if it was masked before it was recorded');
    }
  });

  it.each([
    [['--room', 'a'], 'x', '--room and --channel belong together'],
    [['--sender', 'a'], 'x', '--sender needs --room'],
    [['--max-flips', '1'], 'x', '--max-flips needs --against'],
    [['--against', 'default', '--run', 'x'], 'x', '--against takes JSON Lines'],
    [['--room', 'a b', '--channel', 'c'], 'x', '--room must be 1 to 128'],
    [[], record(1) + record(2), 'these are several records'],
    [['--run', 'x'], record(1), '--run picks from a file of cases'],
    [['--run', 'of no case'], CASES, 'no case of the file match --run'],
    [[], CASES, '3 cases of the file are given'],
    [['--no-input'], '', '--no-input forbids'],
  ])('64: %j', async (args, stdin, problem) => {
    const { status, stderr } = await explain(['--policy', policy, ...args], stdin);
    expect(stderr).toContain(problem);
    expect(status).toBe(64);
  });

  it('64: without a policy', async () => {
    const { status, stderr } = await explain([], record(1));
    expect([status, stderr]).toEqual([64, expect.stringContaining('--policy FILE')]);
  });

  it.each([
    ['', 'standard input is empty'],
    ['{"room":"a"', 'neither a record nor a case'],
    ['hello', 'for a payload by itself add --room ROOM'],
    [record(1, { channel: 5 }), 'channel must be text'],
    [record(undefined, { payload_state: 'omitted' }), 'its payload was omitted'],
    [record(1, { kind: 'reply' }), 'no channel carries its kind'],
    ['given: {rooom: a}\n', 'unknown key "rooom"'],
    ['given: {room: a}\n', 'the bus refuses this message'],
    ['{"v":1,"type":"gap","room":"a"}\n', 'there is no message in this'],
  ])('65: %j', async (stdin, problem) => {
    const { status, stderr, stdout } = await explain(['--policy', policy], stdin);
    expect(stderr).toContain(problem);
    expect([status, stdout]).toEqual([65, '']);
  });

  it('66 and 78: what is not there, and what does not compile', async () => {
    expect((await explain([folder.at('gone.json'), '--policy', policy])).status).toBe(66);
    expect((await explain(['--policy', folder.at('gone.yaml')], record(1))).status).toBe(66);
    const broken = folder.write({ 'broken.yaml': 'version: 1\nname: x\nruls: []\n' });
    const result = await explain(['--policy', broken], record(1));
    expect([result.status, result.stderr]).toEqual([78, expect.stringContaining('did you mean "rules"?')]);
  });
});

describe('casil explain --against [C-CLI-2]', () => {
  const traffic = [
    record('hello'),
    record('hello ada@example.com'),
    '{"v":1,"type":"gap","room":"a","channel":"b"}\n',
    record('bye ada@example.com', { channel: 'two' }),
    record(undefined, { payload_state: 'omitted' }),
    record(1, { kind: 'direct' }),
    record('masked ***************'),
  ].join('');
  const args = ['--policy', policy, '--against', folder.at('old.yaml')];

  it('counts flips by direction with their first cases, and says what it could not look at', async () => {
    const { status, stdout, stderr } = await explain(args, traffic);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        '4 messages: 2 the same, 2 decided differently',
        'allow->allow_with_redaction 2',
        '  line 2  support:chat  hide-mail -> hide-mail',
        '  line 4  support:two  hide-mail -> hide-mail',
        'skipped 1 record without a payload: record it with --payload',
        'skipped 1 record that no channel carries',
        '1 message masked before it was recorded, as it seems: neither policy can find what is gone',
        '',
      ].join('\n'),
    );
  });

  it('is one object with --json, without content', async () => {
    const { stdout } = await explain([...args, '--json'], traffic);
    expect(stdout).not.toContain('ada@');
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'comparison',
      messages: 4,
      same: 2,
      flipped: 2,
      flips: [
        {
          from: 'allow',
          to: 'allow_with_redaction',
          count: 2,
          first: [{ line: 2, address: 'support:chat' }, { line: 4 }],
        },
      ],
      skipped: { payload_omitted: 1, other_kind: 1 },
      already_masked: 1,
    });
  });

  it('1: above --max-flips, and only then', async () => {
    expect((await explain([...args, '--max-flips', '1'], traffic)).status).toBe(1);
    expect((await explain([...args, '--max-flips', '2'], traffic)).status).toBe(0);
    expect((await explain([...args, '--max-flips', '0', '--json'], traffic)).status).toBe(1);
  });

  it('65: a line that is no record, by its number; a case is none', async () => {
    const { status, stderr } = await explain(args, `${record('x')}nonsense\n`);
    expect([status, stderr]).toEqual([65, expect.stringContaining('--> stdin:2:1')]);
    expect((await explain(args, CASES)).status).toBe(65);
  });
});
