import { describe, expect, test } from 'vitest';
import { Heartbeat } from '../../../src/transport/heartbeat.js';

const TIMES = { pingIntervalMs: 1_000, pongDeadlineMs: 300 };

describe('Heartbeat [S-TRANS-1]', () => {
  test('asks for one ping per interval while the peer answers', () => {
    const heartbeat = new Heartbeat(TIMES, 0, 0);
    const pingsAtMs: number[] = [];
    for (let nowMs = 0; nowMs <= 4_000; nowMs += 100) {
      const action = heartbeat.check(TIMES, nowMs);
      expect(action).not.toBe('expired');
      if (action === 'ping') pingsAtMs.push(nowMs);
      heartbeat.see();
    }
    expect(pingsAtMs).toEqual([500, 1_500, 2_500, 3_500]);
  });

  test('expires at the deadline and not before', () => {
    const heartbeat = new Heartbeat(TIMES, 0, 0);
    expect(heartbeat.check(TIMES, 500)).toBe('ping');
    expect(heartbeat.check(TIMES, 799)).toBe('none');
    expect(heartbeat.check(TIMES, 800)).toBe('expired');
  });

  test('a sign of life before the ping is no answer to it', () => {
    const heartbeat = new Heartbeat(TIMES, 0, 0);
    heartbeat.see();
    expect(heartbeat.check(TIMES, 500)).toBe('ping');
    expect(heartbeat.check(TIMES, 800)).toBe('expired');
  });

  test('any sign of life after the ping is an answer', () => {
    const heartbeat = new Heartbeat(TIMES, 0, 0);
    expect(heartbeat.check(TIMES, 500)).toBe('ping');
    heartbeat.see();
    expect(heartbeat.check(TIMES, 2_000)).toBe('ping');
  });

  test('a deadline longer than the interval delays the next ping instead of hiding the first', () => {
    const times = { pingIntervalMs: 100, pongDeadlineMs: 500 };
    const heartbeat = new Heartbeat(times, 0, 0);
    expect(heartbeat.check(times, 50)).toBe('ping');
    for (const nowMs of [150, 250, 549]) expect(heartbeat.check(times, nowMs)).toBe('none');
    expect(heartbeat.check(times, 550)).toBe('expired');
  });

  test('spreads first pings over half an interval', () => {
    expect(new Heartbeat(TIMES, 0, 0.5).check(TIMES, 749)).toBe('none');
    expect(new Heartbeat(TIMES, 0, 0.5).check(TIMES, 750)).toBe('ping');
  });
});
