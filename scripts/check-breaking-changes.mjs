/**
 * Fails when the schema breaks a promise of the last release, kept in proto/released.json: a released message, field
 * or enum value may not go away or change its meaning, and clients may not be asked for more. Additions are fine.
 *
 * `--release` records the schema as it is now; run it when a version is published and never to silence a failure.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeSchema } from './lib/describe-schema.mjs';
import { loadSchema } from './lib/load-schema.mjs';

const releasedPath = fileURLToPath(new URL('../proto/released.json', import.meta.url));

/** What a client of the last release could trip over, a sentence each; empty if nothing. */
export function findBreakingChanges(released, current) {
  const problems = [];
  for (const [name, fields] of Object.entries(released.messages)) {
    const now = current.messages[name];
    if (now === undefined) problems.push(`message ${name} is gone`);
    else
      problems.push(
        ...Object.keys(fields).flatMap((field) => compareField(`${name}.${field}`, fields[field], now[field])),
      );
    problems.push(...newDemands(name, fields, now ?? {}));
  }
  for (const [name, values] of Object.entries(released.enums)) {
    const now = current.enums[name];
    if (now === undefined) problems.push(`enum ${name} is gone`);
    for (const [value, number] of Object.entries(values)) {
      if (now !== undefined && now[value] !== number) {
        problems.push(`${name}.${value} was ${number} and is ${now[value] ?? 'gone'}`);
      }
    }
  }
  return problems;
}

function compareField(path, released, now) {
  if (now === undefined) return [`${path} is gone`];
  const problems = [];
  for (const key of ['number', 'type', 'optional', 'oneof', 'owner']) {
    if (released[key] !== now[key]) problems.push(`${path}: ${key} was ${released[key]} and is ${now[key]}`);
  }
  if (now.required === true && released.required !== true) problems.push(`${path} became required`);
  const before = requiredTypes(released);
  for (const type of requiredTypes(now)) {
    if (!before.includes(type)) problems.push(`${path} became required for ${type}`);
  }
  for (const key of ['bytes_max', 'characters_max', 'count_max']) {
    if ((now[key] ?? Infinity) < (released[key] ?? Infinity)) {
      problems.push(`${path}: ${key} was ${released[key] ?? 'unbounded'} and is ${now[key]}`);
    }
  }
  return problems;
}

/** A new field may not take a released number, and may not be one that older clients would have to send. */
function newDemands(message, released, now) {
  const numbers = new Map(Object.entries(released).map(([name, { number }]) => [number, name]));
  return Object.entries(now)
    .filter(([name]) => released[name] === undefined)
    .flatMap(([name, field]) => [
      ...(numbers.has(field.number)
        ? [`${message}.${name} took number ${field.number} of ${numbers.get(field.number)}`]
        : []),
      ...(field.required === true || requiredTypes(field).length > 0 ? [`${message}.${name} is new and required`] : []),
    ]);
}

function requiredTypes({ required_for: text = '' }) {
  return text.split(',').filter((type) => type !== '');
}

export function readReleased() {
  return JSON.parse(readFileSync(releasedPath, 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const current = describeSchema(loadSchema());
  if (process.argv.includes('--release')) {
    writeFileSync(releasedPath, `${JSON.stringify(current, null, 2)}\n`);
  } else {
    const problems = findBreakingChanges(readReleased(), current);
    for (const problem of problems) console.error(`breaking: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
  }
}
