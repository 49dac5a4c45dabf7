/** `config init`: writes the template, and never over anything. */
import { writeFileSync } from 'node:fs';
import { configTemplate } from '../../config/template.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { operatorError } from '../operator-error.js';

export async function initConfig({ io, globals }: CommandContext, file: string): Promise<ExitName> {
  if (file === '-') {
    await io.stdout.write(configTemplate());
    return 'ok';
  }
  try {
    writeFileSync(file, configTemplate(), { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      const next = ['name another file, or move this one away'];
      throw operatorError('no', 'CLI002', `${file} exists; it is not overwritten`, { next, cause: error });
    }
    throw operatorError('missing', 'CLI003', `cannot write ${file}: ${message}`, { cause: error });
  }
  if (!globals.quiet) await io.stderr.write(`wrote ${file}; every line in it is a default, commented out\n`);
  return 'ok';
}
