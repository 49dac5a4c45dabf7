/** Grants as operators write them, in a file of API keys and in the configuration of gateways. */
import { z } from 'zod';
import { text } from '../../documents/values.js';
import { parseGrantPattern } from '../grant-pattern.js';

const GRANTS_MAX = 256;

const grant = () =>
  z
    .string()
    .max(260)
    .refine((value) => parseGrantPattern(value) !== null)
    .meta({ kind: 'text', expectation: 'a grant such as room:channel, room:*, prefix*:* or *' });

const grants = (what: string) => z.array(grant()).max(GRANTS_MAX).default([]).describe(what);

/** @param who the subject of the descriptions: `it`, `its clients` */
export function grantsSchema(who: string) {
  return z
    .strictObject({
      publish: grants(`Addresses ${who} may publish to.`),
      subscribe: grants(`Addresses ${who} may subscribe to.`),
      history: grants(`Addresses whose history ${who} may read.`),
      create: grants(`Addresses ${who} may create.`),
      command: z
        .array(text(/^(\*|[a-z][a-z0-9_]{0,63})$/, 'the name of a command, or *'))
        .max(GRANTS_MAX)
        .default([])
        .describe(`Commands ${who} may use.`),
    })
    .prefault({});
}
