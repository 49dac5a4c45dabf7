/**
 * Embedding: the bus inside another Node program. Load a configuration, start a server, drain it. Clients, in the same
 * program too, use `arqonbus/client`.
 */
export { loadConfig, type LoadConfigInput, type LoadedConfig } from './config/load-config.js';
export type { ConfigProblem } from './config/problem.js';
export type { Place } from './documents/problem.js';
export type { Config } from './config/schema.js';
export { loadConfiguredPolicies } from './server/configured-policies.js';
export { loadCredentials } from './server/credentials.js';
export { startServer, type RunningServer, type StartOptions } from './server/start.js';
