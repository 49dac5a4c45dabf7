/**
 * Who may import whom. One row per folder of src/, each with its reason; a folder without a row is a violation.
 * test/architecture runs these rules over src/, over planted violations, and checks that every file was really read.
 */

const { builtinModules } = require('node:module');

/** `may` names the folders a layer sees besides itself; `files` names single files of a folder it may not see. */
const layers = {
  base: { may: [], why: 'base is below everything: results, time, queues, ids' },
  documents: {
    may: ['base'],
    why: 'reading what operators write, with the place of every mistake, is one job for all of it',
  },
  protocol: { may: ['base'], why: 'the wire format depends on nothing that speaks it' },
  transport: { may: ['base', 'protocol'], why: 'transport moves bytes and must not know what they mean' },
  auth: {
    may: ['base', 'protocol', 'documents'],
    why: 'who may do what is decided in one place that sees no other layer; a file of keys is one more thing operators write',
  },
  casil: {
    may: ['base', 'protocol', 'documents'],
    why: 'inspection is a function of bytes and policies: it reaches no socket, no log and no clock but the one it is given',
  },
  routing: { may: ['base', 'protocol'], why: 'routing must run over every backend and every transport' },
  storage: { may: ['base', 'protocol'], why: 'a backend must be swappable without touching routing or commands' },
  limits: { may: ['base', 'protocol'], why: 'limits count and decide; what is refused, and how, is for those who ask' },
  telemetry: { may: ['base', 'protocol'], why: 'telemetry only listens: it must not be able to reach the bus' },
  commands: {
    may: ['base', 'protocol', 'auth', 'routing', 'storage'],
    why: 'a command acts on ports, never on sockets',
  },
  pipeline: {
    may: ['base', 'protocol', 'auth', 'casil', 'limits', 'routing', 'storage', 'commands'],
    files: ['transport/connection'],
    why: 'the pipeline sees a connection as a port, never the transport behind it',
  },
  admin: {
    may: ['base', 'protocol', 'auth', 'telemetry'],
    why: 'operators read through ports and never touch a connection',
  },
  config: {
    may: ['base', 'protocol', 'documents'],
    files: ['auth/schema/grants-schema', 'auth/jwt/algorithms'],
    why: 'configuration is data: reading it starts nothing; how grants and algorithms are written has one place',
  },
  server: {
    may: [
      'base',
      'protocol',
      'documents',
      'transport',
      'auth',
      'casil',
      'limits',
      'routing',
      'storage',
      'telemetry',
      'commands',
      'pipeline',
      'admin',
      'config',
    ],
    why: 'the composition root wires everything, except the programs that use it',
  },
  client: { may: ['base', 'protocol'], why: 'the SDK is built from the protocol alone, in browsers too' },
  cli: {
    may: ['base', 'protocol', 'documents', 'casil', 'client', 'config', 'server'],
    files: ['auth/jwt-tools', 'auth/api-key-tools'],
    why: 'the command line is one more client, and the one place that inspects content, signs tokens and makes keys without a server',
  },
};

/** Each package of package.json and the folders it may be imported from. */
const packageHomes = {
  ws: ['transport', 'client'],
  protobufjs: ['protocol'],
  yaml: ['documents'],
  pino: ['telemetry'],
  'pino-pretty': ['telemetry'],
  'prom-client': ['telemetry'],
  hono: ['admin'],
  '@hono/node-server': ['admin'],
  zod: ['documents', 'config', 'casil', 'admin', 'auth/api-key', 'auth/schema'],
  commander: ['cli'],
  uuidv7: ['base'],
  jose: ['auth'],
};

const TELEMETRY_EVENTS = '^src/telemetry/events\\.ts$';

const escape = (text) => text.replaceAll('-', '\\-').replaceAll('/', '\\/');
const folder = (name) => `^src/${name}/`;
const packagePath = (name) => `(^|node_modules/)(@types/)?${escape(name)}(/|$)`;

const layerRules = Object.entries(layers).map(([name, { may, files = [], why }]) => ({
  name: `layer-${name}`,
  comment: why,
  severity: 'error',
  from: { path: folder(name) },
  to: {
    path: '^src/',
    pathNot: [...[name, ...may].map(folder), ...files.map((file) => `^src/${file}\\.ts$`), TELEMETRY_EVENTS],
  },
}));

const packageRules = Object.entries(packageHomes).map(([name, homes]) => ({
  name: `home-of-${name.replace('@', '').replace('/', '-')}`,
  comment: `${name} lives in ${homes.join(', ')}: replacing it must touch one place`,
  severity: 'error',
  from: { path: '^src/', pathNot: homes.map(folder) },
  to: { path: packagePath(name), dependencyTypesNot: ['local', 'core'] },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: 'package-root',
      comment: 'embedding means configuring and starting a server; everything else stays inside',
      severity: 'error',
      from: { path: '^src/[^/]+$' },
      to: { path: '^src/', pathNot: [folder('config'), folder('documents'), folder('server')] },
    },
    {
      name: 'folder-without-a-rule',
      comment: 'a new folder of src/ needs a row in the table above, with its reason',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: Object.keys(layers).map(folder) },
      to: {},
    },
    {
      name: 'package-without-a-home',
      comment: 'a new package needs a home in the table above and a line in docs/decisions/0002-dependencies.md',
      severity: 'error',
      // The generated types name `long`, which comes with protobufjs.
      from: { path: '^src/', pathNot: '^src/protocol/generated/codec\\.d\\.ts$' },
      to: {
        pathNot: Object.keys(packageHomes).map(packagePath),
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'],
      },
    },
    {
      name: 'telemetry-is-a-port',
      comment: 'layers know the types of events; only the composition root and telemetry itself hold what makes them',
      severity: 'error',
      from: { path: '^src/', pathNot: [folder('server'), folder('telemetry'), folder('admin')] },
      to: { path: TELEMETRY_EVENTS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circular-import',
      comment: 'files that load each other are one file in two places; types of one folder may name each other',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved-import',
      comment: 'an import that cannot be resolved is an edge nobody checks',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'browser-entry-runs-in-browsers',
      comment: 'the browser SDK must not reach Node or the ws package',
      severity: 'error',
      from: { path: '^src/client/browser\\.ts$' },
      to: {
        path: ['^node:', `^(${builtinModules.map(escape).join('|')})$`, packagePath('ws')],
        reachable: true,
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types are edges too: a layer that knows another layer's types knows that layer.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
