/** That the campaign tries everything there is: lists come from the catalogue and the schema. [T-TEN-1] */
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/catalogue.js';
import { fieldsOfPrograms, fieldsOfProtocol } from '../../support/trust/crossing-fields.js';

const { client, server } = fieldsOfProtocol();
const written = fieldsOfPrograms(300, 1);

/** What belongs to its sender alone, or means the same for everyone: naming another tenant's is not possible. */
const NO_REFERENCE: ReadonlySet<string> = new Set(['embedding.values', 'embedding.dimensions']);

describe('programs of the crossing campaign [T-TEN-1]', () => {
  it('send every command of the catalogue', () => {
    const sent = new Set([...written.keys()].flatMap((path) => /^command\.(\w+)/.exec(path)?.[1] ?? []));
    expect([...sent].sort()).toEqual(COMMANDS.map(({ field }) => field as string).sort());
  });

  it('write every field a client may write', () => {
    // The version is written by the connection.
    expect(client.filter((path) => path !== 'version' && !written.has(path))).toEqual([]);
  });

  it('try every field that only the server may write', () => {
    const tried = new Set([...written.keys()].map((path) => path.split('.')[0]));
    expect(server.filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each(client.filter((path) => path !== 'version' && !NO_REFERENCE.has(path)))(
    'name what is the other tenant’s in %s',
    (path) => {
      const { a, b } = written.get(path) ?? { a: new Set(), b: new Set() };
      const shared = [...b].filter((value) => a.has(value));
      const carried = MARKED.has(path);
      // What is carried along is marked, so that it is known by whom it was written.
      expect(carried ? a.size * b.size : shared.length).toBeGreaterThan(0);
    },
  );
});

/** Content: A's is marked. */
const MARKED: ReadonlySet<string> = new Set([
  'headers',
  'capabilities',
  'intent',
  'embedding.model',
  'hello.screenName',
  'hello.capabilities',
]);
