import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversAddress, coversCommand, parseGrantPattern } from '../../../src/auth/grant-pattern.js';
import { matchesChannel, parseChannelPattern } from '../../../src/protocol/address.js';

function covers(grant: string, room: string, channelText: string): boolean {
  const pattern = parseGrantPattern(grant);
  if (pattern === null) throw new Error(`${grant} is not a pattern`);
  return coversAddress(pattern, room, channelText);
}

describe('grant patterns [P6]', () => {
  it.each([
    ['*', 'orders', 'eu', true],
    ['*', 'orders', '*', true],
    ['*:*', 'orders', 'eu.*', true],
    ['orders:*', 'orders', 'eu', true],
    ['orders:*', 'orders', '*', true],
    ['orders:*', 'orders2', 'eu', false],
    ['orders:eu', 'orders', 'eu', true],
    ['orders:eu', 'orders', 'eu2', false],
    ['orders:eu', 'orders', '*', false],
    ['orders:eu', 'orders', 'eu.*', false],
    ['orders:eu.*', 'orders', 'eu.west', true],
    ['orders:eu.*', 'orders', 'eu.west.*', true],
    ['orders:eu.*', 'orders', 'eu.*', true],
    ['orders:eu.*', 'orders', 'eu', false],
    ['orders:eu.*', 'orders', 'eu.', false],
    ['orders:eu.*', 'orders', 'europe.x', false],
    ['orders:eu.*', 'orders', '*', false],
    ['ord*:*', 'orders', 'eu', true],
    ['ord*:*', 'ord', 'eu', true],
    ['ord*:*', 'or', 'eu', false],
    ['ord*:eu', 'orders', 'eu', true],
    ['ord*:eu', 'orders', 'us', false],
  ])('%s over %s:%s is %s', (grant, room, channel, expected) => {
    expect(covers(grant, room, channel)).toBe(expected);
  });

  it.each([
    '',
    'orders',
    ':',
    'orders:',
    ':eu',
    'or*ders:eu',
    'orders:e*',
    'orders:*.eu',
    'a b:c',
    '**',
    'orders:eu:west',
    '*:',
    'ö:*',
  ])('%j is no pattern', (text) => expect(parseGrantPattern(text)).toBeNull());

  it('over command names: the name or *', () => {
    expect(coversCommand('*', 'join')).toBe(true);
    expect(coversCommand('join', 'join')).toBe(true);
    expect(coversCommand('join', 'joi')).toBe(false);
    expect(coversCommand('jo*', 'join')).toBe(false);
  });

  // A small alphabet, so that prefixes and equal names are common.
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 4 });
  const channelText = fc.oneof(
    name,
    name.map((text) => `${text}.*`),
    fc.constant('*'),
  );
  const roomText = fc.oneof(
    name,
    name.map((text) => `${text}*`),
    fc.constant('*'),
  );
  const grant = fc.oneof(
    fc.constant('*'),
    fc.tuple(roomText, channelText).map((parts) => parts.join(':')),
  );

  it('what covers a pattern covers every channel the pattern matches', () => {
    fc.assert(
      fc.property(grant, name, channelText, name, (text, room, wanted, channel) => {
        const pattern = parseChannelPattern(wanted);
        fc.pre(pattern !== null && matchesChannel(pattern, channel) && covers(text, room, wanted));
        expect(covers(text, room, channel)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('what does not cover a pattern leaves out a channel the pattern matches', () => {
    fc.assert(
      fc.property(grant, name, channelText, (text, room, wanted) => {
        const pattern = parseChannelPattern(wanted);
        fc.pre(pattern !== null && !covers(text, room, wanted));
        // A name nobody granted exactly: past every name of the alphabet, under the pattern's own prefix.
        const witness =
          pattern?.kind === 'exact' ? pattern.channel : `${pattern?.kind === 'prefix' ? pattern.prefix : ''}zzzzzz`;
        expect(pattern !== null && matchesChannel(pattern, witness)).toBe(true);
        expect(covers(text, room, witness)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
