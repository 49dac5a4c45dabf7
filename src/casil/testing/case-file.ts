/**
 * Cases for policies, as their author writes them: a message, and what CASIL must decide about it. Reading a file of
 * them tells every mistake at once, each at its line, and a case that could not fail is a mistake. What runs them is
 * the inspection that production runs; this folder reads no file, opens no socket and holds no clock. [C-CLI-1]
 */
import { err, ok, type Result } from '../../base/result.js';
import { PROBLEMS_MAX, type Place, type Problem } from '../../documents/problem.js';
import { createValidator, type DocumentKind } from '../../documents/validate.js';
import { parseYamlSource, type YamlSource } from '../../documents/yaml-source.js';
import {
  caseFileSchema,
  messageFileSchema,
  type Expected,
  type Given,
  type PayloadForms,
  type WrittenCase,
} from './case-schema.js';
import type { NamedPolicy } from '../policy/load-policies.js';
import { WRAPPINGS, type Wrapping } from './wrapping.js';

/** Exceptions are judged as of this moment where a case does not say another. */
export const DEFAULT_INSTANT_MS = Date.UTC(2026, 0, 1);

export interface PolicyCase {
  readonly name: string;
  /** Where the case begins. */
  readonly place: Place;
  readonly given: Given;
  readonly expect: Expected;
  /** `raw` alone, unless the case asks for more. */
  readonly wrappings: readonly Wrapping[];
  /** Milliseconds since 1970 at which exceptions are judged. */
  readonly atMs: number;
  /** Rules that this case comes near to and must not fire. */
  readonly near: readonly string[];
}

export interface CaseFile {
  /** As the user named it; `-` is standard input. */
  readonly file: string;
  /** Names or paths of policies, as written; empty where the file names none. */
  readonly policies: readonly NamedPolicy[];
  readonly cases: readonly PolicyCase[];
}

/** One message by itself. */
export interface MessageFile {
  readonly policies: readonly NamedPolicy[];
  readonly given: Given;
  readonly atMs: number;
  readonly place: Place;
}

const kind = (subject: string): DocumentKind => ({ subject, nextOfUnknownKey: () => [] });
const validateCases = createValidator(caseFileSchema, kind('the file of cases'));
const validateMessage = createValidator(messageFileSchema, kind('the message'));

type Problems = readonly Problem[];

export function parseCaseFile(text: string, file: string): Result<CaseFile, Problems> {
  const source = parseYamlSource(text, file);
  if (source.problems.length > 0) return err(source.problems);
  const { value, problems } = validateCases(source.value ?? {}, placesOf(source));
  if (value === null) return err(problems);
  const mistakes = value.cases.flatMap((one, index) => mistakesOf(one, index, source));
  mistakes.push(...repeatedNames(value.cases, source));
  if (mistakes.length > 0) return err(mistakes.slice(0, PROBLEMS_MAX));
  return ok({
    file,
    policies: namedPolicies(value.policy, source),
    cases: value.cases.map((one, index) => ({
      name: one.name,
      place: source.placeOfValue(['cases', index]),
      given: one.given,
      expect: one.expect,
      wrappings: one.wrap === undefined ? ['raw'] : one.wrap === 'all' ? WRAPPINGS : one.wrap,
      atMs: instantOf(one.at),
      near: one.near ?? [],
    })),
  });
}

/** A document with a `given` by itself. */
export function parseMessageFile(text: string, file: string): Result<MessageFile, Problems> {
  const source = parseYamlSource(text, file);
  if (source.problems.length > 0) return err(source.problems);
  const { value, problems } = validateMessage(source.value ?? {}, placesOf(source));
  if (value === null) return err(problems);
  const mistakes = [
    ...payloadMistakes(value.given.payload, ['given', 'payload'], source),
    ...instantMistakes(value.at, ['at'], source),
  ];
  if (mistakes.length > 0) return err(mistakes);
  return ok({
    policies: namedPolicies(value.policy, source),
    given: value.given,
    atMs: instantOf(value.at),
    place: source.placeOfValue(['given']),
  });
}

