/** The bytes of a payload as a case writes it: text, JSON, base64, hex or a file beside the case. */
import { err, ok, type Result } from '../../base/result.js';
import type { PayloadForms } from './case-schema.js';
import type { GeneratedText } from './generated-text.js';

/** Bytes of a file that a case names; the error is a sentence for people. */
export type ReadPayloadFile = (path: string) => Result<Buffer, string>;

/** @returns what a case without a payload sends: nothing. The error says why a file cannot be read. */
export function payloadBytes(
  forms: PayloadForms | undefined,
  generated: GeneratedText,
  readFile: ReadPayloadFile,
): Result<Buffer, string> {
  if (forms === undefined) return ok(Buffer.alloc(0));
  if (forms.text !== undefined) return ok(Buffer.from(generated.expand(forms.text)));
  if (forms.base64 !== undefined) return ok(Buffer.from(forms.base64, 'base64'));
  if (forms.hex !== undefined) return ok(Buffer.from(forms.hex.replace(/\s/g, ''), 'hex'));
  if (forms.file !== undefined) return readFile(forms.file);
  if (!Object.hasOwn(forms, 'json')) return err('the payload is given in no form');
  return ok(Buffer.from(JSON.stringify(expandJson(forms.json, generated))));
}

/** A JSON value in which the generators of every text are written out. */
function expandJson(value: unknown, generated: GeneratedText): unknown {
  if (typeof value === 'string') return generated.expand(value);
  if (Array.isArray(value)) return value.map((item) => expandJson(item, generated));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, expandJson(child, generated)]);
  return Object.fromEntries(entries) as unknown;
}
