/** Finding the one configuration file. */
import { existsSync } from 'node:fs';

export const DEFAULT_CONFIG_FILE = 'arqonbus.yaml';

/** The file to load: the flag, else ARQONBUS_CONFIG, else ./arqonbus.yaml if there is one; undefined for none. */
export function findConfigFile(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  if (flag !== undefined) return flag;
  const named = env['ARQONBUS_CONFIG'];
  if (named !== undefined && named !== '') return named;
  return exists(DEFAULT_CONFIG_FILE) ? DEFAULT_CONFIG_FILE : undefined;
}
