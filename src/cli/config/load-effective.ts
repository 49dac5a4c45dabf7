/** Loads the configuration the way every command does: one file, standard input where it is asked for, the environment. */
import { findConfigFile } from '../../config/config-file.js';
import { decodeDocument, DOCUMENT_BYTES_MAX } from '../../documents/document-file.js';
import { loadConfig, type ConfigFlag, type LoadedConfig } from '../../config/load-config.js';
import type { ConfigProblem } from '../../config/problem.js';
import { err, type Result } from '../../base/result.js';
import type { CommandContext } from '../command-context.js';
import { readStdin } from '../read-stdin.js';

export interface Effective {
  /** As named by the user; null for none. */
  readonly file: string | null;
  readonly result: Result<LoadedConfig, readonly ConfigProblem[]>;
}

export async function loadEffective(
  context: CommandContext,
  file: string | undefined = context.globals.config,
  flags: readonly ConfigFlag[] = [],
): Promise<Effective> {
  const { env } = context;
  const found = findConfigFile(file, env);
  if (found === undefined) return { file: null, result: loadConfig({ env, flags }) };
  if (found !== '-') return { file: found, result: loadConfig({ file: found, env, flags }) };
  const text = decodeDocument(await readStdin(context, DOCUMENT_BYTES_MAX + 1), 'stdin');
  if (!text.ok) return { file: found, result: err([text.error]) };
  return { file: found, result: loadConfig({ file: found, text: text.value, env, flags }) };
}