function placesOf(source: YamlSource) {
  return {
    ofValue: (path: readonly PropertyKey[]) => source.placeOfValue(path),
    ofKey: (path: readonly PropertyKey[], key: string) => source.placeOfKey(path, key),
  };
}

function mistakesOf(one: WrittenCase, index: number, source: YamlSource): Problem[] {
  const path = ['cases', index];
  return [
    ...payloadMistakes(one.given.payload, [...path, 'given', 'payload'], source),
    ...payloadMistakes(one.expect.payload, [...path, 'expect', 'payload'], source),
    ...instantMistakes(one.at, [...path, 'at'], source),
    ...expectationMistakes(one, [...path, 'expect'], source),
  ];
}

/** A message that is blocked reaches nobody, so nothing can be said about what a subscriber gets. */
function expectationMistakes({ expect, given }: WrittenCase, path: PropertyKey[], source: YamlSource): Problem[] {
  const keys = (['payload', 'masked'] as const).filter((key) => expect[key] !== undefined);
  if (expect.decision === 'block') {
    return keys.map((key) =>
      mistake(`${key} is expected of a message that is blocked`, source.placeOfKey(path, key), 'nobody gets it'),
    );
  }
  if (expect.masked !== undefined && given.payload?.json === undefined) {
    return [mistake('masked needs a payload given as json', source.placeOfKey(path, 'masked'))];
  }
  return [];
}

function payloadMistakes(payload: PayloadForms | undefined, path: PropertyKey[], source: YamlSource): Problem[] {
  if (payload === undefined) return [];
  const forms = Object.keys(payload);
  const [form, second] = forms;
  if (form === undefined || second !== undefined) {
    const given = form === undefined ? 'none' : forms.join(' and ');
    return [mistake(`a payload is one of text, json, base64, hex or file, not ${given}`, source.placeOfValue(path))];
  }
  const where = source.placeOfValue([...path, form]);
  if (
    payload.base64 !== undefined &&
    !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(payload.base64)
  ) {
    return [mistake('the payload is not base64', where)];
  }
  if (payload.hex !== undefined && !/^(?:[0-9A-Fa-f]{2})*$/.test(payload.hex.replace(/\s/g, ''))) {
    return [mistake('the payload is not hex: an even number of 0-9 a-f', where)];
  }
  return Object.hasOwn(payload, 'json') ? numberMistakes(payload.json, [...path, 'json'], source) : [];
}

/** Numbers that would be sent as others than were written. */
function numberMistakes(value: unknown, path: PropertyKey[], source: YamlSource): Problem[] {
  if (typeof value === 'number') {
    const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return isExact
      ? []
      : [mistake('JSON cannot hold this number exactly', source.placeOfValue(path), 'write the payload as text')];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]) => numberMistakes(child, [...path, key], source));
}

function instantMistakes(at: string | undefined, path: PropertyKey[], source: YamlSource): Problem[] {
  if (at === undefined || Number.isFinite(Date.parse(at))) return [];
  return [mistake('there is no such day or time', source.placeOfValue(path))];
}

/** Reports and --run tell cases by their names. */
function repeatedNames(cases: readonly WrittenCase[], source: YamlSource): Problem[] {
  const seen = new Set<string>();
  return cases.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [mistake('another case has this name', source.placeOfValue(['cases', index, 'name']), 'give each its own')];
  });
}

function mistake(problem: string, where: Place, hint = ''): Problem {
  return { code: 'CFG010', severity: 'error', problem, where, hint, next: [] };
}

function namedPolicies(written: string | string[] | undefined, source: YamlSource): readonly NamedPolicy[] {
  if (written === undefined) return [];
  if (typeof written === 'string') return [{ name: written, place: source.placeOfValue(['policy']) }];
  return written.map((name, index) => ({ name, place: source.placeOfValue(['policy', index]) }));
}

function instantOf(at: string | undefined): number {
  return at === undefined ? DEFAULT_INSTANT_MS : Date.parse(at);
}
