import type { Register } from '../command-list.js';
import { describeCommand, globalOptionsOf } from '../global-options.js';
import { countFlag } from '../parse-values.js';

interface Flags {
  readonly dev?: boolean;
  readonly check?: boolean;
  readonly host?: string;
  readonly port?: number;
}

export const registerServe: Register = (program, launch) => {
  const command = program
    .command('serve')
    .summary('run a bus')
    .description('Runs a bus until SIGTERM or SIGINT, then drains it; a second signal stops at once.')
    .option('--dev', 'development mode: loopback only, a token of its own, channels create themselves')
    .option('--check', 'check the configuration, try the ports, and exit')
    .option('--host <host>', 'address to bind (server.host)')
    .option('--port <port>', 'port to bind (server.port)', countFlag(0, 65535));
  describeCommand(
    command,
    [
      'arqonbus serve --dev',
      'arqonbus serve -c /etc/arqonbus.yaml',
      'arqonbus serve -c /etc/arqonbus.yaml --check',
      'ARQONBUS_SERVER_PORT=7500 arqonbus serve',
    ],
    'Exit status: 0 after a clean drain, 69 port in use, 78 configuration not valid.',
  );
  command.action((flags: Flags) =>
    launch(
      globalOptionsOf(command),
      async (context) => {
        const { runServe } = await import('../serve/run-serve.js');
        return runServe(context, {
          dev: flags.dev === true,
          check: flags.check === true,
          host: flags.host ?? null,
          port: flags.port ?? null,
        });
      },
      { handlesSignals: true },
    ),
  );
};
