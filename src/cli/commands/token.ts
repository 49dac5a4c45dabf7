import { Option, type Command } from 'commander';
import type { Launch } from '../command-context.js';
import type { Register } from '../command-list.js';
import { describeCommand, describeGroup, globalOptionsOf } from '../global-options.js';
import { parseDurationFlag } from '../parse-values.js';

export const registerToken: Register = (program, launch) => {
  const token = program.command('token').summary('make keys, sign tokens, look into tokens').helpCommand(false);
  token.description(
    'Works on tokens (JWT) and API keys with local files. No server is asked, and no secret is a flag.',
  );
  describeGroup(token, [
    'arqonbus token keygen id',
    'arqonbus token mint --key id.private.pem --kid id --issuer me --audience arqonbus ' +
      '--tenant acme --subject svc --grant publish=orders:*',
    'arqonbus token inspect token.txt --key id.public.pem',
    'arqonbus token api-key robot-1 --tenant acme --subject robot --grant publish=orders:* >> api-keys.yaml',
  ]);
  registerKeygen(token, launch);
  registerMint(token, launch);
  registerInspect(token, launch);
  registerApiKey(token, launch);
};

function registerKeygen(parent: Command, launch: Launch): void {
  const command = parent
    .command('keygen')
    .summary('make a key pair')
    .description('Writes <name>.private.pem, for its owner only, and <name>.public.pem (Ed25519). Never overwrites.')
    .argument('[name]', 'path and beginning of both names', 'arqonbus');
  describeCommand(command, [
    'arqonbus token keygen',
    'arqonbus token keygen keys/id',
    'arqonbus token keygen id --json --fields public_key_file',
  ]);
  command.action((name: string) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runKeygen } = await import('../token/generate-keys.js');
      return runKeygen(context, name);
    }),
  );
}

interface MintFlags {
  readonly key: string;
  readonly kid?: string;
  readonly algorithm?: string;
  readonly issuer: string;
  readonly audience: string;
  readonly tenant: string;
  readonly subject: string;
  readonly grant: string[];
  readonly subscription?: string[];
  readonly role?: string[];
  readonly clientType?: string;
  readonly ttl: number;
}

const CLIENT_TYPES = ['human', 'ai-agent', 'dashboard', 'service'];
const HOUR_MS = 3_600_000;

function registerMint(parent: Command, launch: Launch): void {
  const command = parent
    .command('mint')
    .summary('sign a token')
    .description('Signs a token with a local private key and prints it. What a server would refuse is not signed.')
    .requiredOption(
      '--key <file>',
      'private key as PEM, or with an HS algorithm the secret; only its owner may read it',
    )
    .option('--kid <name>', 'name of the key, as the server knows it')
    .option('--algorithm <name>', 'default: what the key is for, such as EdDSA, ES256 or RS256')
    .requiredOption('--issuer <text>', 'as the server has it in auth.jwt.issuers')
    .requiredOption('--audience <text>', 'likewise')
    .requiredOption('--tenant <name>', 'the tenant')
    .requiredOption('--subject <name>', 'who speaks')
    .requiredOption(
      '--grant <action=patterns>',
      'such as publish=orders:*,logs:* or command=*; may be repeated',
      collect,
    )
    .option('--subscription <address>', 'the server joins this for the session; may be repeated', collect)
    .option('--role <name>', 'may be repeated', collect)
    .addOption(new Option('--client-type <type>', 'what the client is').choices(CLIENT_TYPES))
    .option('--ttl <duration>', 'how long it is good; default: 1h', parseDurationFlag, HOUR_MS);
  describeCommand(
    command,
    [
      'arqonbus token mint --key id.private.pem --issuer me --audience arqonbus --tenant acme --subject svc ' +
        '--grant subscribe=orders:* --grant command=*',
      'arqonbus token mint -q --key id.private.pem --kid id --issuer me --audience arqonbus --tenant acme ' +
        '--subject svc --grant publish=orders:* --ttl 15m > token.txt',
      'arqonbus token mint --json --key secret.txt --algorithm HS256 --issuer me --audience arqonbus --tenant acme ' +
        '--subject svc --grant command=*',
    ],
    'Exit status: 0 printed, 64 wrong flags, 65 the key cannot sign, 66 no such key file, 78 others can read the key.',
  );
  command.action((flags: MintFlags) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runMint } = await import('../token/mint-token.js');
      return runMint(context, {
        keyFile: flags.key,
        kid: flags.kid ?? null,
        algorithm: flags.algorithm ?? null,
        issuer: flags.issuer,
        audience: flags.audience,
        tenant: flags.tenant,
        subject: flags.subject,
        grants: flags.grant,
        subscriptions: flags.subscription ?? [],
        roles: flags.role ?? [],
        clientType: flags.clientType ?? null,
        ttlMs: flags.ttl,
      });
    }),
  );
}

