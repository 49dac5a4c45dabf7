/**
 * A regular expression of the user on text of strangers: some need years for one payload, and the loop that waits for
 * them hears neither Ctrl-C nor --timeout. This one ends in bounded time.
 */
import { createContext, Script } from 'node:vm';
import { operatorError, usageError } from '../operator-error.js';

export interface BoundedPattern {
  readonly pattern: RegExp;
  /** @throws OperatorError 65 when trying the pattern takes too long. */
  test(text: string): boolean;
}

const TRY_MS_MAX = 1000;

/** A pattern without these looks at each character a bounded number of times: it needs no watch, which costs 0.2 ms. */
const REPETITION = /[*+{]/;

/**
 * @param flag names the option in messages.
 * @throws OperatorError 64 when the source is no regular expression.
 */
export function compilePattern(source: string, flags: 'u' | 'gu', flag: string): BoundedPattern {
  const pattern = parse(source, flags, flag);
  if (!REPETITION.test(source)) return { pattern, test: (text) => text.search(pattern) >= 0 };
  const scope = createContext({ pattern, text: '' });
  // All matches, where all will be marked: the last one may be what takes so long.
  const script = new Script('text.replace(pattern, "").length !== text.length || text.search(pattern) >= 0');
  return {
    pattern,
    test(text) {
      scope['text'] = text;
      try {
        return script.runInContext(scope, { timeout: TRY_MS_MAX }) === true;
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw cause;
        throw operatorError('data', 'CLI002', `${flag} took over ${TRY_MS_MAX} ms for one message`, {
          where: { kind: 'flag', name: flag },
          hint: 'repetitions inside repetitions, as in (a+)+, take that long',
          cause,
        });
      }
    },
  };
}

function parse(source: string, flags: string, flag: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw usageError(`${flag} is not a regular expression: ${(error as Error).message}`);
  }
}
