import type { SchemaDescription } from './lib/describe-schema.mjs';

/** What a client of the last release could trip over, a sentence each; empty if nothing. */
export function findBreakingChanges(released: SchemaDescription, current: SchemaDescription): string[];

/** What the last release promised: proto/released.json. */
export function readReleased(): SchemaDescription;
