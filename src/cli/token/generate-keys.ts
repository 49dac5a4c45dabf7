/** `token keygen`: a key pair in two files, the private one for its owner only. [T-AUTH-8] */
import { rm } from 'node:fs/promises';
import { generateSigningPair } from '../../auth/jwt-tools.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { jsonLine } from '../output/json-lines.js';
import { writeNew } from './new-file.js';

export async function runKeygen({ io, globals }: CommandContext, name: string): Promise<ExitName> {
  const privateFile = `${name}.private.pem`;
  const publicFile = `${name}.public.pem`;
  const { privatePem, publicPem } = generateSigningPair();
  await writeNew(privateFile, privatePem, 0o600);
  try {
    await writeNew(publicFile, publicPem, 0o644);
  } catch (error) {
    await rm(privateFile);
    throw error;
  }
  if (globals.json) {
    const files = { private_key_file: privateFile, public_key_file: publicFile };
    await io.stdout.write(jsonLine({ v: 1, type: 'key_pair', algorithm: 'EdDSA', ...files }, globals.fields));
  } else {
    await io.stdout.write(`${privateFile}\n${publicFile}\n`);
  }
  if (!globals.quiet && !globals.json) {
    await io.stderr.write('the server needs the public one (algorithm EdDSA); nobody but you needs the private one\n');
  }
  return 'ok';
}
