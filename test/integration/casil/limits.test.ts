/** Every bound of inspection, at the bound and one past it: reaching it is an outcome people can see. [C-CHAIN-3] [P8] */
import { describe, expect, it } from 'vitest';
import { compiledPolicy, createInspectingBus, HOUSE_POLICY } from '../../support/casil/inspecting-bus.js';

const MIB = 1_048_576;
const RAISED = { payload_bytes_max: MIB, frame_bytes_max: 2 * MIB };

const EMAIL = 'ada@example.com';
/** The address at the end, and as many bytes in front as it takes. */
const endingWithEmail = (bytes: number) =>
  `${'all is well. '.repeat(bytes)}`.slice(0, bytes - EMAIL.length - 1) + ` ${EMAIL}`;
const startingWithEmail = (bytes: number) => `${EMAIL} ${'all is well. '.repeat(bytes)}`.slice(0, bytes);

async function publish(
  casilLimits: Record<string, unknown>,
  text: string,
  policy = HOUSE_POLICY,
): Promise<{ error: string; stored: string; flags: readonly string[]; counted: Record<string, number> }> {
  const casil = { limits: casilLimits, expose_metadata_to_clients: true, persist_metadata_in_history: true };
  const bus = createInspectingBus({ casil, limits: RAISED, policies: [compiledPolicy(policy)] });
  const sender = await bus.join();
  const id = sender.publish('desk', 'chat', text);
  const [kept] = sender.history('desk', 'chat', 1);
  return {
    error: sender.answerTo(id)?.error?.name ?? '',
    stored: Buffer.from(kept?.payload ?? []).toString(),
    flags: kept?.casil?.flags ?? [],
    counted: Object.fromEntries(bus.inspection.figures()?.flags ?? []),
  };
}

describe('casil.limits.max_inspect_bytes, with messages of up to 1 MiB', () => {
  const bound = 65_536;

  it('looks at a payload of exactly the bound to its last byte', async () => {
    const { stored, flags, error } = await publish({ max_inspect_bytes: bound }, endingWithEmail(bound));
    expect(error).toBe('');
    expect(stored.endsWith('*'.repeat(EMAIL.length))).toBe(true);
    expect(flags).toEqual(['contains_personal_data']);
  });

  it('lets one byte more pass unseen and says so, where oversize is allow', async () => {
    const text = endingWithEmail(bound + 1);
    const { stored, flags, error, counted } = await publish({ max_inspect_bytes: bound, oversize: 'allow' }, text);
    expect(error).toBe('');
    expect(stored).toBe(text);
    expect(flags).toContain('oversize_payload');
    expect(counted['oversize_payload']).toBe(1);
  });

  it('refuses one byte more where oversize is block', async () => {
    const limits = { max_inspect_bytes: bound, oversize: 'block' };
    const { error, stored } = await publish(limits, endingWithEmail(bound + 1));
    expect(error).toBe('CASIL_POLICY_OVERSIZE');
    expect(stored).toBe('');
    expect((await publish(limits, endingWithEmail(bound))).error).toBe('');
  });

  it('looks at the beginning where oversize is inspect_prefix, and says that it was only that', async () => {
    const limits = { max_inspect_bytes: bound, oversize: 'inspect_prefix' };
    const { stored, flags } = await publish(limits, startingWithEmail(MIB / 2));
    expect(stored.startsWith('*'.repeat(EMAIL.length))).toBe(true);
    expect(stored).toHaveLength(MIB / 2);
    expect(flags).toEqual(expect.arrayContaining(['oversize_payload', 'inspection_truncated']));
    const padded = endingWithEmail(bound + 1 + EMAIL.length);
    expect((await publish(limits, padded)).stored).toBe(padded);
  });

  it('follows the strictest of the policies that cover the channel', async () => {
    const strict = `${HOUSE_POLICY}\nlimits: { max_inspect_bytes: 1KiB, oversize: block }\n`;
    expect((await publish({}, 'x'.repeat(1025), strict)).error).toBe('CASIL_POLICY_OVERSIZE');
    expect((await publish({}, 'x'.repeat(1024), strict)).error).toBe('');
  });
});

describe('casil.limits.max_work', () => {
  it('refuses a message that runs out of it, or lets it pass marked, as work_limit says', async () => {
    const text = endingWithEmail(4000);
    const blocked = await publish({ max_work: 1000, work_limit: 'block' }, text);
    expect(blocked.error).toBe('CASIL_POLICY_WORK_LIMIT');
    expect(blocked.stored).toBe('');
    expect(blocked.counted['work_limit_reached']).toBe(1);
    const passed = await publish({ max_work: 1000, work_limit: 'allow' }, text);
    expect(passed.error).toBe('');
    expect(passed.flags).toContain('work_limit_reached');
  });
});

describe('casil.limits.max_findings', () => {
  const emails = (count: number) => Array.from({ length: count }, (_, index) => `user${index}@example.com`).join(' ');

  it('masks as many as the bound, and refuses one more: decoys cannot hide the rest', async () => {
    const limits = { max_findings: 5 };
    const atBound = await publish(limits, emails(5));
    expect(atBound.error).toBe('');
    expect(atBound.stored).not.toContain('@');
    expect((await publish(limits, emails(6))).error).toBe('CASIL_POLICY_WORK_LIMIT');
  });
});
