/**
 * A strict reader of XML 1.0 without DTDs: elements, attributes, text, comments, the five named entities. Throws at
 * anything that is not well-formed, characters that XML cannot hold included.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NOT_A_CHARACTER = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const NAME = /[A-Za-z_][\w.-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.-]*)="([^"<]*)"/y;
const COMMENT = /<!--((?:(?!--)[\s\S])*)-->/y;
const SPACE = /\s*/y;

export function readXml(document: string): XmlElement {
  if (NOT_A_CHARACTER.test(document)) throw new Error('a character that XML cannot hold');
  let at = 0;

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(document);
    if (match !== null) at = pattern.lastIndex;
    return match;
  }

  function fail(what: string): never {
    throw new Error(`${what} at ${at}: ${document.slice(at, at + 40)}`);
  }

  function literal(text: string): boolean {
    if (!document.startsWith(text, at)) return false;
    at += text.length;
    return true;
  }

  function skipComments(): void {
    do take(SPACE);
    while (take(COMMENT) !== null);
  }

  function decode(text: string): string {
    return text.replace(/&([^;]*;?)/g, (_, entity: string) => {
      const value = entity.endsWith(';') ? ENTITIES[entity.slice(0, -1)] : undefined;
      return value ?? fail(`unknown entity &${entity}`);
    });
  }

  function element(): XmlElement {
    if (!literal('<')) fail('an element is missing');
    const name = take(NAME)?.[0] ?? fail('a name is missing');
    const attributes: Record<string, string> = {};
    for (let match = take(ATTRIBUTE); match !== null; match = take(ATTRIBUTE)) {
      const [, key = '', value = ''] = match;
      if (Object.hasOwn(attributes, key)) fail(`attribute ${key} twice`);
      attributes[key] = decode(value);
    }
    take(SPACE);
    if (literal('/>')) return { name, attributes, children: [], text: '' };
    if (!literal('>')) fail('the tag does not end');
    const children: XmlElement[] = [];
    let text = '';
    for (;;) {
      const next = document.indexOf('<', at);
      if (next < 0) fail(`${name} is not closed`);
      const run = document.slice(at, next);
      if (run.includes(']]>')) fail(']]> in text');
      text += decode(run);
      at = next;
      if (take(COMMENT) !== null) continue;
      if (!literal('</')) {
        children.push(element());
        continue;
      }
      if (take(NAME)?.[0] !== name) fail(`${name} is closed by another name`);
      take(SPACE);
      if (!literal('>')) fail('the closing tag does not end');
      return { name, attributes, children, text };
    }
  }

  if (!literal('<?xml version="1.0" encoding="UTF-8"?>')) fail('no declaration');
  skipComments();
  const root = element();
  skipComments();
  if (at !== document.length) fail('more than one element');
  return root;
}
