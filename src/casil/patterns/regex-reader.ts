/**
 * A cursor over a pattern's text, and the one way its parsers refuse: with a problem, a hint and the place.
 */
import { PatternRefused } from './limits.js';

const LONE_SURROGATE = /[\ud800-\udfff]/u;

export class RegexReader {
  readonly text: string;
  /** UTF-16 units read so far. */
  at = 0;

  constructor(text: string) {
    this.text = text;
    const lone = LONE_SURROGATE.exec(text);
    if (lone !== null) this.refuse('half of a surrogate pair', 'write the character itself or \\x{...}', lone.index);
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  looksAt(expected: string): boolean {
    return this.text.startsWith(expected, this.at);
  }

  /** Reads `expected` if it comes next. */
  take(expected: string): boolean {
    if (!this.looksAt(expected)) return false;
    this.at += expected.length;
    return true;
  }

  /** Reads one character, which may be two units; the end is not expected here. */
  takeChar(): number {
    const codePoint = this.text.codePointAt(this.at) ?? this.refuse('the pattern ends too early', 'complete it');
    this.at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  /** Reads what a sticky expression matches here; null if it does not. */
  takeMatch(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const match = expression.exec(this.text);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  /** @throws PatternRefused always. */
  refuse(problem: string, hint: string, offset = this.at): never {
    throw new PatternRefused(problem, hint, offset);
  }
}
