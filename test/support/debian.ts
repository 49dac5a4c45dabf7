/**
 * Programs that tests and benchmarks run against: found on this machine, or fetched as Debian packages into
 * `.cache/debian/<name>` without root. A program that cannot be had is an error that says how to install it, never a
 * skipped test.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { checkoutRoot } from './checkout.js';
import { PrivateApt } from './debian-apt.js';
import { privateEnvironment } from './debian-environment.js';
import { type DebianProgram, type DebianProgramName, debianPrograms } from './debian-programs.js';
import { withFileLock } from './file-lock.js';
import { runCommand } from './run-command.js';

export type { DebianProgramName } from './debian-programs.js';

export interface EnsuredProgram {
  /** Absolute path of the executable. */
  readonly path: string;
  /** Variables to add to the environment it is started in; empty for a program of this machine. */
  readonly env: Record<string, string>;
  /** Where its packages were unpacked, as if that were `/`; unset for a program of this machine. */
  readonly root?: string;
}

export interface EnsureOptions {
  /** Where fetched programs are kept. */
  readonly cacheDirectory?: string;
  /** Directories to look in first. */
  readonly searchPath?: readonly string[];
  /** Hears of progress, which can take minutes the first time. */
  readonly report?: (line: string) => void;
}

/** Fetching a browser over a slow line takes minutes; another worker may be doing it for us. */
const waitForOthersMs = 20 * 60 * 1000;
const sbinDirectories = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** `ARQONBUS_TEST_<NAME>` (upper case, `-` as `_`) names a program to use instead. */
export async function ensureProgram(name: DebianProgramName, options: EnsureOptions = {}): Promise<EnsuredProgram> {
  const program: DebianProgram = debianPrograms[name];
  const variable = `ARQONBUS_TEST_${name.toUpperCase().replaceAll('-', '_')}`;
  const chosen = process.env[variable];
  if (chosen !== undefined && chosen !== '') {
    if (!isExecutable(chosen)) throw new Error(`${variable}=${chosen} is not an executable file`);
    return { path: chosen, env: {} };
  }
  const searchPath = options.searchPath ?? [...(process.env['PATH'] ?? '').split(delimiter), ...sbinDirectories];
  const found = findCommand(program.commands, searchPath);
  if (found !== undefined) return { path: found, env: {} };

  const cache = options.cacheDirectory ?? join(checkoutRoot, '.cache/debian');
  const home = join(cache, name);
  const report = options.report ?? ((line: string) => void process.stderr.write(`[${name}] ${line}\n`));
  try {
    if (!isPrepared(home)) {
      await withFileLock(`${home}.lock`, waitForOthersMs, async () => {
        if (!isPrepared(home)) await prepare(program, cache, home, report);
      });
    }
    const root = join(home, 'root');
    return { path: findUnpacked(program, root), env: privateEnvironment(root), root };
  } catch (cause) {
    throw new Error(
      `${name} is needed here, is not installed and could not be fetched: ${cause instanceof Error ? cause.message : String(cause)}\n` +
        `Install it (apt-get install ${program.package}), or name one with ${variable}=/path/to/${program.commands[0]}`,
      { cause },
    );
  }
}

/** Unpacks beside the final place and moves there at the end, so that a half-fetched program is never seen. */
async function prepare(
  program: DebianProgram,
  cache: string,
  home: string,
  report: (line: string) => void,
): Promise<void> {
  const building = `${home}.building`;
  rmSync(building, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
  const root = join(building, 'root');
  mkdirSync(building, { recursive: true });
  const wanted = [program.package, ...(program.alsoPackages ?? [])];
  // One apt at a time: the lists are shared between programs.
  const packages = await withFileLock(join(cache, 'apt.lock'), waitForOthersMs, async () => {
    const apt = new PrivateApt(join(cache, 'apt'), report);
    await apt.update();
    const resolved = await apt.resolve(wanted);
    await apt.unpack(resolved, root);
    return resolved;
  });
  rmSync(`${root}.archives`, { recursive: true, force: true });
  await checkLibraries(findUnpacked(program, root), privateEnvironment(root));
  writeFileSync(join(building, 'manifest.json'), JSON.stringify({ system: systemName(), packages }, null, 2));
  renameSync(building, home);
  report('ready');
}

/** A missing library would show much later, as a program that does not start. */
async function checkLibraries(path: string, env: Record<string, string>): Promise<void> {
  const listing = await runCommand('ldd', [path], { env: { ...process.env, ...env, LC_ALL: 'C' } }).catch(
    (cause: Error) => {
      if (cause.message.includes('not a dynamic executable')) return '';
      throw cause;
    },
  );
  const missing = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  if (missing.length > 0) throw new Error(`${path} lacks ${missing.join(', ')}`);
}

function isPrepared(home: string): boolean {
  const manifest = join(home, 'manifest.json');
  if (!existsSync(manifest)) return false;
  const { system } = JSON.parse(readFileSync(manifest, 'utf8')) as { system?: string };
  return system === systemName();
}

/** A checkout can be carried to another release, where these libraries would not fit. */
function systemName(): string {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const field = (key: string) => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
  return `${field('ID')} ${field('VERSION_ID')} ${process.arch}`;
}

function findCommand(commands: readonly string[], directories: readonly string[]): string | undefined {
  for (const command of commands) {
    for (const directory of directories) {
      const path = join(directory, command);
      if (directory !== '' && isExecutable(path)) return path;
    }
  }
  return undefined;
}

function findUnpacked(program: DebianProgram, root: string): string {
  const directories = program.installedIn === undefined ? ['usr/bin', 'usr/sbin'] : [program.installedIn];
  const path = findCommand(
    program.commands,
    directories.map((directory) => join(root, directory)),
  );
  if (path === undefined) throw new Error(`package ${program.package} holds no ${program.commands.join(' or ')}`);
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Absent and not ours to run are the same here: look elsewhere.
  }
}
