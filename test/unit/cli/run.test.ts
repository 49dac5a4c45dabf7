import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.js';
import { COMMANDS } from '../../../src/cli/command-list.js';
import { EXIT_CODES } from '../../../src/cli/exit-codes.js';
import { exitOfRefusal, toOperatorError } from '../../../src/cli/failure.js';
import { cliReferenceMarkdown } from '../../../src/cli/reference.js';
import { createStop, stoppedExit } from '../../../src/cli/stop.js';
import { BusError, ConnectionError, TimeoutError } from '../../../src/client/errors.js';
import { configTemplate } from '../../../src/config/template.js';
import { ERROR_CATALOGUE } from '../../../src/protocol/generated/error-catalogue.js';
import { cli } from './support.js';

describe('the reference', () => {
  it('is what the program says: run node scripts/generate-cli-docs.mjs', () => {
    expect(readFileSync('docs/cli.md', 'utf8')).toBe(cliReferenceMarkdown());
  });

  it('knows every exit status once', () => {
    const statuses = Object.values(EXIT_CODES).map(({ status }) => status);
    expect(statuses).toEqual([0, 1, 64, 65, 66, 69, 70, 75, 77, 78, 124, 130, 143]);
  });
});

describe('usage [S-CLI-1]', () => {
  it.each([
    [['sned'], "unknown command 'sned'", 'Did you mean send?'],
    [['send', '--repaet', '2'], "unknown option '--repaet'", 'Did you mean --repeat?'],
    [['send', 'a:b', 'c', '--repeat', '0'], 'Write a whole number from 1 to 10000000', ''],
    [['send', 'a:b', 'c', '--rate', 'fast'], 'Write a rate such as 50/s', ''],
    [['send', 'a:b', 'c', '-H', 'novalue'], 'Write a header as name=value', ''],
    [['send'], 'an address is missing', ''],
    [['send', 'a', 'body'], '"a" names no single channel', ''],
    [['send', 'a b:c', 'body'], 'is not an address', ''],
    [['send', 'a:b', 'body', '--jsonl'], '--jsonl takes addresses and bodies from its records', ''],
    [['send', 'a:b', 'body', '--replies', '2'], '--replies needs --request', ''],
    [['send', '--to', 'c', 'body', 'more'], '--to takes the place of the address', ''],
    [['send', 'a:b', '--no-input'], '--no-input forbids', ''],
    [['tail'], "missing required argument 'address'", ''],
    [['tail', 'demo'], 'tail without --as-client', ''],
    [['tail', 'demo', '--as-client', '--grep', '('], '--grep is not a regular expression', ''],
    [['tail', 'demo', '--as-client', '--format', '{nope}'], '--format has no field {nope}', ''],
    [['tail', 'demo', '--as-client', '--since', 'yesterday'], '"yesterday" is neither a duration', ''],
    [['history', 'demo:a', '--after', 'x'], 'Write the cursor of a record', ''],
    [['history', 'demo:a', '--since', '1m', '--until', '1h'], '--until is before --since', ''],
    [['completion', 'csh'], 'Allowed choices are bash, zsh, fish', ''],
    [['version', '--color', 'blue'], 'Allowed choices are auto, always, never', ''],
    [['version', '--timeout', '5'], 'Write a duration', ''],
    [['config', 'show', 'sevrer'], 'the configuration has no "sevrer"', ''],
    [['serve', '-q', '-v'], '-q and -v exclude each other', ''],
  ])('%j is wrong: 64', async (args, problem, hint) => {
    const { status, stdout, stderr } = await cli(args);
    expect(stderr).toContain('error[CLI001]: ');
    expect(stderr).toContain(problem);
    expect(stderr).toContain(hint);
    expect(stdout).toBe('');
    expect(status).toBe(64);
  });

  it('without a subcommand shows the help on stderr: 64; asked for, on stdout: 0', async () => {
    const bare = await cli([]);
    expect([bare.status, bare.stdout]).toEqual([64, '']);
    const asked = await cli(['--help']);
    expect([asked.status, asked.stderr, asked.stdout]).toEqual([0, '', bare.stderr]);
  });

  it('opens every help with three to five examples', async () => {
    const names = [
      'serve',
      'send',
      'tail',
      'history',
      'status',
      'token',
      'bench',
      'version',
      'completion',
      'config',
      'casil',
    ];
    expect(names).toHaveLength(COMMANDS.length);
    for (const name of [
      [],
      ...names.map((one) => [one]),
      ['config', 'show'],
      ['config', 'init'],
      ['config', 'validate'],
      ['casil', 'test-policy'],
      ['casil', 'explain'],
      ['token', 'keygen'],
      ['token', 'mint'],
      ['token', 'inspect'],
    ]) {
      const { stdout, status } = await cli([...name, '--help']);
      expect(status).toBe(0);
      expect(stdout.startsWith('Examples:\n')).toBe(true);
      const examples = stdout.split('\n').filter((line) => /^ {2}\$ .*arqonbus/.test(line)).length;
      expect(examples, name.join(' ')).toBeGreaterThanOrEqual(3);
      expect(examples, name.join(' ')).toBeLessThanOrEqual(5);
    }
  });

  it('takes no flag for the value of a secret', () => {
    expect(cliReferenceMarkdown()).not.toMatch(/--(admin-)?(token|password|secret)[ =]/);
  });
});

