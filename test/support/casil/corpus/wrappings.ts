/** The forms in which a token travels in messages; each form in several ways. */
import type { Rng } from './rng.js';

export interface Wrapping {
  readonly form: Form;
  readonly wrap: (token: string, rng: Rng) => Buffer;
}

export const FORMS = ['text', 'json', 'escaped json', 'protobuf', 'base64'] as const;
export type Form = (typeof FORMS)[number];

export const WRAPPINGS: readonly Wrapping[] = [
  { form: 'text', wrap: (token) => Buffer.from(token) },
  { form: 'text', wrap: (token) => Buffer.from(`please rotate ${token} before noon`) },
  { form: 'text', wrap: (token) => Buffer.from(`level=warn msg="refused" value='${token}' attempt=3\n`) },
  { form: 'text', wrap: (token) => Buffer.from(`- ${token}\n- done (${token}), ok.`) },
  { form: 'json', wrap: (token) => Buffer.from(JSON.stringify({ text: token })) },
  { form: 'json', wrap: (token) => Buffer.from(JSON.stringify({ steps: ['a', `run with ${token}`, 7], ok: true })) },
  { form: 'json', wrap: (token) => Buffer.from(JSON.stringify({ role: 'user', content: `"${token}"` }, null, 2)) },
  { form: 'escaped json', wrap: (token) => Buffer.from(JSON.stringify({ log: `first line\n${token}\nlast\tline` })) },
  { form: 'escaped json', wrap: (token, rng) => Buffer.from(`{"text":"${someUnicodeEscapes(token, rng)}"}`) },
  { form: 'escaped json', wrap: (token) => Buffer.from(JSON.stringify({ body: JSON.stringify({ key: token }) })) },
  {
    form: 'escaped json',
    wrap: (token) => Buffer.from(JSON.stringify({ body: JSON.stringify({ a: `x\n${token}` }) })),
  },
  {
    form: 'escaped json',
    wrap: (token) => Buffer.from(JSON.stringify({ text: `see ${token}` }).replaceAll('/', '\\/')),
  },
  { form: 'protobuf', wrap: (token) => message(field(1, 'agent-7'), field(2, token), varint(3, 75)) },
  { form: 'protobuf', wrap: (token) => message(varint(1, 150), field(15, token), field(4, 'next')) },
  { form: 'protobuf', wrap: (token) => message(field(1, message(field(12, token), field(13, 'x'))), varint(2, 48)) },
  { form: 'base64', wrap: (token) => Buffer.from(JSON.stringify({ data: base64(token) })) },
  { form: 'base64', wrap: (token) => Buffer.from(`Authorization: Basic ${base64(`deploy:${token}`)}`) },
  { form: 'base64', wrap: (token) => Buffer.from(JSON.stringify({ config: base64(JSON.stringify({ auth: token })) })) },
];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function someUnicodeEscapes(token: string, rng: Rng): string {
  return Array.from(JSON.stringify(token).slice(1, -1), (character) =>
    rng.int(5) === 0 && /[A-Za-z0-9]/.test(character)
      ? `\\u00${character.charCodeAt(0).toString(16).padStart(2, '0')}`
      : character,
  ).join('');
}

function field(number: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([varintBytes(number * 8 + 2), varintBytes(bytes.length), bytes]);
}

function varint(number: number, value: number): Buffer {
  return Buffer.concat([varintBytes(number * 8), varintBytes(value)]);
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function varintBytes(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
