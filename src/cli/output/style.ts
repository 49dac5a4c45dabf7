/** Colour, or the absence of it: chosen once, then every paint is a plain function. Never red against green. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  warn(text: string): string;
}

export type ColorChoice = 'auto' | 'always' | 'never';

const identity = (text: string): string => text;
const plain: Style = { bold: identity, dim: identity, accent: identity, warn: identity };

const colored: Style = {
  bold: paint(1, 22),
  dim: paint(2, 22),
  accent: paint(36, 39),
  warn: paint(33, 39),
};

/** NO_COLOR (no-color.org) and TERM=dumb mean none; the flag wins over both. */
export function chooseStyle(
  choice: ColorChoice,
  stream: { readonly isTerminal: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  if (choice === 'never') return plain;
  if (choice === 'always') return colored;
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return stream.isTerminal && !refused ? colored : plain;
}

function paint(on: number, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
