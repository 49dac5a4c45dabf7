/**
 * The loader: file, environment and flags in, one validated configuration out, or every problem at once with its
 * place. Precedence: flag > environment > file > default. It reads one file at most, changes nothing, and is what
 * `serve`, `config validate` and `config show` all run. [S-CFG-1]
 */
import { err, ok, type Result } from '../base/result.js';
import { readDocumentFile } from '../documents/document-file.js';
import { configTree } from './config-tree.js';
import { dropEmptySections } from './empty-sections.js';
import { readEnvironment } from './environment.js';
import type { ConfigSources, Override } from './origins.js';
import { PROBLEMS_MAX, type Place } from '../documents/problem.js';
import type { ConfigProblem } from './problem.js';
import type { Config } from './schema.js';
import { formatPath } from '../documents/schema-tree.js';
import { resolvePaths } from './resolve-paths.js';
import { checkSemantics } from './semantic-checks.js';
import { sourcesOf } from './sources.js';
import type { Places } from '../documents/validate.js';
import { validateConfig } from './validate-config.js';
import { parseYamlSource, type YamlSource } from '../documents/yaml-source.js';

export interface LoadConfigInput {
  /** Path of the file, or `-` for a text from standard input; unset for none. */
  readonly file?: string;
  /** The text, where the caller has read it already. */
  readonly text?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Settings given as flags of the command. */
  readonly flags?: readonly ConfigFlag[];
}

export interface ConfigFlag {
  readonly name: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

export interface LoadedConfig {
  readonly config: Config;
  readonly sources: ConfigSources;
  readonly warnings: readonly ConfigProblem[];
  /** Where a setting was written; null where its default counts. */
  placeOf(path: readonly PropertyKey[]): Place | null;
}

export function loadConfig(input: LoadConfigInput): Result<LoadedConfig, readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const source = readSource(input, problems);
  const environment = readEnvironment(input.env);
  problems.push(...environment.problems);
  const overrides = [...environment.overrides, ...(input.flags ?? []).map(overrideOf)];

  // Each origin is validated by itself, so that a flag cannot hide a mistake in the file.
  const fileValue = dropEmptySections(source?.value ?? {});
  if (source !== null && source.problems.length === 0)
    problems.push(...validateConfig(fileValue, placesInFile(source)).problems);
  for (const override of overrides) {
    const data = {};
    setAt(data, override.path, override.value);
    problems.push(...validateConfig(data, placesInOverride(override)).problems);
  }
  if (problems.length > 0) return err(problems.slice(0, PROBLEMS_MAX));

  const merged = structuredClone(fileValue) as Record<string, unknown>;
  for (const override of overrides) setAt(merged, override.path, override.value);
  const places = placesOfMerged(source, overrides);
  const { value, problems: rest } = validateConfig(merged, places);
  if (value === null) return err(rest.slice(0, PROBLEMS_MAX));
  const isFromFile = (path: readonly PropertyKey[]) => places.ofValue(path)?.kind === 'file';
  const config = resolvePaths(value, configTree, input.file ?? '-', isFromFile);

  const surroundings = {
    adminTokenInEnvironment: (input.env['ARQONBUS_ADMIN_TOKEN'] ?? '') !== '',
    isWritten: (path: readonly string[]) => places.ofValue(path) !== null,
  };
  const findings = checkSemantics(config, surroundings).map(({ path, ...finding }): ConfigProblem => {
    const where = places.ofValue(path);
    const next = where === null && finding.next.length === 0 ? [`set ${formatPath(path)}`] : finding.next;
    return { ...finding, where, next };
  });
  if (findings.some(({ severity }) => severity === 'error')) return err(findings.slice(0, PROBLEMS_MAX));
  return ok({
    config,
    sources: sourcesOf(config, source, overrides),
    warnings: findings,
    placeOf: (path) => places.ofValue(path),
  });
}

function readSource({ file, text }: LoadConfigInput, problems: ConfigProblem[]): YamlSource | null {
  if (file === undefined && text === undefined) return null;
  const name = file ?? '-';
  const read = text === undefined ? readDocumentFile(name) : ok(text);
  if (!read.ok) {
    problems.push({ ...read.error, next: read.error.code === 'CFG001' ? ['arqonbus config init arqonbus.yaml'] : [] });
    return null;
  }
  const source = parseYamlSource(read.value, name);
  problems.push(...source.problems);
  return source;
}

function overrideOf({ name, path, value }: ConfigFlag): Override {
  return { path, value, origin: { kind: 'flag', name } };
}

function placesInFile(source: YamlSource): Places {
  return { ofValue: (path) => source.placeOfValue(path), ofKey: (path, key) => source.placeOfKey(path, key) };
}

function placesInOverride({ origin }: Override): Places {
  return { ofValue: () => origin, ofKey: () => origin };
}

/** The strongest origin of a path: the last override of it or of what it is part of, else the file. */
function placesOfMerged(source: YamlSource | null, overrides: readonly Override[]): Places {
  function find(path: readonly PropertyKey[]): Place | null {
    const override = overrides.findLast((one) => one.path.every((step, index) => path[index] === step));
    if (override !== undefined) return override.origin;
    return source?.hasValue(path) === true ? source.placeOfValue(path) : null;
  }
  return { ofValue: find, ofKey: (path) => find(path) };
}

/** Sets a value deep in plain data. The path comes from the schema, never from outside. */
function setAt(data: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [step, ...rest] = path;
  if (step === undefined) return;
  if (rest.length === 0) {
    data[step] = value;
    return;
  }
  const child = (data[step] ??= {}) as Record<string, unknown>;
  setAt(child, rest, value);
}
