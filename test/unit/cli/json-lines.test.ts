import { describe, expect, it } from 'vitest';
import { jsonLine } from '../../../src/cli/output/json-lines.js';
import { messageLine } from '../../../src/cli/output/message-line.js';
import { messageRecord } from '../../../src/cli/output/message-record.js';
import { chooseStyle } from '../../../src/cli/output/style.js';
import { HOSTILE_TEXTS, UNSAFE_FOR_TERMINAL } from './hostile-texts.js';
import { messageOf } from './message.js';

const plain = chooseStyle('never', { isTerminal: false }, {});

describe('records [S-CLI-1]', () => {
  it('carry version, type, UTC time and 64-bit numbers as texts', () => {
    const record = messageRecord(messageOf({ sequence: 2 ** 53 - 1 }), { tenant: 'acme', payload: true });
    expect(record).toMatchObject({
      v: 1,
      type: 'message',
      ts: '2026-01-31T14:02:06.113Z',
      cursor: '99.9007199254740991',
      tenant: 'acme',
      sequence: '9007199254740991',
      epoch: 99,
      kind: 'event',
      size: 2,
      payload_text: 'hi',
    });
  });

  it('say that and why a payload is not shown', () => {
    const record = messageRecord(messageOf(), { tenant: 't', payload: false });
    expect(record).toMatchObject({
      payload_state: 'omitted',
      payload_reason: expect.stringContaining('--payload') as string,
    });
    expect(JSON.stringify(record)).not.toContain('"hi"');
  });

  it('can be narrowed to fields, nested ones too', () => {
    const record = { v: 1, type: 'message', room: 'a', payload: { text: 'x', n: 1 } } as const;
    expect(jsonLine(record, ['room', 'payload.text', 'missing', 'payload.text.length'])).toBe(
      '{"room":"a","payload.text":"x"}\n',
    );
  });
});

describe.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text).slice(0, 30), text]))(
  'hostile text %s [P9]',
  (_, text) => {
    const everywhere = messageOf({
      id: text,
      room: text,
      channel: text,
      sender: text,
      subject: text,
      contentType: text,
      correlationId: text,
      headers: { [text]: text },
      payload: Buffer.from(text),
    });

    it('stays inside one JSON line and comes back as it was', () => {
      const line = jsonLine(messageRecord(everywhere, { tenant: text, payload: true }));
      expect(line.slice(0, -1)).not.toMatch(UNSAFE_FOR_TERMINAL);
      expect(line.slice(0, -1)).not.toContain('\n');
      const record = JSON.parse(line) as Record<string, unknown>;
      expect(record['room']).toBe(text);
      expect(record['headers']).toEqual({ [text]: text });
    });

    it('stays inside one line for people, of a bounded length', () => {
      const line = messageLine(everywhere, { style: plain, payload: true, highlight: /./gu });
      expect(line.slice(0, -1)).not.toMatch(UNSAFE_FOR_TERMINAL);
      expect(line.slice(0, -1)).not.toContain('\n');
      expect(line.length).toBeLessThan(10_000);
    });
  },
);

describe('lines for people', () => {
  it('show time, address, sender, kind and size, and the payload when asked', () => {
    const message = messageOf();
    const options = { style: plain, highlight: null };
    expect(messageLine(message, { ...options, payload: false })).toBe(
      '14:02:06.113 demo:hello         ada        event         2B\n',
    );
    expect(messageLine(message, { ...options, payload: true })).toBe(
      '14:02:06.113 demo:hello         ada        event         2B  hi\n',
    );
    const bytes = messageOf({ payload: Uint8Array.of(0xff, 0xfe) });
    expect(messageLine(bytes, { ...options, payload: true })).toContain('(2 bytes, not text)');
  });

  it('mark what --highlight matches', () => {
    const style = chooseStyle('always', { isTerminal: false }, {});
    const line = messageLine(messageOf({ payload: Buffer.from('a hot potato') }), {
      style,
      payload: true,
      highlight: /hot|$/gu,
    });
    expect(line).toContain(`a ${style.warn(style.bold('hot'))} potato`);
  });
});
