import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  channelAddress,
  isIdentifier,
  matchesChannel,
  parseAddress,
  parseChannelPattern,
  type ChannelPattern,
} from '../../../src/protocol/address.js';

const identifier = fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/);

function pattern(text: string): ChannelPattern {
  const parsed = parseChannelPattern(text);
  if (parsed === null) throw new Error(`${text} is no pattern`);
  return parsed;
}

describe('addresses', () => {
  it('keys tell any two addresses apart [P7]', () => {
    fc.assert(
      fc.property(
        fc.tuple(identifier, identifier, identifier),
        fc.tuple(identifier, identifier, identifier),
        (a, b) => {
          const [one, two] = [a, b].map(([tenant, room, channel]) => channelAddress({ tenant, room, channel }).key);
          expect(one === two).toBe(a.join('/') === b.join('/'));
        },
      ),
    );
    expect(channelAddress({ tenant: 't', room: 'a.b', channel: 'c' }).key).not.toBe(
      channelAddress({ tenant: 't', room: 'a', channel: 'b.c' }).key,
    );
  });

  it.each(['', ' ', 'a b', 'a/b', 'a:b', 'é', '*', 'x'.repeat(129)])('%j is no identifier', (text) => {
    expect(isIdentifier(text)).toBe(false);
  });

  it('parses what people write', () => {
    expect(parseAddress('lobby:chat')).toEqual({ ok: true, value: { room: 'lobby', channel: 'chat' } });
    expect(parseAddress('lobby')).toEqual({ ok: true, value: { room: 'lobby', channel: '*' } });
    expect(parseAddress('lobby:eu.*')).toEqual({ ok: true, value: { room: 'lobby', channel: 'eu.*' } });
  });

  it.each([
    [':chat', /room/],
    ['*:chat', /room/],
    ['', /room/],
    ['lobby:', /channel/],
    ['lobby:a:b', /channel/],
    ['lobby:.*x', /channel/],
  ])('%j is refused with a sentence', (text, sentence) => {
    const parsed = parseAddress(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error).toMatch(sentence);
  });
});

describe('channel patterns [S-ROUTE-2]', () => {
  it('match exactly, all, or what follows a prefix and its dot', () => {
    expect(matchesChannel(pattern('chat'), 'chat')).toBe(true);
    expect(matchesChannel(pattern('chat'), 'chat2')).toBe(false);
    expect(matchesChannel(pattern('*'), 'anything')).toBe(true);
    expect(matchesChannel(pattern('eu.*'), 'eu.west')).toBe(true);
    expect(matchesChannel(pattern('eu.*'), 'eu.west.1')).toBe(true);
    expect(matchesChannel(pattern('eu.*'), 'eu')).toBe(false);
    expect(matchesChannel(pattern('eu.*'), 'eu.')).toBe(false);
    expect(matchesChannel(pattern('eu.*'), 'europe')).toBe(false);
  });

  it.each(['', 'a*', '*.a', 'a.*.b', '**', '.*x', `${'x'.repeat(128)}.*`])('%j is no pattern', (text) => {
    expect(parseChannelPattern(text)).toBeNull();
  });
});
