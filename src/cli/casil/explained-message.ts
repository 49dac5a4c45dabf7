/** The one message that `casil explain` is asked about, from a payload or from a document with cases. */
import { isIdentifier } from '../../protocol/address.js';
import { wire } from '../../protocol/codec.js';
import { PROTOCOL_MAJOR } from '../../protocol/version.js';
import { DETECTORS } from '../../casil/detectors/catalogue.js';
import { parseCaseFile, parseMessageFile, type PolicyCase } from '../../casil/testing/case-file.js';
import { scanMessage, type CaseMessage } from '../../casil/testing/case-message.js';
import { expandWith } from '../../casil/testing/generated-text.js';
import { writeCase, type WritableCase } from '../../casil/testing/write-case.js';
import { OperatorError, operatorError, usageError } from '../operator-error.js';
import { guessContentType } from '../send/outgoing.js';
import { compilePattern } from '../tail/bounded-pattern.js';
import type { ExplainInput } from './explain-input.js';
import type { ToExplain } from './explain.js';
import { payloadReader } from './payload-file.js';

/** @throws OperatorError 64 where room or channel is none. */
export function messageOfPayload(
  payload: Buffer,
  { room, channel, sender }: { readonly room: string; readonly channel: string; readonly sender: string },
): CaseMessage {
  for (const [flag, name] of [
    ['--room', room],
    ['--channel', channel],
  ] as const) {
    if (!isIdentifier(name)) throw usageError(`${flag} must be 1 to 128 of A-Z a-z 0-9 . _ -`);
  }
  const scanned = scanMessage(
    {
      version: PROTOCOL_MAJOR,
      type: wire.MessageType.EVENT,
      id: 'explained',
      room,
      channel,
      payload,
      contentType: guessContentType(payload),
    },
    { tenant: 'default', sender: { clientId: sender, subject: sender } },
  );
  if (!scanned.ok) throw operatorError('data', scanned.error.name, scanned.error.message);
  return scanned.value;
}

/** @throws OperatorError 65 where the document is wrong, 64 where it is not clear which case is meant. */
export function messageOfDocument(
  { text, has }: Extract<ExplainInput, { kind: 'document' }>,
  file: string,
  run: string | null,
): ToExplain {
  if (has === 'given') {
    if (run !== null) throw usageError('--run picks from a file of cases, and this holds one message');
    const parsed = parseMessageFile(text, file);
    if (!parsed.ok) throw new OperatorError('data', parsed.error);
    const { given, place, atMs, policies } = parsed.value;
    return {
      message: written({ name: 'message', given, place, wrappings: ['raw'] }, file),
      atMs,
      policies,
      masked: false,
    };
  }
  const parsed = parseCaseFile(text, file);
  if (!parsed.ok) throw new OperatorError('data', parsed.error);
  const one = pickCase(parsed.value.cases, run);
  return { message: written(one, file), atMs: one.atMs, policies: parsed.value.policies, masked: false };
}

function pickCase(cases: readonly PolicyCase[], run: string | null): PolicyCase {
  const pattern = run === null ? null : compilePattern(run, 'u', '--run');
  const matching = cases.filter(({ name }) => pattern === null || pattern.test(name));
  const [one, second] = matching;
  if (one !== undefined && second === undefined) return one;
  const count = matching.length === 0 ? 'no case' : `${matching.length} cases`;
  throw usageError(`${count} of the file ${run === null ? 'are given' : 'match --run'}, and one is explained`, [
    'arqonbus casil explain FILE --run NAME picks one by its name',
  ]);
}

/** The first of its wrappings. */
function written(one: WritableCase, file: string): CaseMessage {
  const messages = writeCase(one, { expand: expandWith(DETECTORS), readFile: payloadReader(file, null) });
  if (!messages.ok) throw new OperatorError('data', [messages.error]);
  const [first] = messages.value.sent;
  if (first === undefined) throw operatorError('data', 'CLI002', 'the case has no message');
  return first.message;
}
