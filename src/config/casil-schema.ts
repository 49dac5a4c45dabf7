/** The configuration of content inspection. Names are those of the constitution, plus mode and policies. [CON VIII.4] */
import { z } from 'zod';
import { byteCount, text, waitingTime } from '../documents/values.js';

const MIB = 1_048_576;

/** `room:channel`, with `*` for any run of characters within a part. */
function addressGlobs(fallback: string[]) {
  const glob = /^[A-Za-z0-9._*-]{1,128}:[A-Za-z0-9._*-]{1,128}$/;
  return z.array(text(glob, 'an address such as room:channel or room-*:*')).max(1000).default(fallback);
}

export const casilSchema = z
  .strictObject({
    enabled: z.boolean().default(false).describe('Whether messages are inspected.'),
    mode: z
      .enum(['monitor', 'enforce'])
      .default('monitor')
      .describe('`monitor` alters and blocks nothing and counts what it would have done.'),
    default_decision: z
      .enum(['allow', 'block'])
      .default('allow')
      .describe('What happens to a message whose inspection fails. `mode: enforce` wants it written down.'),
    policies: z
      .array(text(/^[^\0]{1,1024}$/, 'the name of a shipped policy or the path of a policy file'))
      .max(64)
      .default(['default'])
      .describe(
        'Policies in order: names of shipped ones, or paths of files, relative to the configuration file. The strongest action of all counts.',
      ),
    scope: z
      .strictObject({
        include: addressGlobs(['*:*']).describe('Addresses that are inspected: `room:channel`, `*` within a part.'),
        exclude: addressGlobs([]).describe('Addresses that are not.'),
      })
      .prefault({})
      .describe('Which addresses are inspected.'),
    limits: z
      .strictObject({
        max_inspect_bytes: byteCount({ min: 1, max: 16 * MIB })
          .default(65_536)
          .describe('Payload bytes that are looked at; likewise all other bytes of a message together.'),
        oversize: z
          .enum(['allow', 'block', 'inspect_prefix'])
          .default('allow')
          .describe('What happens to a message that is larger.'),
        max_policies: z.int().min(1).max(64).default(16).describe('Policies that may be loaded.'),
        max_patterns: z.int().min(0).max(1000).default(100).describe('Patterns of all policies together.'),
        max_work: z
          .int()
          .min(1000)
          .max(1_000_000_000)
          .default(4_000_000)
          .describe('Work units of one message, about one per byte and step.'),
        work_limit: z
          .enum(['allow', 'block'])
          .default('block')
          .describe('What happens to a message whose inspection runs out of work or finds more than max_findings.'),
        max_findings: z.int().min(1).max(10_000).default(1000).describe('Findings of one message.'),
        max_decode_bytes: byteCount({ min: 0, max: 16 * MIB })
          .default(131_072)
          .describe('Bytes of one message that are decoded from escapes and base64.'),
      })
      .prefault({})
      .describe('Bounds of one inspection.'),
    expose_metadata_to_clients: z
      .boolean()
      .default(false)
      .describe('Whether subscribers and senders see what inspection said.'),
    persist_metadata_in_history: z.boolean().default(false).describe('Whether history keeps what inspection said.'),
    violations: z
      .strictObject({
        window: waitingTime().default(60_000).describe('Time in which violations are counted together.'),
        threshold: z
          .int()
          .min(1)
          .max(1_000_000)
          .default(10)
          .describe('Violations in a window from which on a sender, room or channel is reported.'),
        entries_max: z
          .int()
          .min(16)
          .max(1_000_000)
          .default(10_000)
          .describe('Senders, rooms and channels counted, each.'),
      })
      .prefault({})
      .describe('When repeated violations are told.'),
  })
  .prefault({})
  .describe('Content inspection; see docs/casil.md.');