describe('version', () => {
  it('prints text or a record', async () => {
    expect((await cli(['version'])).stdout).toMatch(/^arqonbus \d+\.\d+\.\d+ \(protocol 1\.0, node \d+/);
    expect(JSON.parse((await cli(['version', '--json'])).stdout)).toMatchObject({
      v: 1,
      type: 'version',
      protocol: '1.0',
    });
    expect((await cli(['version', '--json', '--fields', 'protocol'])).stdout).toBe('{"protocol":"1.0"}\n');
  });
});

describe('config [S-CFG-1]', () => {
  it('validates standard input, and answers with the exit status', async () => {
    const good = await cli(['config', 'validate', '-'], { stdin: 'server: {port: 1}\n' });
    expect(good).toEqual({ status: 0, stdout: 'ok: stdin (no warnings)\n', stderr: '' });
    const bad = await cli(['config', 'validate', '-'], { stdin: 'server: {prot: 1}\nlogging: {level: wran}\n' });
    expect(bad.status).toBe(1);
    expect(bad.stdout).toBe('');
    expect(bad.stderr).toBe(
      [
        'error[CFG012]: unknown key "prot"',
        '  --> stdin:1:10',
        '1 | server: {prot: 1}',
        '  |          ^^^^ did you mean "port"?',
        '  = next: arqonbus config show server',
        'error[CFG010]: logging.level must be debug, info, warn, error or silent, not "wran"',
        '  --> stdin:2:18',
        '2 | logging: {level: wran}',
        '  |                  ^^^^ did you mean "warn"?',
        '',
      ].join('\n'),
    );
    expect((await cli(['config', 'validate', '/nonexistent.yaml'])).status).toBe(66);
  });

  it('lets warnings fail with --strict only', async () => {
    const stdin = 'rooms: [{match: "*"}, {match: a}]\n';
    expect(await cli(['config', 'validate', '-'], { stdin })).toMatchObject({
      status: 0,
      stdout: 'ok: stdin (1 warning)\n',
    });
    expect((await cli(['config', 'validate', '-', '--strict'], { stdin })).status).toBe(1);
  });

  it('prints problems as records with --json, with the same exit status', async () => {
    const { status, stdout } = await cli(['config', 'validate', '-', '--json'], { stdin: 'a: 1\n' });
    const records = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records).toMatchObject([
      { type: 'problem', code: 'CFG012', where: { line: 1 } },
      { type: 'result', valid: false },
    ]);
    expect(status).toBe(1);
  });

  it('shows values with their origin', async () => {
    const env = { ARQONBUS_LIMITS_MAX_HOPS: '3' };
    const { stdout } = await cli(['config', 'show', 'limits', '--sources'], { env });
    expect(stdout).toMatch(/^limits\.max_hops: 3 +# env ARQONBUS_LIMITS_MAX_HOPS$/m);
    expect(stdout).toMatch(/^limits\.payload_bytes_max: 64KiB +# default$/m);
    expect((await cli(['config', 'show', 'limits.max_hops', '--defaults'], { env })).stdout).toBe(
      'limits.max_hops: 16\n',
    );
    expect(await cli(['config', 'show', 'rooms'], { env })).toEqual({ status: 0, stdout: 'rooms: []\n', stderr: '' });
    expect((await cli(['config', 'show'], { env: { ARQONBUS_LIMITS_MAX_HOPS: 'x' } })).status).toBe(78);
  });

  it('writes a template, and never over a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'arqonbus-init-'));
    try {
      const file = join(folder, 'a.yaml');
      expect((await cli(['config', 'init', file])).status).toBe(0);
      expect(readFileSync(file, 'utf8')).toBe(configTemplate());
      writeFileSync(file, 'mine');
      expect(await cli(['config', 'init', file])).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('exists') as string,
      });
      expect(readFileSync(file, 'utf8')).toBe('mine');
      expect((await cli(['config', 'init', join(folder, 'no', 'folder.yaml')])).status).toBe(66);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('failures [S-CLI-1]', () => {
  it('a bug is told as one, with its stack: 70', async () => {
    const clock = {
      ...systemClock,
      nowMs: () => {
        throw new TypeError('the clock is broken');
      },
    };
    const { status, stderr } = await cli(['history', 'a:b', '--since', '5m'], { clock });
    expect(stderr).toContain('error[CLI070]: this is a bug of ours: TypeError: the clock is broken');
    expect(status).toBe(70);
  });

  it('every error of the protocol has an exit status that fits its retry class', () => {
    const exits = Object.entries(ERROR_CATALOGUE).map(([name, { retry }]) => {
      return [name, exitOfRefusal(name, ['never', 'retry', 'after_reauth', 'resync'][retry] ?? 'never')];
    });
    expect(Object.fromEntries(exits)).toMatchObject({
      NOT_FOUND: 'no',
      LIMIT_EXCEEDED: 'no',
      ID_CONFLICT: 'no',
      PAYLOAD_TOO_LARGE: 'data',
      INVALID_IDENTIFIER: 'data',
      PERMISSION_DENIED: 'denied',
      CREDENTIAL_EXPIRED: 'denied',
      NO_RESPONDER: 'retry',
      DEADLINE_EXCEEDED: 'retry',
      STORAGE_UNAVAILABLE: 'retry',
      SLOW_CONSUMER: 'retry',
    });
  });

  it.each([
    [new ConnectionError('UNREACHABLE', 'x'), 'unreachable'],
    [new ConnectionError('LOST', 'x'), 'unreachable'],
    [new ConnectionError('REFUSED', 'x', { httpStatus: 401 }), 'denied'],
    [new ConnectionError('REFUSED', 'x', { closeCode: 4500 }), 'denied'],
    [new ConnectionError('REFUSED', 'x', { httpStatus: 400 }), 'unreachable'],
    [new BusError('RATE_LIMITED', 'x', { retry: 'retry', retryAfterMs: 50 }), 'retry'],
    [new TimeoutError('publish', 5), 'retry'],
    [new RangeError('x'), 'bug'],
    ['a text', 'bug'],
  ])('%s becomes %s', (error, exit) => {
    expect(toOperatorError(error).exit).toBe(exit);
  });
});

describe('what to do about a server that cannot be reached', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:7410', 'arqonbus serve --dev'],
    ['self-signed certificate', 'NODE_EXTRA_CA_CERTS'],
    ['unable to verify the first certificate', 'NODE_EXTRA_CA_CERTS'],
    ['unable to get local issuer certificate', 'NODE_EXTRA_CA_CERTS'],
  ])('%s', (message, advice) => {
    const { problems } = toOperatorError(new ConnectionError('UNREACHABLE', message));
    expect(problems[0]?.next.join()).toContain(advice);
  });
});

describe('createStop', () => {
  function source() {
    const listeners = new Map<string, Set<() => void>>();
    return {
      on: (name: string, fn: () => void) => listeners.set(name, (listeners.get(name) ?? new Set()).add(fn)),
      off: (name: string, fn: () => void) => listeners.get(name)?.delete(fn),
      raise: (name: string) => listeners.get(name)?.forEach((fn) => fn()),
      count: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0),
    };
  }

  it.each([
    ['SIGINT', 'interrupted', 130],
    ['SIGTERM', 'terminated', 143],
  ] as const)("%s ends a command with %s, and a second one is the platform's", (name, exit, status) => {
    const signals = source();
    const stop = createStop(signals, systemClock, { timeoutMs: null, handlesSignals: false });
    expect(stoppedExit(stop.signal)).toBeNull();
    signals.raise(name);
    expect(stoppedExit(stop.signal)).toBe(exit);
    expect(EXIT_CODES[exit].status).toBe(status);
    expect(signals.count()).toBe(0);
  });

  it('keeps the first reason, and leaves signals to commands that hear them', () => {
    const signals = source();
    const stop = createStop(signals, systemClock, { timeoutMs: null, handlesSignals: true });
    expect(signals.count()).toBe(0);
    stop.stop('stdout-closed');
    stop.stop('timeout');
    expect(stoppedExit(stop.signal)).toBe('ok');
  });

  it('ends at the deadline', () => {
    let fire: () => void = () => undefined;
    const clock = {
      ...systemClock,
      setTimer: (_: number, fn: () => void) => ((fire = fn), { cancel: () => undefined }),
    };
    const stop = createStop(source(), clock, { timeoutMs: 5, handlesSignals: false });
    fire();
    expect(stoppedExit(stop.signal)).toBe('timeout');
  });
});
