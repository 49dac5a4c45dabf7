/** The generated reference of the command line: docs/cli.md. Made from the program itself, so that it cannot drift. */
import type { Command } from 'commander';
import { EXIT_CODES } from './exit-codes.js';
import { CLI_CODES } from './operator-error.js';
import { buildProgram } from './program.js';
import type { TextSink } from './output/text-sink.js';

const INTRODUCTION = `# The arqonbus command

<!-- Generated from src/cli by scripts/generate-cli-docs.mjs. Do not edit. -->

In a clone, \`node bin/arqonbus.js\` stands for \`arqonbus\`.

- **Addresses** are \`room:channel\`. Where several channels make sense, \`room:*\` and \`room:prefix.*\` do too, and a bare
  room means \`room:*\`.
- **Precedence**: flag > environment > context > config file > default.
- **Contexts** say which bus to talk to. A running \`serve --dev\` is the context \`dev\` and is used by itself; others
  are in \`$XDG_CONFIG_HOME/arqonbus/contexts.yaml\`. A token in a context is sent only to the address in that context.

  \`\`\`yaml
  current: staging
  contexts:
    staging:
      url: wss://bus.staging.example
      admin_url: https://admin.staging.example
      token_file: staging.token
      admin_token_file: staging-admin.token
  \`\`\`

- **Secrets** are never flags: \`ARQONBUS_TOKEN\`, \`ARQONBUS_ADMIN_TOKEN\` or a file.
- **Streams**: data on stdout, everything else on stderr. A reader that goes away (\`| head\`) ends the command quietly.
- **JSON**: \`--json\` prints JSON Lines. Every record has \`v\` (1) and \`type\`; times are UTC, 64-bit numbers are texts,
  control and bidirectional characters are escaped. Fields are only ever added. \`--json\` never changes the exit status.
- **Colour** only on terminals, and not with \`NO_COLOR\` or \`TERM=dumb\`.

## Records

\`tail\` and \`history\` print messages; \`send --jsonl\` takes them back, so that a pipe of the two is a replay. Only
\`room\`, \`channel\` and one of the payload fields are needed; \`kind\`, \`content_type\`, \`headers\`, \`correlation_id\` and
\`ttl_ms\` are kept; id, position, sender and time are information about the first time. The payload is \`payload\` where
it is JSON that reads back to the same bytes, else \`payload_text\` where it is UTF-8, else \`payload_base64\`.

\`\`\`json
{"v":1,"type":"message","ts":"2026-01-31T12:00:00.000Z","cursor":"3735928559.120","tenant":"default","room":"demo","channel":"hello","id":"AZZ0","sender":"n1.k3j9","subject":"dev","kind":"event","size":13,"sequence":"120","epoch":3735928559,"content_type":"application/json","payload_state":"included","payload":{"text":"hi"}}
{"v":1,"type":"gap","room":"demo","channel":"hello","from":"121","to":"140","epoch":3735928559,"reason":"trimmed"}
{"v":1,"type":"ack","outcome":"accepted","room":"demo","channel":"hello","id":"AZZ1","sequence":"141","epoch":3735928559,"durability":"memory","duplicate":false,"ms":0.41,"line":1}
{"v":1,"type":"error","outcome":"error","room":"demo","channel":"hello","error":"PAYLOAD_TOO_LARGE","message":"the payload is over limits.payload_bytes_max","line":2}
\`\`\`
`;

export function cliReferenceMarkdown(): string {
  const program = buildProgram({ io: silentIo(), launch: async () => undefined, invocation: 'arqonbus' });
  const commands = program.commands.filter((command) => command.name() !== '__complete');
  return [INTRODUCTION, exitText(), codesText(), ...commands.map((command) => commandText(command, ''))].join('\n');
}

function exitText(): string {
  const rows = Object.values(EXIT_CODES).map(({ status, meaning }) => `| ${status} | ${meaning} |`);
  return `## Exit status\n\n| status | meaning |\n|---|---|\n${rows.join('\n')}\n`;
}

function codesText(): string {
  const rows = Object.entries(CLI_CODES).map(([code, meaning]) => `| ${code} | ${meaning} |`);
  return `## Error codes

Problems of the configuration have \`CFG\` codes ([configuration](configuration.md)); refusals of the bus have the names
of the protocol's error catalogue ([protocol](protocol.md)). The command line's own are:

| code | meaning |
|---|---|
${rows.join('\n')}
`;
}

function commandText(command: Command, parent: string): string {
  const name = `${parent}${command.name()}`;
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 100 });
  command.outputHelp();
  const children = command.commands.map((child) => commandText(child, `${name} `));
  return [`## ${name}\n\n\`\`\`\n${help.trim()}\n\`\`\`\n`, ...children].join('\n');
}

function silentIo() {
  const nothing = () => Promise.resolve();
  const sink: TextSink = {
    isTerminal: false,
    columns: 80,
    closed: false,
    failure: null,
    write: nothing,
    flush: nothing,
    hurry: () => undefined,
  };
  return { stdin: process.stdin, stdout: sink, stderr: sink };
}
