/** Inspection that fails: the message ends as configured, people can see it, and the bus goes on. [C-CHAIN-5] [P8] [P9] */
import { describe, expect, it } from 'vitest';
import type { Detector } from '../../../src/casil/engine/detector.js';
import type { CompiledPolicy } from '../../../src/casil/policy/compiled-policy.js';
import { createTelemetry } from '../../../src/telemetry/telemetry.js';
import { compiledPolicy, createInspectingBus, HOUSE_POLICY } from '../../support/casil/inspecting-bus.js';
import { startTestServer } from '../../support/server.js';

/** Throws at every `boom!`. */
function withBrokenDetector(): CompiledPolicy {
  const policy = compiledPolicy(HOUSE_POLICY);
  const [first] = policy.detectors;
  if (first === undefined) throw new Error('the policy has no detectors');
  const broken: Detector = {
    ...first,
    id: 'broken',
    anchors: [{ literal: 'boom!' }],
    match() {
      throw new TypeError('a detector with a bug, at ada@example.com');
    },
  };
  return { ...policy, detectors: [...policy.detectors, broken] };
}

describe('a detector that throws', () => {
  it.each(['allow', 'block'] as const)(
    'ends the message as default_decision %s says, and only that one',
    async (decision) => {
      const bus = createInspectingBus({ policies: [withBrokenDetector()], casil: { default_decision: decision } });
      const sender = await bus.join();
      const broken = sender.publish('desk', 'chat', 'boom! ada@example.com');
      const fine = sender.publish('desk', 'chat', 'mail ada@example.com');
      expect(sender.answerTo(broken)?.error?.name).toBe(decision === 'block' ? 'CASIL_INTERNAL_BLOCK' : undefined);
      expect(sender.answerTo(fine)?.ack).toBeTruthy();
      const figures = bus.inspection.figures();
      expect(Object.fromEntries(figures?.internalErrors ?? [])[decision]).toBe(1);
      const reported = bus.reports.find(({ type }) => type === 'casil.internal_error');
      expect(reported).toMatchObject({ outcome: decision, error: 'TypeError' });
      expect(JSON.stringify(bus.reports)).not.toContain('ada@example.com');
    },
  );

  it('never blocks in monitor', async () => {
    const bus = createInspectingBus({ policies: [withBrokenDetector()], casil: { mode: 'monitor' } });
    const sender = await bus.join();
    const id = sender.publish('desk', 'chat', 'boom!');
    expect(sender.answerTo(id)?.ack).toBeTruthy();
  });
});

describe('telemetry that is full or broken', () => {
  it('drops events of inspection past a rate, counts them, and inspects on', async () => {
    const bus = createInspectingBus();
    const sender = await bus.join();
    for (let sent = 0; sent < 1000; sent += 1) sender.publish('desk', 'chat', 'mail ada@example.com');
    const decisions = bus.reports.filter(({ type }) => type === 'casil.decision').length;
    const figures = bus.inspection.figures();
    expect(decisions).toBeLessThan(300);
    expect(figures?.eventsDropped).toBeGreaterThan(700);
    expect(Object.fromEntries(figures?.outcomes ?? [])['allow_with_redaction']).toBe(1000);
    bus.clock.advance(1500);
    sender.publish('desk', 'chat', 'mail ada@example.com');
    expect(bus.reports.some(({ type }) => type === 'casil.events_dropped')).toBe(true);
  });

  it("is the telemetry's own problem: a sink that throws is counted, and its event reaches the others", () => {
    const heard: string[] = [];
    const telemetry = createTelemetry([
      {
        name: 'broken',
        accept() {
          throw new Error('disk full');
        },
      },
      { name: 'fine', accept: ({ type }) => void heard.push(type) },
    ]);
    telemetry.emit({ type: 'casil.events_dropped', count: 3 });
    expect(heard).toContain('casil.events_dropped');
    expect(telemetry.failures().get('broken')).toBe(1);
  });
});

describe('a policy that cannot be used [C-CFG-1]', () => {
  it('keeps the server from starting', async () => {
    const yaml = (policy: string) => `casil: { enabled: true, policies: [${policy}] }\n`;
    await expect(startTestServer(yaml('block-secretz'))).rejects.toThrow('block-secretz');
    await expect(startTestServer(yaml('./no-such-policy.yaml'))).rejects.toThrow('no-such-policy.yaml');
  });
});
