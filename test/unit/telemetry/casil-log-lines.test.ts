import { describe, expect, it } from 'vitest';
import { describeEvent } from '../../../src/telemetry/event-log-lines.js';
import type { CasilDecision } from '../../../src/telemetry/events.js';
import { sampleEvents } from '../../support/telemetry/sample-events.js';

const SAMPLES = sampleEvents('x');
const BLOCK: CasilDecision = {
  ...SAMPLES['casil.decision'],
  clientId: 'n1.c',
  room: 'lab',
  channel: 'done',
};

describe('log lines of inspection [CON VII.6] [C-TEL-1]', () => {
  it('names client, place, type, rules, policies, outcome and reason of a block', () => {
    expect(describeEvent(BLOCK)).toMatchObject({
      event: 'casil.decision',
      level: 'info',
      msg: 'blocked an EVENT of n1.c to lab:done for its payload by block-secret: CASIL_POLICY_BLOCKED_SECRET',
      fields: {
        client_id: 'n1.c',
        room: 'lab',
        channel: 'done',
        message_type: 'EVENT',
        outcome: 'block',
        reason_code: 'CASIL_POLICY_BLOCKED_SECRET',
        rules: 'block-secret',
        policies: 'block-secrets',
        flags: 'contains_probable_secret',
        payload_state: 'omitted',
      },
    });
  });

  it.each([
    ['block', 'info', 'would block'],
    ['allow_with_redaction', 'info', 'would mask parts of'],
    ['allow', 'debug', 'would tag'],
  ] as const)('says in monitor what enforcing would do: %s', (wouldBe, level, verb) => {
    const line = describeEvent({ ...BLOCK, mode: 'monitor', outcome: 'allow', wouldBe });
    expect(line.level).toBe(level);
    expect(line.msg.startsWith(`${verb} an EVENT`)).toBe(true);
  });

  it.each([
    ['allow_with_redaction', 'info', 'masked parts of'],
    ['allow', 'debug', 'tagged'],
  ] as const)('says in enforce what was done: %s', (outcome, level, verb) => {
    const line = describeEvent({ ...BLOCK, outcome, wouldBe: outcome });
    expect(line.level).toBe(level);
    expect(line.msg.startsWith(`${verb} an EVENT`)).toBe(true);
  });

  it('needs no room, part, rule or reason', () => {
    const bare = { room: '', channel: '', part: '', ruleIds: [], reasonCode: '', messageType: 'COMMAND' } as const;
    const line = describeEvent({ ...BLOCK, ...bare, outcome: 'allow', wouldBe: 'allow' });
    expect(line.msg).toBe('tagged a COMMAND of n1.c: contains_probable_secret');
  });

  it.each([
    ['allow', 'let through uninspected'],
    ['block', 'blocked'],
  ] as const)('says where inspection failed and what became of the message: %s [C-CHAIN-5]', (outcome, made) => {
    const line = describeEvent({ ...SAMPLES['casil.internal_error'], outcome });
    expect(line.level).toBe('error');
    expect(line.msg).toContain(`failed with TypeError at segmenter.js:12:3; it was ${made};`);
  });

  it.each(['sender', 'room', 'channel'] as const)(
    'warns of a %s that violates again and again, with a step',
    (dimension) => {
      const line = describeEvent({ ...SAMPLES['casil.repeated_violations'], dimension, name: 'ada' });
      expect(line.level).toBe('warn');
      expect(line.msg).toContain(`${dimension} ada had 20 messages against the content policies within 60000 ms`);
      expect(line.msg).toMatch(/; \w+/);
    },
  );

  it('warns of dropped events and says where the exact numbers are', () => {
    const line = describeEvent(SAMPLES['casil.events_dropped']);
    expect(line).toMatchObject({ level: 'warn', fields: { count: 5 } });
    expect(line.msg).toContain('arqonbus_casil_');
  });
});
