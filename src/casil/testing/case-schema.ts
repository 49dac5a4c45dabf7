/** What may stand in a file of cases. Strict: a misspelt key would make a case that tests nothing. [C-CLI-1] */
import { z } from 'zod';
import { identifier, text } from '../../documents/values.js';
import { FLAGS, OUTCOMES, REASONS, RISKS } from '../vocabulary.js';
import { WRAPPINGS } from './wrapping.js';

/** Cases of one file. */
const CASES_MAX = 5000;
const NAMES_MAX = 256;

/** Any text, generators included. */
const anyText = (expectation = 'text') => z.string().meta({ kind: 'text', expectation });

const ruleNames = () =>
  z.array(text(/^[A-Za-z0-9._-]{1,128}(\/[A-Za-z0-9._-]{1,128})?$/, 'the id of a rule, or policy/id')).max(NAMES_MAX);

const payloadSchema = z.strictObject({
  text: anyText().optional(),
  json: z.unknown().meta({ kind: 'text', expectation: 'a JSON value' }).optional(),
  base64: anyText('base64, as text').optional(),
  hex: anyText('hex digits in quotes').optional(),
  file: anyText().optional(),
});

const givenSchema = z.strictObject({
  type: z.enum(['event', 'telemetry', 'direct', 'request', 'reply']).default('event'),
  tenant: identifier().default('default'),
  room: identifier().optional(),
  channel: identifier().optional(),
  sender: text(/^[^\s]{1,128}$/, 'the subject of the sender').default('tester'),
  id: anyText().default('case'),
  correlation_id: anyText().optional(),
  causation_id: anyText().optional(),
  target: anyText().optional(),
  traceparent: anyText().optional(),
  content_type: anyText().optional(),
  headers: z
    .record(z.string(), z.string())
    .meta({ kind: 'text', expectation: 'a mapping of header names to texts' })
    .optional(),
  intent: anyText().optional(),
  capabilities: z.array(anyText()).max(64).optional(),
  payload: payloadSchema.optional(),
});

const expectSchema = z.strictObject({
  decision: z.enum(OUTCOMES),
  rules: ruleNames().optional(),
  reason: z.enum(REASONS).optional(),
  kind: identifier().optional(),
  risk: z.enum(RISKS).optional(),
  flags: z.array(z.enum(FLAGS)).max(FLAGS.length).optional(),
  findings: z.array(identifier()).max(NAMES_MAX).optional(),
  payload: payloadSchema.optional(),
  masked: z.array(text(/^\$/, 'a JSON path such as $.customer.email')).max(NAMES_MAX).optional(),
});

const wrapSchema = z
  .union([z.literal('all'), z.array(z.enum(WRAPPINGS)).min(1).max(WRAPPINGS.length)])
  .meta({ kind: 'text', expectation: `all, or a list of ${WRAPPINGS.join(', ')}` });

const policySchema = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(NAMES_MAX)])
  .meta({ kind: 'text', expectation: 'the name or the path of a policy, or a list of them' });

const instant = () =>
  text(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/,
    'a UTC time such as 2026-01-31 or 2026-01-31T12:00:00Z',
  );

const caseSchema = z.strictObject({
  name: text(/^.{1,200}$/su, '1 to 200 characters'),
  given: givenSchema,
  expect: expectSchema,
  wrap: wrapSchema.optional(),
  at: instant().optional(),
  near: ruleNames().optional(),
});

export const caseFileSchema = z.strictObject({
  version: z.literal(1).meta({ kind: 'text', expectation: '1' }),
  policy: policySchema.optional(),
  cases: z.array(caseSchema).max(CASES_MAX),
});

/** One message by itself, for `casil explain`. */
export const messageFileSchema = z.strictObject({
  version: z.literal(1).meta({ kind: 'text', expectation: '1' }).optional(),
  policy: policySchema.optional(),
  at: instant().optional(),
  given: givenSchema,
});

export type PayloadForms = z.infer<typeof payloadSchema>;
export type Given = z.infer<typeof givenSchema>;
export type Expected = z.infer<typeof expectSchema>;
export type WrittenCase = z.infer<typeof caseSchema>;
