/** `config validate`: every problem, and an answer a script can use. */
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import type { Problem } from '../operator-error.js';
import { jsonLine, type OutputRecord } from '../output/json-lines.js';
import { problemText } from '../output/problem-text.js';
import { chooseStyle } from '../output/style.js';
import { loadServable } from './load-servable.js';

export async function validateConfig(
  context: CommandContext,
  options: { readonly file?: string; readonly strict: boolean },
): Promise<ExitName> {
  const { io, globals, env, invocation } = context;
  const { file, result } = await loadServable(context, options.file ?? globals.config);
  const problems = result.ok ? result.value.warnings : result.error;
  const style = chooseStyle(globals.color, io.stderr, env);
  for (const problem of problems) {
    if (globals.json) await io.stdout.write(jsonLine(problemRecord(problem), globals.fields));
    else await io.stderr.write(problemText(problem, style, invocation));
  }
  const name = file === null ? 'the defaults and the environment' : file === '-' ? 'stdin' : file;
  // A file the configuration names has a place in it; the configuration itself has none.
  const isMissing = problems.some(({ code, where }) => code === 'CFG001' && where === null);
  const valid = result.ok && !(options.strict && problems.length > 0);
  if (globals.json) {
    const record: OutputRecord = { v: 1, type: 'result', file: name, valid, problems: problems.length };
    await io.stdout.write(jsonLine(record, globals.fields));
  } else if (valid && !globals.quiet) {
    await io.stdout.write(`ok: ${name} (${countOf(problems.length, 'warning')})\n`);
  }
  if (isMissing) return 'missing';
  return valid ? 'ok' : 'no';
}

function problemRecord({ code, severity, problem, where, hint, next }: Problem): OutputRecord {
  return { v: 1, type: 'problem', code, severity, problem, where, hint, next };
}

function countOf(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
