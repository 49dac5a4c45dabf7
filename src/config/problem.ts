/** What is wrong with a configuration: what can be wrong with any document, and what only a configuration gets wrong. */
import { DOCUMENT_CODES, type Problem } from '../documents/problem.js';

/** Every code with its meaning. Codes are stable; the list only grows. */
export const CONFIG_CODES = {
  ...DOCUMENT_CODES,
  CFG013: 'an environment variable is unknown',
  CFG014: 'a setting of the environment or a flag cannot be read',
  CFG020: 'without authentication the bus only listens on loopback',
  CFG021: 'without TLS the admin API only listens on loopback',
  CFG022: 'the admin API is enabled without a token',
  CFG023: 'two timeouts contradict each other',
  CFG024: 'two limits contradict each other',
  CFG025: 'a room asks for more durability than there is',
  CFG026: 'enforcing inspection needs a decision for its own failures',
  CFG027: 'without TLS or a trusted proxy the bus only listens on loopback',
  CFG028: 'auth.mode and the authenticators contradict each other',
  CFG029: 'TLS is configured by half',
  CFG030: 'a room row can never match',
  CFG031: 'some payloads are too large to be inspected',
  CFG032: 'a file of keys or certificates cannot be used',
  CFG033: 'everyone would be a trusted proxy',
  CFG034: 'two authenticators contradict each other, or one has no key',
} as const;

export type ConfigCode = keyof typeof CONFIG_CODES;

export type ConfigProblem = Problem<ConfigCode>;
