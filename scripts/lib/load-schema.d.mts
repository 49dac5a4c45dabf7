import type { Root } from 'protobufjs';

/** Loads proto/arqonbus/v1 with its options and comments: what generators and schema tests read. */
export function loadSchema(protoDir?: string): Root;
