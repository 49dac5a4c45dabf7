import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversGrant, coversGrantSet } from '../../../../src/auth/gateway/grant-cover.js';
import { coversAddress, parseGrantPattern, type GrantPattern } from '../../../../src/auth/grant-pattern.js';

function parse(text: string): GrantPattern {
  const pattern = parseGrantPattern(text);
  if (pattern === null) throw new Error(`${text} is no grant`);
  return pattern;
}
const covers = (outer: string, inner: string) => coversGrant(parse(outer), parse(inner));

/** Every name over an alphabet of two letters and the dot, long enough to tell any two of the patterns below apart. */
const NAMES = namesUpTo(5);
function namesUpTo(length: number): string[] {
  if (length === 0) return [''];
  const shorter = namesUpTo(length - 1);
  const longest = shorter.filter((name) => name.length === length - 1);
  return [...shorter, ...longest.flatMap((name) => ['a', 'b', '.'].map((letter) => name + letter))];
}
const ADDRESS_NAMES = NAMES.filter((name) => name !== '');

describe('covering of grants [T-AUTH-4]', () => {
  it.each([
    ['*', '*', true],
    ['*', 'a:b', true],
    ['*:*', '*', true],
    ['a:*', '*', false],
    ['a*:*', 'a:*', true],
    ['a*:*', 'ab*:b', true],
    ['ab*:*', 'a*:b', false],
    ['a:*', 'a*:*', false],
    ['a:b', 'a:*', false],
    ['a:b.*', 'a:b.a', true],
    ['a:b.*', 'a:b.a.*', true],
    ['a:b.*', 'a:b.*', true],
    ['a:b.*', 'a:b', false],
    ['a:b.*', 'a:b.', false],
    ['a:b.a.*', 'a:b.*', false],
    ['*:b', 'a:b', true],
    ['*:b', '*:*', false],
  ])('%s covers %s: %s', (outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected);
  });

  it('agrees with enumeration: true exactly where every address of the one is an address of the other', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '.'), { minLength: 1, maxLength: 2 })
      .map((parts) => parts.join(''));
    const room = fc.oneof(
      name,
      name.map((text) => `${text}*`),
      fc.constant('*'),
    );
    const channel = fc.oneof(
      name,
      name.map((text) => `${text}.*`),
      fc.constant('*'),
    );
    const pattern = fc.oneof(
      { arbitrary: fc.tuple(room, channel).map(([left, right]) => `${left}:${right}`), weight: 20 },
      { arbitrary: fc.constant('*'), weight: 1 },
    );
    // Room and channel are independent, so one side is enumerated while the other is held at a name the inner one has.
    const isRoomOf = (grant: GrantPattern, text: string) =>
      grant.room.kind === 'exact' ? grant.room.text === text : text.startsWith(grant.room.text);
    let covered = 0;
    fc.assert(
      fc.property(pattern, pattern, (outerText, innerText) => {
        const [outer, inner] = [parse(outerText), parse(innerText)];
        const rooms = ADDRESS_NAMES.filter((text) => isRoomOf(inner, text));
        const firstRoom = rooms[0] ?? '';
        const channels = ADDRESS_NAMES.filter((text) => coversAddress(inner, firstRoom, text));
        expect(rooms.length * channels.length).toBeGreaterThan(0);
        const all =
          rooms.every((text) => coversAddress(outer, text, channels[0] ?? '')) &&
          channels.every((text) => coversAddress(outer, firstRoom, text));
        covered += all ? 1 : 0;
        expect(coversGrant(outer, inner)).toBe(all);
      }),
      { seed: 7, numRuns: 3_000 },
    );
    expect(covered).toBeGreaterThan(300);
  });

  it('holds for sets per action; what is no pattern covers nothing and is covered by nothing', () => {
    const none = { publish: [], subscribe: [], history: [], create: [], command: [] };
    const outer = { publish: ['a:*', 'b:b'], subscribe: ['*'], history: [], create: ['nonsense'], command: ['join'] };
    expect(coversGrantSet(outer, none)).toBe(true);
    expect(coversGrantSet(outer, { ...none, publish: ['a:b', 'b:b'], subscribe: ['a*:*'], command: ['join'] })).toBe(
      true,
    );
    expect(coversGrantSet(outer, { ...none, publish: ['a:b', 'b:a'] })).toBe(false);
    expect(coversGrantSet(outer, { ...none, history: ['a:b'] })).toBe(false);
    expect(coversGrantSet(outer, { ...none, create: ['nonsense'] })).toBe(false);
    expect(coversGrantSet(outer, { ...none, command: ['*'] })).toBe(false);
    expect(coversGrantSet(outer, { ...none, command: ['leave'] })).toBe(false);
    expect(coversGrantSet({ ...outer, command: ['*'] }, { ...none, command: ['*', 'leave'] })).toBe(true);
    // Only together would these two allow as much.
    expect(coversGrantSet({ ...none, publish: ['a*:*', 'b*:*'] }, { ...none, publish: ['*:*'] })).toBe(false);
  });
});
