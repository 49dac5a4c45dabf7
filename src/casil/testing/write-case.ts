/** The messages of a case, one for each of its wrappings, generators written out and ready to be inspected. */
import { err, ok, type Result } from '../../base/result.js';
import type { Place, Problem } from '../../documents/problem.js';
import { caseMessage, type CaseMessage } from './case-message.js';
import { payloadBytes, type ReadPayloadFile } from './case-payload.js';
import type { Given, PayloadForms } from './case-schema.js';
import { GeneratedText, type Expand } from './generated-text.js';
import { wrap, WRAPPED_CONTENT_TYPE, type Wrapping } from './wrapping.js';

export interface CaseMaterials {
  readonly expand: Expand;
  readonly readFile: ReadPayloadFile;
}

/** What of a case makes its messages. */
export interface WritableCase {
  readonly name: string;
  readonly place: Place;
  readonly given: Given;
  readonly expect?: { readonly payload?: PayloadForms | undefined };
  readonly wrappings: readonly Wrapping[];
}

export interface WrittenMessage {
  readonly message: CaseMessage;
  readonly wrapping: Wrapping;
  /** What was wrapped, and what is expected of it; null where nothing is said about it. */
  readonly content: Buffer;
  readonly expected: Buffer | null;
}

/** The error is a message that cannot be made, or that the bus would refuse before it is inspected. */
export function writeCase(
  one: WritableCase,
  { expand, readFile }: CaseMaterials,
): Result<{ readonly sent: readonly WrittenMessage[]; readonly generated: GeneratedText }, Problem> {
  const generated = new GeneratedText(expand, one.name);
  const unusable = (problem: string, hint = ''): Result<never, Problem> =>
    err({ code: 'CFG010', severity: 'error', problem, where: one.place, hint, next: [] });

  const content = payloadBytes(one.given.payload, generated, readFile);
  if (!content.ok) return unusable(content.error);
  const expectedForms = one.expect?.payload;
  const expected = expectedForms === undefined ? ok(null) : payloadBytes(expectedForms, generated, readFile);
  if (!expected.ok) return unusable(expected.error);

  const sent: WrittenMessage[] = [];
  for (const wrapping of one.wrappings) {
    const payload = wrap(content.value, wrapping);
    if (!payload.ok) return unusable(payload.error);
    const message = caseMessage(one.given, payload.value, WRAPPED_CONTENT_TYPE[wrapping], generated);
    if (generated.problem !== null) return unusable(generated.problem);
    if (!message.ok) {
      const { message: why, field } = message.error;
      return unusable(`the bus refuses this message before it is inspected: ${why}`, field);
    }
    sent.push({ message: message.value, wrapping, content: content.value, expected: expected.value });
  }
  return ok({ sent, generated });
}
