/** The files of cases a command names: files, folders of them, standard input. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeDocument, DOCUMENT_BYTES_MAX, readDocumentFile } from '../../documents/document-file.js';
import type { Problem } from '../../documents/problem.js';
import type { CommandContext } from '../command-context.js';
import { operatorError } from '../operator-error.js';
import { readStdin } from '../read-stdin.js';
import type { FileWatcher } from './watch-files.js';

export interface CaseInput {
  /** As the user named it; `-` is standard input. */
  readonly file: string;
  readonly text: string;
}

export interface CaseInputs {
  readonly inputs: readonly CaseInput[];
  readonly problems: readonly Problem[];
}

/** Files of one run: more are not what somebody means. */
const FILES_MAX = 1000;
const CASE_FILE = /\.ya?ml$/;

/** @throws OperatorError 66 when a folder holds no files of cases. */
export async function readCaseInputs(
  context: CommandContext,
  names: readonly string[],
  watcher: FileWatcher | null,
): Promise<CaseInputs> {
  const folders = names.filter((name) => name !== '-' && isFolder(name));
  for (const folder of folders) watcher?.addFolder(folder);
  const files = [...new Set(names.flatMap((name) => (folders.includes(name) ? filesIn(name) : [name])))];
  if (files.length > FILES_MAX) {
    throw operatorError('data', 'CLI002', `${files.length} files of cases are more than the ${FILES_MAX} of one run`);
  }
  const inputs: CaseInput[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    if (file !== '-') watcher?.addFile(file);
    const text = file === '-' ? await stdinText(context) : readDocumentFile(file);
    if (text.ok) inputs.push({ file, text: text.value });
    else problems.push(text.error);
  }
  return { inputs, problems };
}

async function stdinText(context: CommandContext) {
  return decodeDocument(await readStdin(context, DOCUMENT_BYTES_MAX + 1), 'stdin');
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && CASE_FILE.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
  if (files.length > 0) return files;
  throw operatorError('missing', 'CLI003', `${folder} holds no files of cases`, { hint: 'they end in .yaml' });
}
