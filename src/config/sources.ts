/** Names the origin of every leaf of a loaded configuration, for `config show --sources`. */
import type { ConfigOrigin, ConfigSources, Override } from './origins.js';
import type { Config } from './schema.js';
import { formatPath } from '../documents/schema-tree.js';
import type { YamlSource } from '../documents/yaml-source.js';

export function sourcesOf(config: Config, source: YamlSource | null, overrides: readonly Override[]): ConfigSources {
  const sources = new Map<string, ConfigOrigin>();
  for (const { path } of leavesOf(config)) sources.set(formatPath(path), originOf(path, source, overrides));
  return sources;
}

/** Every value that is no mapping and no list of mappings, in the order of the schema. */
export function leavesOf(value: unknown, path: readonly PropertyKey[] = []): { path: PropertyKey[]; value: unknown }[] {
  const ofMappings = Array.isArray(value) && value.some((item) => typeof item === 'object');
  if (ofMappings) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path: [...path], value }];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

function originOf(
  path: readonly PropertyKey[],
  source: YamlSource | null,
  overrides: readonly Override[],
): ConfigOrigin {
  const override = overrides.findLast((one) => one.path.every((step, index) => path[index] === step));
  if (override !== undefined) return override.origin;
  if (source?.hasValue(path) !== true) return { kind: 'default' };
  const place = source.placeOfValue(path);
  return place.kind === 'file' ? { kind: 'file', file: place.file, line: place.line, column: place.column } : place;
}
