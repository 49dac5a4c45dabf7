import { mkdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, type CliResult } from '../support.js';
import { CASES, Folder, POLICY } from './folder.js';
import { readTap } from './read-tap.js';
import { readXml } from './read-xml.js';

const folder = new Folder();
afterAll(() => folder.dispose());
folder.write({ 'desk.yaml': POLICY, 'cases.yaml': CASES });

/** Runs on files given by name and text. */
async function testPolicy(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  options: { stdin?: string } = {},
): Promise<CliResult> {
  folder.write(files);
  const names = Object.keys(files).map((name) => folder.at(name));
  return cli(['casil', 'test-policy', ...names, ...args], options);
}

const withCase = (text: string) => `version: 1\npolicy: desk.yaml\ncases:\n${text}`;
const given = (text: string) => `{room: support, channel: chat, payload: {text: ${JSON.stringify(text)}}}`;

function problems({ stderr }: CliResult): string[] {
  return stderr.split('\n').filter((line) => /^error\[|^ +-->/.test(line));
}

describe('casil test-policy [C-CLI-1]', () => {
  it('0: everything is as expected, by the inspection of production', async () => {
    const { status, stdout, stderr } = await cli(['casil', 'test-policy', folder.at('cases.yaml')]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^✓ masks e-mail +[\d.]+(µs|ms)\n✓ blocks a token \[raw\]/);
    expect(stdout.endsWith('\n6 passed · rules covered 2/2\n')).toBe(true);
  });

  it('1: a planted mistake is told with place, both sides and the nearest rule', async () => {
    const lab = `  - name: blocks a token in the lab\n    given: {room: support-lab, channel: chat, payload: {text: "{github_token}"}}\n    expect: {decision: block, rules: [stop-token]}\n`;
    const result = await testPolicy({ 'lab.yaml': withCase(lab) });
    expect(result.status).toBe(1);
    expect(result.stdout).toBe(
      [
        `✗ blocks a token in the lab            ${folder.at('lab.yaml')}:4:5`,
        '    expected block (stop-token)   got allow (no rule matched)',
        `    nearest: stop-token, scope.exclude of policy desk matched "support-lab:*"  ${folder.at('desk.yaml')}:6:9`,
        '1 failed, 0 passed · rules covered 0/2 (never fired: stop-token, hide-mail)',
        '',
      ].join('\n'),
    );
  });

  it('1: never quotes a generated secret, whatever the format [P9]', async () => {
    const text = `  - name: lets a token pass\n    given: ${given('{github_token}')}\n    expect: {decision: allow, payload: {text: other}}\n  - name: masks too much\n    given: ${given('token {slack_token}')}\n    expect: {decision: allow, payload: {text: other}}\n`;
    folder.write({ 'leak.yaml': withCase(text) });
    for (const format of ['human', 'json', 'junit', 'tap', 'github']) {
      const { status, stdout, stderr } = await cli([
        'casil',
        'test-policy',
        folder.at('leak.yaml'),
        '--format',
        format,
      ]);
      expect(status, format).toBe(1);
      expect(stdout + stderr).not.toMatch(/gh[pousr]_|xox/);
      expect(stdout).toContain('token (generated)');
    }
  });

  it('1: no case was run, because there is none or --run matches none', async () => {
    const none = await testPolicy({ 'none.yaml': withCase('  []\n') });
    expect([none.status, none.stdout]).toEqual([1, '']);
    expect(none.stderr).toContain('no case was run: the files hold none');
    const unmatched = await cli(['casil', 'test-policy', folder.at('cases.yaml'), '--run', 'nothing of this name']);
    expect(unmatched.status).toBe(1);
    expect(unmatched.stderr).toContain('--run nothing of this name matches the name of none');
  });

  it('--run picks by name, wrappings included', async () => {
    const { stdout, status } = await cli(['casil', 'test-policy', folder.at('cases.yaml'), '--run', 'token \\[json']);
    expect(status).toBe(0);
    expect(stdout.match(/✓/g)).toHaveLength(2);
    expect((await cli(['casil', 'test-policy', folder.at('cases.yaml'), '--run', '('])).status).toBe(64);
  });

  it('1: below --coverage-threshold, or over --max-work', async () => {
    const args = ['casil', 'test-policy', folder.at('cases.yaml'), '--run', 'blocks'];
    const thin = await cli([...args, '--coverage-threshold', '51']);
    expect([thin.status, thin.stderr]).toEqual([1, 'coverage 50% is below --coverage-threshold 51%\n']);
    expect((await cli([...args, '--coverage-threshold', '50'])).status).toBe(0);
    const costly = await cli([...args, '--max-work', '1']);
    expect(costly.status).toBe(1);
    expect(costly.stdout).toMatch(/work: expected at most 1 units {3}got \d+ units/);
  });

  it('--coverage says what each rule wants', async () => {
    const { stdout } = await cli(['casil', 'test-policy', folder.at('cases.yaml'), '--coverage']);
    expect(stdout).toContain(`desk/stop-token  hit and near miss  ${folder.at('desk.yaml')}:6:9\n`);
    expect(stdout).toContain(`desk/hide-mail   wants a near miss  ${folder.at('desk.yaml')}:9:9\n`);
  });

  it('prints what programs read, the same on every run', async () => {
    const run = (format: string) => cli(['casil', 'test-policy', folder.at('cases.yaml'), '--format', format]);
    const xml = await run('junit');
    expect(readXml(xml.stdout).children[0]?.children).toHaveLength(6);
    expect(readTap((await run('tap')).stdout).every(({ ok }) => ok)).toBe(true);
    expect((await run('github')).stdout).toBe('6 passed · rules covered 2/2\n');
    expect((await run('junit')).stdout).toBe(xml.stdout);
    const json = await cli(['casil', 'test-policy', folder.at('cases.yaml'), '--json', '--fields', 'name,passed']);
    expect(json.stdout.split('\n')[0]).toBe('{"name":"masks e-mail","passed":true}');
  });

  it('takes folders, standard input and --policy instead of what the cases name', async () => {
    folder.write({ 'many/b.yaml': CASES, 'many/a.yml': CASES, 'many/note.txt': 'no cases', 'many/desk.yaml.bak': '' });
    const many = await cli(['casil', 'test-policy', folder.at('many'), '--policy', folder.at('desk.yaml'), '--json']);
    const files = many.stdout.match(/"file":"[^"]*"/g) ?? [];
    expect([many.status, [...new Set(files)]]).toEqual([
      0,
      [`"file":"${folder.at('many/a.yml')}"`, `"file":"${folder.at('many/b.yaml')}"`],
    ]);
    const stdin = CASES.replace('desk.yaml', folder.at('desk.yaml'));
    expect(await cli(['casil', 'test-policy', '-'], { stdin })).toMatchObject({ status: 0 });
    const other = await cli(['casil', 'test-policy', folder.at('cases.yaml'), '--policy', 'mask-personal-data']);
    expect(other.stdout).toContain('expected block (stop-token)   got allow (no rule matched)');
  });

  it('runs what a configuration names, under its limits and scope', async () => {
    const config = folder.write({
      'bus.yaml': 'casil: {policies: [desk.yaml], scope: {exclude: ["support:*"]}}\n',
      'open.yaml': 'casil: {policies: [desk.yaml]}\n',
    });
    const args = ['casil', 'test-policy', folder.at('cases.yaml')];
    expect(await cli([...args, '-c', folder.at('open.yaml')])).toMatchObject({ status: 0 });
    const scoped = await cli([...args, '-c', config]);
    expect([scoped.status, scoped.stdout.match(/✗/g)?.length]).toEqual([1, 5]);
  });

  it('reads payloads from files beside the cases', async () => {
    const text =
      '  - name: a file\n    given: {room: a, channel: b, payload: {file: data/payload.bin}}\n    expect: {decision: allow_with_redaction}\n';
    folder.write({ 'data/payload.bin': 'from ada@example.com' });
    expect(await testPolicy({ 'file.yaml': withCase(text) })).toMatchObject({ status: 0 });
    const missing = await testPolicy({ 'file.yaml': withCase(text.replace('payload.bin', 'gone.bin')) });
    expect(missing.status).toBe(65);
    expect(missing.stderr).toContain('cannot read the payload file data/gone.bin');
  });

  it('64: without cases, without a policy, with formats that exclude each other', async () => {
    const nothing = await cli(['casil', 'test-policy']);
    expect([nothing.status, nothing.stderr]).toEqual([
      64,
      expect.stringContaining('arqonbus casil test-policy policies/tests'),
    ]);
    const orphan = await testPolicy({ 'orphan.yaml': CASES.replace('policy: desk.yaml\n', '') });
    expect([orphan.status, orphan.stderr]).toEqual([64, expect.stringContaining('no policy is named')]);
    const file = folder.at('cases.yaml');
    expect((await cli(['casil', 'test-policy', file, '--json', '--format', 'tap'])).status).toBe(64);
    expect((await cli(['casil', 'test-policy', file, '--watch', '--json'])).status).toBe(64);
    expect((await cli(['casil', 'test-policy', '-', '--watch'])).status).toBe(64);
  });

  it('66: --watch ends where there is nothing to wait for', async () => {
    const { status, stderr } = await cli(['casil', 'test-policy', folder.at('no/such/cases.yaml'), '--watch']);
    expect([status, stderr.match(/error\[/g)?.length]).toEqual([66, 1]);
  });

  it('65: every mistake of every file at its place', async () => {
    const result = await testPolicy({
      'bad.yaml': withCase(`  - {name: a, given: ${given('x')}, expect: {decison: allow}}\n`),
      'worse.yaml': 'version: 1\ncases: [\n',
    });
    expect([result.status, result.stdout]).toEqual([65, '']);
    expect(problems(result).join('\n')).toContain('error[CFG012]: unknown key "decison"');
    expect(problems(result).filter((line) => line.includes(folder.at('worse.yaml'))).length).toBeGreaterThan(0);
    const unsendable = await testPolicy({
      'unsendable.yaml': withCase('  - {name: a, given: {room: "a", payload: {text: x}}, expect: {decision: allow}}\n'),
    });
    expect([unsendable.status, unsendable.stderr]).toEqual([65, expect.stringContaining('unsendable.yaml:4:5')]);
    const unknown = await testPolicy({
      'unknown.yaml': withCase(`  - {name: a, given: ${given('{githb_token}')}, expect: {decision: allow}}\n`),
    });
    expect([unknown.status, unknown.stderr]).toEqual([65, expect.stringContaining('did you mean {github_token}?')]);
  });

  it('66: a file, a folder of nothing, or a policy is not there', async () => {
    expect((await cli(['casil', 'test-policy', folder.at('gone.yaml')])).status).toBe(66);
    mkdirSync(folder.at('empty'));
    const empty = await cli(['casil', 'test-policy', folder.at('empty')]);
    expect([empty.status, empty.stderr]).toEqual([66, expect.stringContaining('holds no files of cases')]);
    const policy = await testPolicy({ 'gone-policy.yaml': CASES.replace('desk.yaml', 'no.yaml') });
    expect([policy.status, policy.stderr]).toEqual([66, expect.stringContaining('gone-policy.yaml:2:9')]);
  });

  it('78: a policy that does not compile, at its line', async () => {
    folder.write({ 'broken.yaml': POLICY.replace('action: block', 'action: blok') });
    const result = await testPolicy({ 'uses-broken.yaml': CASES.replace('desk.yaml', 'broken.yaml') });
    expect([result.status, result.stdout]).toEqual([78, '']);
    expect(result.stderr).toContain(`--> ${folder.at('broken.yaml')}:8:13`);
    expect(result.stderr).toContain('did you mean "block"?');
    expect((await cli(['casil', 'test-policy', folder.at('cases.yaml'), '--policy', 'no-such-policy'])).status).toBe(
      78,
    );
  });
});
