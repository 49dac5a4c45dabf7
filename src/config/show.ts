/** The effective configuration as lines of YAML, each with the origin of its value. */
import { formatValue } from './format-value.js';
import type { ConfigOrigin } from './origins.js';
import type { LoadedConfig } from './load-config.js';
import { formatPath, nodeAt } from '../documents/schema-tree.js';
import { configTree } from './config-tree.js';
import { leavesOf } from './sources.js';

export interface ShownValue {
  /** `server.port`, `rooms[0].match`. */
  readonly path: string;
  /** As written in YAML. */
  readonly text: string;
  /** In base units. */
  readonly value: unknown;
  readonly origin: ConfigOrigin;
}

/** Every leaf at or below a path; empty when the path names nothing. Fields that are not set are left out. */
export function shownValues({ config, sources }: LoadedConfig, under = ''): ShownValue[] {
  return leavesOf(config).flatMap(({ path, value }) => {
    const name = formatPath(path);
    if (!isUnder(name, under) || value === undefined) return [];
    const node = nodeAt(configTree, path);
    const text = formatValue(value, node?.kind === 'field' ? node : { type: 'text' });
    return [{ path: name, text, value, origin: sources.get(name) ?? { kind: 'default' } }];
  });
}

export function formatOrigin(origin: ConfigOrigin): string {
  switch (origin.kind) {
    case 'default':
      return 'default';
    case 'file':
      return `${origin.file}:${origin.line}:${origin.column}`;
    case 'env':
    case 'flag':
      return `${origin.kind} ${origin.name}`;
  }
}

function isUnder(path: string, under: string): boolean {
  return under === '' || path === under || path.startsWith(`${under}.`) || path.startsWith(`${under}[`);
}
