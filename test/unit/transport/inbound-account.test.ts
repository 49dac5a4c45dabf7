import { describe, expect, test } from 'vitest';
import { InboundAccount } from '../../../src/transport/inbound-account.js';
import { InboundBudget } from '../../../src/transport/inbound-budget.js';

/** A client's binary message as it is on the wire: FIN, masked, its length in two bytes. */
function message(payloadBytes: number): Buffer {
  const header = Buffer.from([0x82, 0x80 | 126, payloadBytes >> 8, payloadBytes & 0xff, 0, 0, 0, 0]);
  return Buffer.concat([header, Buffer.alloc(payloadBytes)]);
}

describe('InboundAccount [S-TRANS-1] [P8]', () => {
  test('connections that are inside a message do not disturb one another, nor those that are between messages', () => {
    const budget = new InboundBudget(1_000_000, []);
    const [a, b, whole] = [new InboundAccount(budget), new InboundAccount(budget), new InboundAccount(budget)];
    const bytes = message(1_000);
    a.push(bytes.subarray(0, 3));
    whole.push(bytes);
    b.push(bytes.subarray(0, 500));
    whole.push(bytes);
    expect(whole.bytes).toBe(0);
    expect([a.bytes > 3, b.bytes > 500]).toEqual([true, true]);
    expect(budget.bytes).toBe(a.bytes + b.bytes);

    b.push(bytes.subarray(500));
    expect(b.bytes).toBe(0);
    a.push(bytes.subarray(3));
    expect(budget.bytes).toBe(0);
  });

  test('takes what it holds along to its tenant, and leaves it when it ends [T-TEN-2]', () => {
    const budget = new InboundBudget(1_000_000, []);
    const [account, late] = [new InboundAccount(budget), new InboundAccount(budget)];
    account.push(message(1_000).subarray(0, 100));
    const held = account.bytes;
    expect([account.tenant, budget.strangers.bytes]).toEqual([budget.strangers, held]);
    account.assign('acme');
    expect([budget.strangers.bytes, account.tenant.bytes, budget.bytes]).toEqual([0, held, held]);
    account.push(Buffer.alloc(100));
    expect(account.tenant.bytes).toBeGreaterThan(held);
    account.release();
    account.release();
    expect([account.tenant.bytes, budget.bytes, budget.tenants]).toEqual([0, 0, 0]);

    late.release();
    late.assign('acme');
    expect(budget.tenants).toBe(0);
  });

  test('an unfinished message is given back once, and what comes after is not counted', () => {
    const budget = new InboundBudget(1_000_000, []);
    const account = new InboundAccount(budget);
    account.push(message(1_000).subarray(0, 100));
    const held = account.bytes;
    account.freeze();
    account.push(Buffer.alloc(100));
    expect(budget.bytes).toBe(held);
    account.release();
    account.release();
    account.push(Buffer.alloc(100));
    expect([account.bytes, budget.bytes]).toEqual([0, 0]);
  });
});
