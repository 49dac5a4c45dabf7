/**
 * Hides credentials in names: rooms, channels, subjects and whatever else of a client's text goes into logs, events and
 * metrics. It is always on, whether content is inspected or not, and fails closed. [C-LOG-1] [P9]
 *
 * A match becomes `[masked:<detector>]` as a whole. None of its characters remain, so the line can be shared; the
 * detector's name is what to search logs for; and all rooms named by one sort of token look alike, which is the price.
 */
import type { Detector, MatchRange } from '../engine/detector.js';
import type { OnMatch, Scanner } from '../engine/scanner.js';
import { WorkBudget } from '../engine/work-budget.js';
import { partsOfNames } from './identifier-parts.js';
import { TextCache } from './text-cache.js';

/** Texts whose answer is remembered, and how long they may be: identifiers are up to 128 characters. */
const CACHED_MAX = 10_000;
const CACHED_CHARS_MAX = 512;

/** Longer texts (an error's message) are cut: log lines show less than that. Characters. */
export const TEXT_CHARS_MAX = 8192;
/** Left out before the cut, so that no credential that lies across it shows its beginning. */
const CUT_MARGIN_CHARS = 1024;

/** Ordinary names take 5 units per byte, tokens full of separators up to 65, names made of beginnings of tokens 100 (measured). */
const WORK_PER_BYTE = 128;
const WORK_MIN = 4096;

/** What stands for a text that was too costly to look at. */
export const UNREADABLE = '[masked:work-limit]';

export type MaskText = (text: string) => string;

/** @param scanner over the detectors of secrets */
export function createIdentifierMask(scanner: Scanner): MaskText {
  const cache = new TextCache(CACHED_MAX);
  const work = new WorkBudget();

  function mask(text: string): string {
    const cut = text.length > TEXT_CHARS_MAX;
    const bytes = Buffer.from(cut ? text.slice(0, TEXT_CHARS_MAX) : text, 'utf8');
    const shown = cut ? Buffer.byteLength(text.slice(0, TEXT_CHARS_MAX - CUT_MARGIN_CHARS), 'utf8') : bytes.length;
    work.reset(Math.max(WORK_MIN, bytes.length * WORK_PER_BYTE));
    const matches: Match[] = [];
    const keep: OnMatch = ({ id }, { start, end }) => {
      matches.push({ id, start, end });
      return true;
    };
    scanner.scan(bytes, 0, bytes.length, work, keep);
    for (const { from, to } of partsOfNames(bytes)) scanner.scan(bytes, from, to, work, keep);
    if (work.exhausted) return UNREADABLE;
    if (matches.length === 0 && !cut) return text;
    return replaceMatches(bytes, shown, matches) + (cut ? '…' : '');
  }

  return (text) => {
    if (text.length > CACHED_CHARS_MAX) return mask(text);
    const known = cache.get(text);
    if (known !== undefined) return known;
    const masked = mask(text);
    cache.set(text, masked);
    return masked;
  };
}

interface Match extends Pick<MatchRange, 'start' | 'end'> {
  readonly id: Detector['id'];
}

/** Overlapping matches become one, named after the first and, of those, the longest. */
function replaceMatches(bytes: Buffer, shown: number, matches: Match[]): string {
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let at = 0;
  for (const { id, start, end } of matches) {
    if (start >= shown) break;
    if (start >= at) text += `${bytes.toString('utf8', at, start)}[masked:${id}]`;
    at = Math.max(at, end);
  }
  return at < shown ? text + bytes.toString('utf8', at, shown) : text;
}
