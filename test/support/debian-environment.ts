/** The environment in which a program unpacked below a private root finds its libraries, fonts and data. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const libraryDepthMax = 3;
const libraryName = /^lib.+\.so(\.|$)/;

export function privateEnvironment(root: string): Record<string, string> {
  const libraries = ['usr/lib', 'lib'].flatMap((name) => libraryDirectories(join(root, name), libraryDepthMax));
  const env: Record<string, string> = {};
  if (libraries.length > 0)
    env['LD_LIBRARY_PATH'] = [...libraries, process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':');
  const shared = join(root, 'usr/share');
  if (existsSync(shared))
    env['XDG_DATA_DIRS'] = `${shared}:${process.env['XDG_DATA_DIRS'] ?? '/usr/local/share:/usr/share'}`;
  const fonts = join(shared, 'fonts');
  if (existsSync(fonts)) env['FONTCONFIG_FILE'] = writeFontConfig(root, fonts);
  return env;
}

function libraryDirectories(directory: string, depth: number): string[] {
  if (depth === 0 || !existsSync(directory)) return [];
  const entries = readdirSync(directory, { withFileTypes: true });
  const own = entries.some((entry) => libraryName.test(entry.name)) ? [directory] : [];
  const below = entries.filter((entry) => entry.isDirectory());
  return [...own, ...below.flatMap((entry) => libraryDirectories(join(directory, entry.name), depth - 1))];
}

/** The packaged configuration names absolute paths; this one names the fonts that came along, and the system's. */
function writeFontConfig(root: string, fonts: string): string {
  const cache = join(root, 'var/cache/fontconfig');
  mkdirSync(cache, { recursive: true });
  const path = join(root, 'fonts.conf');
  writeFileSync(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`,
  );
  return path;
}
