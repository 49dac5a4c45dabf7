import type { Register } from '../command-list.js';
import { describeCommand, globalOptionsOf } from '../global-options.js';
import { jsonLine } from '../output/json-lines.js';
import { PROTOCOL_VERSION } from '../../protocol/version.js';
import { packageVersion } from '../../server/package-version.js';

export const registerVersion: Register = (program, launch) => {
  const command = program
    .command('version')
    .summary('print the version')
    .description('Prints the version of this program, of the protocol and of Node.');
  describeCommand(command, ['arqonbus version', 'arqonbus version --json', 'arqonbus version --json --fields version']);
  command.action(() =>
    launch(globalOptionsOf(command), async ({ io, globals }) => {
      const version = packageVersion();
      const node = process.versions.node;
      const record = { v: 1, type: 'version', version, protocol: PROTOCOL_VERSION, node } as const;
      const text = `arqonbus ${version} (protocol ${PROTOCOL_VERSION}, node ${node})\n`;
      await io.stdout.write(globals.json ? jsonLine(record, globals.fields) : text);
      return 'ok';
    }),
  );
};
