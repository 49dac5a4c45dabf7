import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../../src/cli/operator-error.js';
import { jsonLine } from '../../../src/cli/output/json-lines.js';
import { messageRecord } from '../../../src/cli/output/message-record.js';
import { parseRecord } from '../../../src/cli/send/parse-record.js';
import { readLines, type Line } from '../../../src/cli/send/read-lines.js';
import { messageOf } from './message.js';

function parse(text: string) {
  return parseRecord({ number: 3, bytes: Buffer.from(text), tooLong: false }, 'in.jsonl');
}

function refusal(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    expect(error.exit).toBe('data');
    const [problem] = error.problems;
    expect(problem?.where).toMatchObject({ kind: 'file', file: 'in.jsonl', line: 3 });
    return problem?.problem ?? '';
  }
  throw new Error('accepted');
}

describe('parseRecord [S-CLI-1]', () => {
  it('needs room, channel and a payload only', () => {
    expect(parse('{"room":"a","channel":"b","payload":{"x":[1,2.5,"é"]}}')).toEqual({
      room: 'a',
      channel: 'b',
      payload: Buffer.from('{"x":[1,2.5,"é"]}'),
      options: { type: 'event' },
    });
  });

  it('gives back exactly the bytes, kind, type and headers a record was made from', () => {
    const json = fc.json().map((text) => Buffer.from(text));
    const bytes = fc.uint8Array({ maxLength: 60 });
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((one) => Buffer.from(one));
    fc.assert(
      fc.property(fc.oneof(json, bytes, text), fc.dictionary(fc.string(), fc.string()), (payload, headers) => {
        const message = messageOf({ payload, headers, contentType: 'x/y', correlationId: 'c' });
        const outgoing = parse(jsonLine(messageRecord(message, { tenant: 't', payload: true })));
        expect(Buffer.from(outgoing?.payload ?? []).equals(Buffer.from(payload))).toBe(true);
        expect(outgoing?.options).toMatchObject({ type: 'event', contentType: 'x/y', correlationId: 'c' });
        if (Object.keys(headers).length > 0) expect(outgoing?.options.headers).toEqual(headers);
      }),
    );
  });

  it('does not take over id, position, sender and time', () => {
    const outgoing = parse(jsonLine(messageRecord(messageOf(), { tenant: 't', payload: true })));
    expect(outgoing?.options).toEqual({ type: 'event' });
  });

  it('skips empty lines and gaps', () => {
    expect(parse('  ')).toBeNull();
    expect(parse('{"v":1,"type":"gap","room":"a"}')).toBeNull();
  });

  it.each([
    ['{', 'the line is not a JSON object'],
    ['[]', 'the line is not a JSON object'],
    ['{"channel":"b","payload":1}', 'the record has no room'],
    ['{"room":5,"channel":"b","payload":1}', 'room must be text'],
    ['{"room":"a b","channel":"b","payload":1}', 'the room must be'],
    ['{"room":"a","channel":"*","payload":1}', 'the channel must be one channel'],
    ['{"room":"a","channel":"b"}', 'the record has no payload'],
    ['{"room":"a","channel":"b","payload":1,"payload_text":"x"}', 'has both payload and payload_text'],
    ['{"room":"a","channel":"b","payload_text":1}', 'payload_text must be text'],
    ['{"room":"a","channel":"b","payload_base64":"a"}', 'not base64'],
    ['{"room":"a","channel":"b","payload_state":"omitted"}', 'was omitted'],
    ['{"room":"a","channel":"b","payload":{"id":12345678901234567890}}', '12345678901234567890 would lose digits'],
    ['{"room":"a","channel":"b","payload":1e999}', '1e999 would lose digits'],
    ['{"room":"a","channel":"b","payload":1,"kind":"reply"}', 'kind "reply" cannot be sent again'],
    ['{"type":"ack","room":"a","channel":"b","payload":1}', 'type "ack" cannot be sent'],
    ['{"room":"a","channel":"b","payload":1,"headers":{"x":1}}', 'headers must be an object of texts'],
    ['{"room":"a","channel":"b","payload":1,"ttl_ms":-1}', 'ttl_ms must be a whole number'],
  ])('refuses %s', (text, problem) => {
    expect(refusal(text)).toContain(problem);
  });

  it('does not mistake digits inside texts, or exact large numbers, for a loss', () => {
    expect(
      parse('{"room":"a","channel":"b","payload":{"t":"12345678901234567890","n":9007199254740992}}'),
    ).not.toBeNull();
  });
});

describe('readLines', () => {
  async function lines(chunks: readonly string[], max = 10): Promise<Line[]> {
    const collected: Line[] = [];
    for await (const line of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), max))
      collected.push(line);
    return collected;
  }

  it('joins chunks, counts lines and takes a last line without an end', async () => {
    const read = await lines(['a', 'b\nc\n', '\n', 'd']);
    expect(read.map(({ number, bytes }) => `${number}:${bytes.toString()}`)).toEqual(['1:ab', '2:c', '3:', '4:d']);
  });

  it('takes a line at the bound, and ends at one past it', async () => {
    expect((await lines(['0123456789\nx'])).map(({ tooLong }) => tooLong)).toEqual([false, false]);
    expect((await lines(['0123456789a\nx'])).map(({ tooLong }) => tooLong)).toEqual([true]);
    expect((await lines(['012345', '6789a', 'b'])).map(({ tooLong }) => tooLong)).toEqual([true]);
  });
});
