/**
 * `token inspect`: what a token says, as the words of a stranger. The token itself is never written anywhere, and is
 * taken from a file or standard input only: command lines are seen by others and kept in histories. [T-AUTH-8] [P9]
 */
import { checkSignature, readTokenContent, type VerifyWith } from '../../auth/jwt-tools.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { operatorError, usageError } from '../operator-error.js';
import { jsonLine } from '../output/json-lines.js';
import { readStdin } from '../read-stdin.js';
import { inspectionText } from './inspection-text.js';
import { parseAlgorithm, readPublic, readSecret, unusable } from './key-file.js';
import { judgeTimes, type Inspected } from './inspected.js';

export interface InspectOptions {
  /** `-` is standard input. */
  readonly file: string;
  readonly keyFile: string | null;
  readonly jwksFile: string | null;
  /** Of a secret; null for public keys. */
  readonly algorithm: string | null;
}

const TOKEN_BYTES_MAX = 16_384;

/** Three runs of base64url: somebody wrote the token where its file was meant. */
const TOKEN_SHAPE = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/;

export async function runInspect(context: CommandContext, options: InspectOptions): Promise<ExitName> {
  const { io, globals, clock, style } = context;
  if (TOKEN_SHAPE.test(options.file)) {
    throw usageError('a token does not belong on a command line; give its file, or write it to standard input', [
      'make a new token: this one is in the history of your shell now',
    ]);
  }
  const token = await readTokenText(context, options.file);
  const content = readTokenContent(token);
  if (content === null) {
    throw operatorError('data', 'CLI002', 'this is no token: three parts of base64url, two of them JSON, are expected');
  }
  const inspected: Inspected = {
    ...content,
    signature: await judgeSignature(token, options),
    ...judgeTimes(content.claims, clock.nowMs()),
  };
  const { header, claims, signature, times, expiresAt } = inspected;
  const record = { v: 1, type: 'token_content', signature, times, expires_at: expiresAt, header, claims } as const;
  await io.stdout.write(globals.json ? jsonLine(record, globals.fields) : inspectionText(inspected, style));
  return signature === 'not_checked' || (signature === 'good' && times === 'in_time') ? 'ok' : 'no';
}

async function readTokenText(context: CommandContext, file: string): Promise<string> {
  const bytes =
    file === '-' ? await readStdin(context, TOKEN_BYTES_MAX) : readPublic(file).subarray(0, TOKEN_BYTES_MAX);
  return bytes.toString('latin1').trim();
}

async function judgeSignature(token: string, options: InspectOptions): Promise<Inspected['signature']> {
  const { keyFile, jwksFile } = options;
  if (keyFile !== null && jwksFile !== null) throw usageError('--key and --jwks exclude each other');
  const file = keyFile ?? jwksFile;
  if (file === null) {
    if (options.algorithm !== null) throw usageError('--algorithm says what a --key is for, and there is none');
    return 'not_checked';
  }
  const verdict = await checkSignature(token, keyFile === null ? readSet(file) : readKey(file, options.algorithm));
  if (!verdict.ok) throw unusable(file, verdict.error);
  return verdict.value;
}

function readSet(file: string): VerifyWith {
  return { kind: 'jwks', document: readPublic(file) };
}

function readKey(file: string, algorithm: string | null): VerifyWith {
  if (algorithm === null) return { kind: 'key', material: readPublic(file), secretAlgorithm: null };
  const name = parseAlgorithm(algorithm);
  if (!name.startsWith('HS')) throw usageError('--algorithm is for secrets; a public key says itself what it is for');
  return { kind: 'key', material: readSecret(file), secretAlgorithm: name };
}
