/** `file.js:12:3` at the end of a frame, with or without a path and parentheses around it. */
const PLACE = /([\w.-]{1,80}\.[cm]?[jt]s:\d{1,6}:\d{1,6})\)?$/;
const UNKNOWN = 'an unknown place';

/**
 * File, line and column that threw, without path, function or message: an error made while looking at content may
 * quote it, so nothing of its text is used. [P9]
 */
export function placeOfError(error: unknown): string {
  if (!(error instanceof Error)) return UNKNOWN;
  const { message, stack = '' } = error;
  // The stack repeats the message, of as many lines as it likes; frames begin where it ends.
  const headerEnd = stack.indexOf(message);
  if (headerEnd < 0) return UNKNOWN;
  const frame = stack
    .slice(headerEnd + message.length)
    .split('\n', 3)
    .map((line) => line.trim())
    .find((line) => line.startsWith('at '));
  return PLACE.exec(frame ?? '')?.[1] ?? UNKNOWN;
}

/** Names are code, not content; one that was made up at run time is not told. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
}