function registerInspect(parent: Command, launch: Launch): void {
  const command = parent
    .command('inspect')
    .summary('look into a token')
    .description('Prints what a token says, without trusting it, and whether it verifies. Never prints the token.')
    .argument('[file]', 'file that holds the token; - is standard input', '-')
    .option('--key <file>', 'verify with this public key (PEM), or secret with --algorithm')
    .option('--jwks <file>', 'verify with this JSON Web Key Set')
    .option('--algorithm <name>', 'an HS algorithm, where the key is a secret');
  describeCommand(
    command,
    [
      'arqonbus token inspect token.txt',
      'arqonbus token inspect token.txt --key id.public.pem',
      'arqonbus token inspect --jwks jwks.json --json < token.txt',
    ],
    'Exit status: 0 printed (and, with a key, verified and in its time), 1 not so, 65 no token, 66 no such file.',
  );
  command.action((file: string, flags: { key?: string; jwks?: string; algorithm?: string }) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runInspect } = await import('../token/inspect-token.js');
      const { key = null, jwks = null, algorithm = null } = flags;
      return runInspect(context, { file, keyFile: key, jwksFile: jwks, algorithm });
    }),
  );
}

interface ApiKeyFlags {
  readonly tenant: string;
  readonly subject: string;
  readonly grant: string[];
  readonly subscription?: string[];
  readonly clientType?: string;
  readonly expires?: string;
  readonly keyFile?: string;
}

function registerApiKey(parent: Command, launch: Launch): void {
  const command = parent
    .command('api-key')
    .summary('make an API key')
    .description(
      'Writes a new API key to a new file, for its owner only, and prints the entry for the file of keys of the server ' +
        '(auth.api_keys.file), which holds the hash of the key and not the key.',
    )
    .argument('<id>', 'what logs and deny lists call the key')
    .requiredOption('--tenant <name>', 'the tenant')
    .requiredOption('--subject <name>', 'who speaks')
    .requiredOption('--grant <action=patterns>', 'such as publish=orders:* or command=*; may be repeated', collect)
    .option('--subscription <address>', 'the server joins this for the session; may be repeated', collect)
    .addOption(new Option('--client-type <type>', 'what the client is').choices(CLIENT_TYPES))
    .option('--expires <time>', 'such as 2027-01-31T18:00:00Z; default: never')
    .option('--key-file <file>', 'where the key goes; default: <id>.key');
  describeCommand(
    command,
    [
      'arqonbus token api-key robot-1 --tenant acme --subject robot --grant publish=orders:* >> api-keys.yaml',
      'arqonbus token api-key robot-2 --tenant acme --subject robot --grant publish=orders:* ' +
        '--expires 2027-01-31T18:00:00Z --key-file keys/robot-2.key',
    ],
    'Exit status: 0 made, 64 wrong flags, 66 the file is there already or cannot be written.',
  );
  command.action((id: string, flags: ApiKeyFlags) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runApiKey } = await import('../token/make-api-key.js');
      return runApiKey(context, {
        id,
        tenant: flags.tenant,
        subject: flags.subject,
        grants: flags.grant,
        subscriptions: flags.subscription ?? [],
        clientType: flags.clientType ?? null,
        expires: flags.expires ?? null,
        keyFile: flags.keyFile ?? `${id}.key`,
      });
    }),
  );
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
