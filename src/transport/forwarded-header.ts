/** The `Forwarded` header of RFC 7239, read strictly. */

/** One hop, as the proxy that received the request saw it. Absent where the proxy did not say. */
export interface ForwardedElement {
  readonly for?: string;
  readonly proto?: string;
}

/**
 * `name=token` or `name="quoted"` and what ends it (RFC 7239, 4; RFC 9110, 5.6.2 and 5.6.4). Node lets no control
 * character but the tab into a header.
 */
const PAIR = /[ \t]*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)|"((?:[^"\\]|\\.)*)")[ \t]*([;,]|$)/y;

/** From left to right; null where the text is anything else, or names one thing twice in one element. */
export function parseForwarded(text: string): readonly ForwardedElement[] | null {
  const elements: ForwardedElement[] = [];
  let current = new Map<string, string>();
  PAIR.lastIndex = 0;
  for (;;) {
    const match = PAIR.exec(text);
    if (match === null) return null;
    const [, name = '', token, quoted = '', end = ''] = match;
    const key = name.toLowerCase();
    if (current.has(key)) return null;
    current.set(key, token ?? quoted.replace(/\\(.)/g, '$1'));
    if (end === ';') continue;
    elements.push(elementOf(current));
    if (end === '') return elements;
    current = new Map();
  }
}

function elementOf(pairs: ReadonlyMap<string, string>): ForwardedElement {
  const node = pairs.get('for');
  const proto = pairs.get('proto');
  return { ...(node === undefined ? {} : { for: node }), ...(proto === undefined ? {} : { proto }) };
}
