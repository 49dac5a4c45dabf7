/** Texts that would move a cursor, change a colour, reorder a line, hide themselves or break it. */
export const HOSTILE_TEXTS: readonly string[] = [
  '\u001b[2J\u001b[H',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://evil.example\u001b\\link\u001b]8;;\u001b\\',
  '\u009b31m',
  '\r\nERROR forged line',
  '\u0000\u0007\u0008\u007f',
  '\u202eevil\u202c',
  '\u2066a\u2069\u200b\u200d\ufeff',
  '\u2028\u2029',
  `e${'\u0301'.repeat(200)}`,
  '\u{e0041}\u{e007f}',
  '\ud800',
  '日本語 👩‍👩‍👧 مرحبا',
  'x'.repeat(100_000),
];

/** Anything a terminal would obey, bar the newline that ends a record. */
export const UNSAFE_FOR_TERMINAL =
  /(?!\n)\p{Cc}|[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u;
