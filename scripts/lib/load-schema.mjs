/** Loads proto/arqonbus/v1 with its options and comments: what generators and schema tests read. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns the resolved protobufjs Root of the schema under `protoDir`. */
export function loadSchema(protoDir = join(root, 'proto')) {
  const schema = new protobuf.Root();
  schema.resolvePath = (_origin, target) =>
    target.startsWith('google/') ? join(root, 'node_modules/protobufjs', target) : join(protoDir, target);
  const files = readdirSync(join(protoDir, 'arqonbus/v1')).sort();
  schema.loadSync(
    files.map((name) => `arqonbus/v1/${name}`),
    { keepCase: true, alternateCommentMode: true },
  );
  schema.resolveAll();
  return schema;
}
