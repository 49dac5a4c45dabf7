/**
 * The one schema of a policy file: what keys exist, what they mean, what they default to. The loader and
 * docs/policy.schema.json are made from it. Plain mappings and bounded lists only, so that every mistake can be told at
 * its line. [C-POL-1]
 */
import { z } from 'zod';
import { byteCount, identifier, text } from '../../documents/values.js';
import { REGEX_CHARS_MAX } from '../patterns/limits.js';
import { ACTIONS, CONTENT_FORMS, FLAGS, MESSAGE_PARTS, RISKS, type Flag } from '../vocabulary.js';
import { ADDRESS_GLOB, EVERYWHERE } from './address-scope.js';
import { OVERSIZE_BEHAVIORS } from './compiled-policy.js';
import { parseExpiry } from './expiry.js';

/** A policy that needs more than this of anything is several policies. */
export const ENTRIES_MAX = 256;
const GLOBS_MAX = 64;
const ID_LENGTH_MAX = 64;

/** What rules can ask for: the flags known before rules are evaluated. The others follow from what the rules find. */
export const RULE_FLAGS = FLAGS.filter(
  (flag): flag is Exclude<Flag, 'contains_probable_secret' | 'contains_personal_data'> => !flag.startsWith('contains_'),
);

const id = () => identifier(ID_LENGTH_MAX);
const names = () => z.array(id()).max(ENTRIES_MAX);
const addressGlob = () => text(ADDRESS_GLOB, 'room:channel with * for any run of characters, such as support-*:*');
const kind = () => text(/^[a-z][a-z0-9_]{0,63}$/, 'a kind such as secret or personal_data: 1 to 64 of a-z 0-9 _');
const sentence = (lengthMax: number) =>
  z
    .string()
    .min(1)
    .max(lengthMax)
    .meta({ kind: 'text', expectation: `text of 1 to ${lengthMax} characters` });

const scope = () =>
  z.strictObject({
    include: z.array(addressGlob()).max(GLOBS_MAX).default([EVERYWHERE]).describe('Addresses it is about.'),
    exclude: z.array(addressGlob()).max(GLOBS_MAX).default([]).describe('Addresses it is not about after all.'),
  });

const pattern = z.strictObject({
  id: id().describe('What rules and reports call it.'),
  regex: sentence(REGEX_CHARS_MAX).describe('A regular expression: a documented subset of RE2 syntax.'),
  ignore_case: z.boolean().default(false).describe('Whether letters A-Z match in either case.'),
  kind: kind().describe('What a match is: `secret`, `personal_data` or a kind of your own.'),
  risk: z.enum(RISKS).describe('How serious a match is.'),
  description: sentence(500).optional().describe('For people.'),
});

const field = z.strictObject({
  id: id().describe('What rules and reports call it.'),
  path: sentence(200).describe('Place in JSON payloads: `$.customer.ssn`, `$.items[*].card`, `$..password`.'),
  kind: kind().describe('What the value is: `secret`, `personal_data` or a kind of your own.'),
  risk: z.enum(RISKS).describe('How serious its presence is.'),
});

const when = z.strictObject({
  detectors: names().optional().describe('Findings of these detectors or groups, which `detectors` above enables.'),
  patterns: names().optional().describe('Findings of these patterns.'),
  fields: names().optional().describe('Findings of these fields.'),
  kinds: z.array(kind()).max(ENTRIES_MAX).optional().describe('Findings of these kinds, whatever found them.'),
  min_risk: z.enum(RISKS).optional().describe('Findings at least this serious.'),
  in: z.array(z.enum(MESSAGE_PARTS)).max(MESSAGE_PARTS.length).optional().describe('Findings in these parts.'),
  flags: z.array(z.enum(RULE_FLAGS)).max(FLAGS.length).optional().describe('Messages with any of these flags.'),
  content: z
    .array(z.enum(CONTENT_FORMS))
    .max(CONTENT_FORMS.length)
    .optional()
    .describe('Messages whose payload is one of these.'),
  always: z
    .literal(true)
    .meta({ kind: 'boolean', expectation: 'true' })
    .optional()
    .describe('Every message; stands alone.'),
});

const rule = z.strictObject({
  id: id().describe('What reports, errors and metrics call it.'),
  description: sentence(500).optional().describe('For people.'),
  when: when.describe('Conditions; all that are written must hold.'),
  action: z
    .enum(ACTIONS)
    .describe('`allow` names the rule in reports and does nothing else; the strongest action wins.'),
  observability: z
    .enum(['as_message', 'omit'])
    .default('as_message')
    .describe('What operators may see of the payload: what is delivered, or nothing.'),
  scope: scope().optional().describe('Addresses within those of the policy; all of them if unset.'),
  kind: kind().optional().describe('Told instead of what the finding says.'),
  risk: z.enum(RISKS).optional().describe('Told instead of what the finding says.'),
});

const exception = z.strictObject({
  rule: id().describe('The rule that does not count.'),
  scope: addressGlob().default(EVERYWHERE).describe('Addresses where it does not.'),
  senders: z
    .array(text(/^[^\p{C}]{1,256}$/u, 'a sender, with * for any run of characters'))
    .max(GLOBS_MAX)
    .default([])
    .describe('Subjects of senders for whom it does not; everyone if empty.'),
  expires: z
    .string()
    .refine((value) => parseExpiry(value) !== null)
    .meta({ kind: 'text', expectation: 'a day such as 2027-01-31 or an instant such as 2027-01-31T18:00:00Z' })
    .describe('From then on the exception is void; a day begins in UTC.'),
  reason: sentence(500).describe('Why, for whoever asks next year.'),
});

export const policySchema = z.strictObject({
  version: z.literal(1).meta({ kind: 'integer', expectation: '1' }).describe('Version of this format.'),
  name: id().describe('What reports call the policy.'),
  description: sentence(1000).optional().describe('For people.'),
  scope: scope().prefault({}).describe('Addresses the policy is about; everything if unset.'),
  limits: z
    .strictObject({
      max_inspect_bytes: byteCount({ min: 1 }).optional().describe('Payload bytes that are inspected.'),
      oversize: z.enum(OVERSIZE_BEHAVIORS).optional().describe('What happens to a payload that has more.'),
    })
    .prefault({})
    .describe('Only stricter than the limits of the server, which count where nothing is set.'),
  detectors: names().default([]).describe('Built-in detectors to run, by id or by group.'),
  patterns: z.array(pattern).max(ENTRIES_MAX).default([]).describe('Patterns of your own.'),
  fields: z.array(field).max(ENTRIES_MAX).default([]).describe('JSON fields that are findings by being there.'),
  rules: z
    .array(rule)
    .max(ENTRIES_MAX)
    .describe('A finding takes the first rule that matches it; rules about whole messages all count.'),
  exceptions: z.array(exception).max(ENTRIES_MAX).default([]).describe('Where a rule does not count, until when, why.'),
});

export type PolicyFile = z.output<typeof policySchema>;
export type PolicyFileRule = PolicyFile['rules'][number];
