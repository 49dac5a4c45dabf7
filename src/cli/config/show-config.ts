/** `config show`: the values in effect, each with its origin where asked. */
import { loadConfig } from '../../config/load-config.js';
import { formatOrigin, shownValues, type ShownValue } from '../../config/show.js';
import { configTree } from '../../config/config-tree.js';
import { suggestName } from '../../documents/suggest.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { configError, usageError } from '../operator-error.js';
import { jsonLine } from '../output/json-lines.js';
import { loadEffective } from './load-effective.js';

export interface ShowOptions {
  /** `''` for all. */
  readonly path: string;
  readonly sources: boolean;
  readonly defaults: boolean;
}

export async function showConfig(context: CommandContext, options: ShowOptions): Promise<ExitName> {
  const { io, globals, style } = context;
  const result = options.defaults ? loadConfig({ env: {} }) : (await loadEffective(context)).result;
  if (!result.ok) throw configError(result.error);
  const values = shownValues(result.value, options.path);
  if (values.length === 0 && !isKnown(options.path)) throw unknownPath(options.path);

  const width = Math.max(0, ...values.map(({ path, text }) => path.length + text.length + 2));
  for (const value of values) {
    if (globals.json) {
      await io.stdout.write(jsonLine({ v: 1, type: 'setting', ...recordOf(value) }, globals.fields));
      continue;
    }
    const line = `${value.path}: ${value.text}`;
    const origin = options.sources
      ? `${' '.repeat(width - line.length)}  ${style.dim(`# ${formatOrigin(value.origin)}`)}`
      : '';
    await io.stdout.write(`${line}${origin}\n`);
  }
  return 'ok';
}

function recordOf({ path, value, text, origin }: ShownValue) {
  return { path, value, text, origin: formatOrigin(origin) };
}

/** A key without a value, such as `rooms` when there are none, is known all the same. */
function isKnown(path: string): boolean {
  const [section = '', key] = path.split('.');
  const node = configTree.children.get(section.replace(/\[\d+\]$/, ''));
  return node !== undefined && (key === undefined || (node.kind === 'section' && node.children.has(key)));
}

function unknownPath(path: string) {
  const sections = [...configTree.children.keys()];
  const [section = '', key = ''] = path.split('.');
  const node = configTree.children.get(section);
  const siblings = node?.kind === 'section' ? [...node.children.keys()].map((name) => `${section}.${name}`) : sections;
  const meant = suggestName(node === undefined ? section : `${section}.${key}`, siblings);
  return usageError(`the configuration has no ${JSON.stringify(path)}`, [
    meant === null ? `known: ${siblings.join(', ')}` : `arqonbus config show ${meant}`,
  ]);
}
