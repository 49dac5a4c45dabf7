/**
 * What one inspection costs in this process, as ratios to JSON.parse of the same bytes: ordinary messages of three
 * sizes, and the shapes that cost most. Interleaved, medians with their noise. [C-BENCH-1]
 */
import { createInspector } from '../../../src/casil/inspector.js';
import type { Inspect } from '../../../src/casil/inspection.js';
import { compileAddressScope } from '../../../src/casil/policy/address-scope.js';
import { BUILT_IN_PARTS } from '../../../src/casil/policy/built-in-parts.js';
import { loadPolicies } from '../../../src/casil/policy/load-policies.js';
import { wire } from '../../../src/protocol/codec.js';
import { scanEnvelope } from '../../../src/protocol/envelope-scanner.js';
import { EnvelopeView } from '../../../src/protocol/envelope-view.js';
import { checkoutRoot } from '../../support/checkout.js';
import { summarize, type Summary } from '../statistics.js';
import { HOSTILE_PAYLOADS, recordsJson } from './inspected-content.js';

export interface CostRow {
  readonly name: string;
  readonly bytes: number;
  /** Microseconds per message. */
  readonly inspectUs: Summary;
  readonly parseUs: Summary;
}

const SIZES = [256, 4096, 65_536];
const SENDER = { clientId: 'n1.bench', subject: 'bench' };

/** Every built-in detector, with rules that mask and block. */
export function createBenchInspect(): Inspect {
  const loaded = loadPolicies({
    names: ['block-secrets', 'mask-personal-data'].map((name) => ({ name: `./policies/${name}.yaml`, place: null })),
    baseDir: checkoutRoot,
    nowMs: 0,
    limits: { maxPolicies: 16, maxPatterns: 100 },
    parts: BUILT_IN_PARTS,
  });
  if (!loaded.ok) throw new Error(`the shipped policies do not load: ${JSON.stringify(loaded.error)}`);
  const inspector = createInspector({
    policies: loaded.value.policies,
    mode: 'enforce',
    defaultDecision: 'block',
    scope: compileAddressScope(['*:*'], []),
    limits: {
      inspectBytesMax: 65_536,
      oversize: 'allow',
      workMax: 4_000_000,
      workLimit: 'block',
      findingsMax: 1000,
      decodeBytesMax: 131_072,
    },
    metadata: false,
    nowMs: () => 0,
    listener: null,
  });
  return inspector.inspectFor({ tenant: 'bench', room: 'bench', channel: 'bench' });
}

export function viewOf(payload: Uint8Array): EnvelopeView {
  const type = wire.MessageType.EVENT;
  const fields = { version: 1, type, id: 'AaIF8EG1dl-m_vorSCpwDA', room: 'bench', channel: 'bench', payload };
  const bytes = Buffer.from(wire.Envelope.encode(fields).finish());
  const view = new EnvelopeView();
  const refused = scanEnvelope(bytes, 0, bytes.length, { payloadBytesMax: 1_048_576 }, view);
  if (refused !== null) throw new Error(`the bench made a bad envelope: ${refused.name}`);
  return view;
}

/** @param repetitions of each measurement. @param measureMs of each repetition. */
export function measureInspection(options: { readonly repetitions: number; readonly measureMs: number }): CostRow[] {
  const inspect = createBenchInspect();
  const ordinary = SIZES.map((bytes) => ({ name: 'ordinary JSON', payload: Buffer.from(recordsJson(bytes)) }));
  const hostile = HOSTILE_PAYLOADS.map(({ name, make }) => ({ name, payload: make(65_536) }));
  const cases = [...ordinary, ...hostile].map(({ name, payload }) => ({ name, payload, view: viewOf(payload) }));
  const records = SIZES.map((bytes) => recordsJson(bytes));
  const runs = cases.map(() => ({ inspect: [] as number[], parse: [] as number[] }));
  for (let repetition = -1; repetition < options.repetitions; repetition += 1) {
    cases.forEach(({ payload, view }, index) => {
      const text = records.find((record) => record.length >= payload.length) ?? '';
      const inspectUs = costUs(() => void inspect(view, SENDER), options.measureMs);
      const parseUs = costUs(() => void JSON.parse(text), options.measureMs);
      // The first round is for the compiler.
      if (repetition < 0) return;
      runs[index]?.inspect.push(inspectUs);
      runs[index]?.parse.push(parseUs);
    });
  }
  return cases.map(({ name, payload }, index) => ({
    name,
    bytes: payload.length,
    inspectUs: summarize(runs[index]?.inspect ?? []),
    parseUs: summarize(runs[index]?.parse ?? []),
  }));
}

/** CPU time of this thread per call: what other processes do to the clock does not count. */
function costUs(run: () => void, measureMs: number): number {
  let calls = 0;
  let step = 1;
  const startUs = cpuUs();
  let usedUs = 0;
  while (usedUs < measureMs * 1000) {
    for (let call = 0; call < step; call += 1) run();
    calls += step;
    usedUs = cpuUs() - startUs;
    if (usedUs < 1000) step *= 2;
  }
  return usedUs / calls;
}

function cpuUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
