import { describe, expect, it } from 'vitest';
import { loadConfig, type LoadConfigInput, type LoadedConfig } from '../../../src/config/load-config.js';
import type { ConfigProblem } from '../../../src/config/problem.js';

function load(input: Partial<LoadConfigInput>): LoadedConfig {
  const result = loadConfig({ env: {}, ...input });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

function problemsOf(input: Partial<LoadConfigInput>): readonly ConfigProblem[] {
  const result = loadConfig({ env: {}, ...input });
  if (result.ok) throw new Error('accepted');
  return result.error;
}

/** `CFG010 3:9+3` or `CFG013 env NAME`. */
function summary({ code, where }: ConfigProblem): string {
  if (where === null) return code;
  return where.kind === 'file'
    ? `${code} ${where.line}:${where.column}+${where.length}`
    : `${code} ${where.kind} ${where.name}`;
}

describe('loadConfig [S-CFG-1]', () => {
  it('needs nothing: every key has a default', () => {
    const { config, sources, warnings } = load({});
    expect(config.server).toMatchObject({ host: '127.0.0.1', port: 7410 });
    expect(config.limits.payload_bytes_max).toBe(65_536);
    expect(new Set([...sources.values()].map(({ kind }) => kind))).toEqual(new Set(['default']));
    expect(warnings).toEqual([]);
  });

  it('prefers flag to environment to file to default, and remembers where each value came from', () => {
    const { config, sources } = load({
      text: 'server:\n  port: 1\n  drain_timeout: 1s\ntransport: {ping_interval: 20s, close_timeout: 2s}\n',
      file: 'a.yaml',
      env: { ARQONBUS_SERVER_PORT: '2', ARQONBUS_TRANSPORT_PING_INTERVAL: '30s' },
      flags: [{ name: '--port', path: ['server', 'port'], value: 3 }],
    });
    expect(config.server).toMatchObject({ port: 3, drain_timeout: 1000 });
    expect(config.transport).toMatchObject({ ping_interval: 30_000, close_timeout: 2000, hello_timeout: 5000 });
    expect(sources.get('server.port')).toEqual({ kind: 'flag', name: '--port' });
    expect(sources.get('transport.ping_interval')).toEqual({ kind: 'env', name: 'ARQONBUS_TRANSPORT_PING_INTERVAL' });
    expect(sources.get('server.drain_timeout')).toEqual({ kind: 'file', file: 'a.yaml', line: 3, column: 18 });
    expect(sources.get('transport.hello_timeout')).toEqual({ kind: 'default' });
  });

  it('names the origin of values inside room rows', () => {
    const { config, sources } = load({ text: 'rooms:\n  - match: orders\n    retention: {count: 5}\n' });
    expect(config.rooms[0]?.retention).toEqual({ count: 5, bytes: 1_048_576, age: 3_600_000 });
    expect(sources.get('rooms[0].retention.count')).toMatchObject({ kind: 'file', line: 3 });
    expect(sources.get('rooms[0].retention.age')).toEqual({ kind: 'default' });
  });

  it('reads an empty file, an empty section and a section of comments as "nothing set"', () => {
    for (const text of ['', '# nothing\n', 'server:\nrooms:\n', 'server:\n  # port: 1\nauth:\n']) {
      expect(load({ text }).config).toEqual(load({}).config);
    }
  });

  it('puts an unknown key at the key and a wrong value at the value, all at once', () => {
    const problems = problemsOf({
      text: 'server:\n  prot: 1\n  port: 1e9\nlogging:\n  level: wran\nrooms:\n  - retention: {age: soon}\nnonsense: {}\n',
      env: { ARQONBUS_SERVER_PORT: 'x', ARQONBUS_SERVRE_PORT: '1' },
      flags: [{ name: '--host', path: ['server', 'host'], value: '' }],
    });
    expect(problems.map(summary).sort()).toEqual(
      [
        'CFG012 2:3+4',
        'CFG010 3:9+3',
        'CFG010 5:10+4',
        'CFG011 7:5+22',
        'CFG010 7:22+4',
        'CFG012 8:1+8',
        'CFG010 env ARQONBUS_SERVER_PORT',
        'CFG013 env ARQONBUS_SERVRE_PORT',
        'CFG010 flag --host',
      ].sort(),
    );
    const hints = new Map(problems.map((problem) => [summary(problem), problem.hint]));
    expect(hints.get('CFG012 2:3+4')).toBe('did you mean "port"?');
    expect(hints.get('CFG010 5:10+4')).toBe('did you mean "warn"?');
    expect(hints.get('CFG013 env ARQONBUS_SERVRE_PORT')).toBe('did you mean ARQONBUS_SERVER_PORT?');
  });

  it('says what a value must be and what it is', () => {
    const texts = problemsOf({
      text: 'server: {port: "7410"}\nlimits: {payload_bytes_max: 17MiB}\nstorage: {dedupe_window: [1]}\nadmin: 5\nrooms: {}\n',
    }).map(({ problem }) => problem);
    expect(texts).toEqual(
      expect.arrayContaining([
        'server.port must be a whole number from 0 to 65535, not "7410"',
        'limits.payload_bytes_max must be a size such as 512B, 64KiB or 1MiB, at least 1B, at most 16MiB, not "17MiB"',
        'storage.dedupe_window must be a duration such as 250ms, 5s, 2m, 1h or 7d, not a list',
        'admin must be a mapping of keys, not 5',
        'rooms must be a list of rows, not a mapping',
      ]),
    );
    expect(texts).toHaveLength(5);
  });

  it('refuses a mistake in the file even where a flag overrides it', () => {
    const flags = [{ name: '--port', path: ['server', 'port'], value: 1 }];
    expect(problemsOf({ text: 'server: {port: no}', flags }).map(summary)).toEqual(['CFG010 1:16+2']);
  });

  it('does not repeat a long value', () => {
    const [problem] = problemsOf({ text: `server: {port: ${'x'.repeat(5000)}}` });
    expect(problem?.problem.length).toBeLessThan(150);
  });

  it('reports a file that is missing, a directory, too large or not UTF-8', () => {
    expect(problemsOf({ file: '/nonexistent/arqonbus.yaml' })[0]).toMatchObject({ code: 'CFG001', where: null });
    expect(problemsOf({ file: '/' })[0]?.problem).toContain('it is a directory');
    expect(problemsOf({ file: '/dev/zero' })[0]?.code).toBe('CFG002');
  });

  it('takes keys of the prototype as the unknown keys they are', () => {
    const codes = problemsOf({ text: '__proto__: {server: {}}\nconstructor: 1\nserver: {toString: 2}\n' }).map(summary);
    expect(codes.sort()).toEqual(['CFG012 1:1+9', 'CFG012 2:1+11', 'CFG012 3:10+8']);
  });

  it('reports at most 100 problems', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(problemsOf({ text })).toHaveLength(100);
  });
});
