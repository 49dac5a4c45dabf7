import { describe, expect, it } from 'vitest';
import { createLogger, type LoggerOptions } from '../../../src/telemetry/logger.js';
import { describeEvent } from '../../../src/telemetry/event-log-lines.js';
import { InvariantError } from '../../../src/base/invariant.js';
import { sampleEvents } from '../../support/telemetry/sample-events.js';

function logTo(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const destination = {
    write: (line: string) => void lines.push(line),
    droppedLines: () => 0,
    close: () => Promise.resolve(),
  };
  const logger = createLogger({ level: 'debug', format: 'json', destination, clock: { nowMs: () => 0 }, ...options });
  return { logger, lines };
}

const HOSTILE = 'x\n{"level":"fatal"}\u001b[2J\u202e\u200b\u0000';

describe('logger [CON VII.6]', () => {
  it('writes one JSON object per line with time, level, event and message', () => {
    const { logger, lines } = logTo();
    logger.log({ level: 'warn', event: 'auth.failed', msg: 'refused', fields: { remote_address: '::1', attempts: 2 } });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      ts: '1970-01-01T00:00:00.000Z',
      level: 'warn',
      event: 'auth.failed',
      msg: 'refused',
      remote_address: '::1',
      attempts: 2,
    });
  });

  it('writes nothing below its level, and nothing at all when silent', () => {
    const warn = logTo({ level: 'warn' });
    const silent = logTo({ level: 'silent' });
    for (const { logger } of [warn, silent]) {
      logger.log({ level: 'info', event: 'a', msg: 'a', fields: {} });
      logger.log({ level: 'fatal', event: 'b', msg: 'b', fields: {} });
    }
    expect(warn.lines).toHaveLength(1);
    expect(silent.lines).toEqual([]);
  });

  it.each(Object.entries(sampleEvents(HOSTILE)))('makes the text of %s safe [P9]', (_type, event) => {
    for (const format of ['json', 'pretty'] as const) {
      const { logger, lines } = logTo({ format });
      logger.log(describeEvent(event));
      expect(lines).toHaveLength(1);

      const unsafe = [...(lines[0] ?? '').trimEnd()].filter((char) => /[\p{Cc}\p{Cf}]/u.test(char));
      expect(unsafe).toEqual([]);
    }
  });

  it('bounds every text [P8]', () => {
    const { logger, lines } = logTo();
    logger.log({ level: 'info', event: 'a', msg: 'm'.repeat(10_000), fields: { room: 'r'.repeat(10_000) } });
    expect(lines[0]?.length).toBeLessThan(1000);
  });

  it('is readable for people when asked to be', () => {
    const { logger, lines } = logTo({ format: 'pretty' });
    logger.log({ level: 'info', event: 'server.started', msg: 'node n1 listens', fields: { node_id: 'n1' } });
    expect(lines[0]).toContain('INFO: node n1 listens');
    expect(lines[0]).toContain('n1');
    expect(() => JSON.parse(lines[0] ?? '') as unknown).toThrow();
  });
});

describe('event log lines [CON VII.6]', () => {
  it.each(Object.values(sampleEvents('value')))('$type says what happened and to whom', (event) => {
    const line = describeEvent(event);
    expect(line.event).toBe(event.type);
    expect(line.msg.length).toBeGreaterThan(5);
    for (const name of ['tenant', 'room', 'channel', 'command'] as const) {
      if (name in event) expect(line.fields[name]).toBe('value');
    }
    // Whoever it is about, and wherever: names mean something within their tenant only. [T-TEN-1]
    if ('clientId' in event || 'room' in event || 'subject' in event) expect(event).toHaveProperty('tenant');
    if ('clientId' in event) expect(line.fields['client_id']).toBe(event.clientId);
    expect(Object.keys(line.fields).every((name) => /^[a-z_]+$/.test(name))).toBe(true);
  });

  it('calls a broken invariant fatal and any other bug an error, with the place but without a second copy of the message', () => {
    const broken = describeEvent({ type: 'internal.error', where: 'router', error: new InvariantError('impossible') });
    const failed = describeEvent({ type: 'internal.error', where: 'router', error: new TypeError('no') });
    expect([broken.level, failed.level]).toEqual(['fatal', 'error']);
    expect(failed.fields).toMatchObject({ where: 'router', error: 'TypeError' });
    expect(failed.fields['stack']).toMatch(/^at .*logger\.test/);
    expect(failed.fields['stack']).not.toContain('TypeError');
  });

  it('logs the everyday end of a connection at debug and a forced one at info', () => {
    const level = (code: number) =>
      describeEvent({ type: 'connection.closed', connectionId: 1, clientId: null, tenant: null, code }).level;
    expect([level(1000), level(1006), level(4000)]).toEqual(['debug', 'debug', 'debug']);
    expect([level(4002), level(4503)]).toEqual(['info', 'info']);
  });
});
