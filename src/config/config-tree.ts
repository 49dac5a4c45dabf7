/** The configuration's schema as a plain tree. */
import { treeOf } from '../documents/schema-tree.js';
import { configSchema } from './schema.js';

export const configTree = treeOf(configSchema);
