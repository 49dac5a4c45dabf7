/**
 * Debian packages without root: apt with lists and caches of its own, the system's sources and keyrings, and its record
 * of what is installed. Nothing outside `directory` is written.
 */
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.js';

/** Lists older than this are fetched again; mirrors drop superseded packages after a while. */
const listsAgeMaxMs = 24 * 3600 * 1000;
/** A second C library beside the system's loader does not run; packages of one release work with the installed one. */
const neverUnpacked = /^(libc6|libc-bin|libc-l10n|locales)$/;

export class PrivateApt {
  readonly #configFile: string;
  readonly #stamp: string;

  constructor(
    private readonly directory: string,
    private readonly report: (line: string) => void,
  ) {
    this.#configFile = join(directory, 'apt.conf');
    this.#stamp = join(directory, 'updated');
    for (const name of ['lists/partial', 'archives/partial']) mkdirSync(join(directory, name), { recursive: true });
    writeFileSync(this.#configFile, aptConfig(directory));
  }

  /** Fetches the package lists unless they are fresh. */
  async update(force = false): Promise<void> {
    const fresh = existsSync(this.#stamp) && Date.now() - statSync(this.#stamp).mtimeMs < listsAgeMaxMs;
    if (fresh && !force) return;
    this.report('fetching package lists');
    await this.#apt(['update']);
    writeFileSync(this.#stamp, '');
    utimesSync(this.#stamp, new Date(), new Date());
  }

  /** `name=version` of every package that installing these would add or replace. */
  async resolve(packages: readonly string[]): Promise<string[]> {
    const output = await this.#apt(['--simulate', '--no-install-recommends', 'install', ...packages]);
    const resolved: string[] = [];
    for (const match of output.matchAll(/^Inst (\S+) (?:\[\S+\] )?\((\S+) /gm)) {
      const [, name = '', version = ''] = match;
      if (!neverUnpacked.test(name)) resolved.push(`${name}=${version}`);
    }
    return resolved;
  }

  /** Downloads packages and unpacks them below `root`; runs none of their scripts. */
  async unpack(packages: readonly string[], root: string): Promise<void> {
    const archives = `${root}.archives`;
    mkdirSync(archives, { recursive: true });
    mkdirSync(root, { recursive: true });
    this.report(`downloading ${packages.length} packages`);
    try {
      await this.#apt(['download', ...packages], archives);
    } catch (cause) {
      // A list can name a version that the mirror has replaced since.
      this.report(`once more with new lists, after: ${String(cause)}`);
      await this.update(true);
      const names = packages.map((entry) => entry.slice(0, entry.indexOf('=')));
      await this.#apt(['download', ...names], archives);
    }
    const files = readdirSync(archives).filter((name) => name.endsWith('.deb'));
    this.report(`unpacking ${files.length} packages`);
    for (const file of files) await runCommand('dpkg-deb', ['--extract', join(archives, file), root]);
  }

  #apt(args: readonly string[], cwd = this.directory): Promise<string> {
    const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
    return runCommand('apt-get', ['-c', this.#configFile, '-q', '-y', ...args], { cwd, env });
  }
}

/** Read after the system's own settings, so that it can take back hooks that are meant for a system-wide update. */
function aptConfig(directory: string): string {
  return `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::DEP-11;
#clear Acquire::IndexTargets::deb::DEP-11-icons;
#clear Acquire::IndexTargets::deb::DEP-11-icons-small;
#clear Acquire::IndexTargets::deb::DEP-11-icons-large;
#clear Acquire::IndexTargets::deb::DEP-11-icons-hidpi;
#clear Acquire::IndexTargets::deb::DEP-11-icons-large-hidpi;
#clear Acquire::IndexTargets::deb::CNF;
Dir::State::lists "${directory}/lists";
Dir::State::extended_states "${directory}/extended_states";
Dir::Cache::archives "${directory}/archives";
Dir::Cache::pkgcache "${directory}/pkgcache.bin";
Dir::Cache::srcpkgcache "";
Acquire::Languages "none";
Acquire::Retries "3";
Acquire::http::Timeout "30";
APT::Sandbox::User "root";
Debug::NoLocking "true";
`;
}
