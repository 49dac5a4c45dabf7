import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectorsNamed } from '../../../../src/casil/detectors/catalogue.js';
import { createScanner } from '../../../../src/casil/engine/create-scanner.js';
import type { Detector } from '../../../../src/casil/engine/detector.js';
import type { Scanner } from '../../../../src/casil/engine/scanner.js';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import {
  createIdentifierMask,
  TEXT_CHARS_MAX,
  UNREADABLE,
} from '../../../../src/casil/identifiers/mask-identifiers.js';
import { createMessageId, randomName } from '../../../../src/base/ids.js';

const SEED = 20_261_123;
const SECRETS = detectorsNamed(['secrets']).detectors;
const mask = createIdentifierMask(createScanner(SECRETS));

const NAME = /^[A-Za-z0-9._-]+$/;

/** Made-up values of all formats, and the middle of what is secret about each. */
const token = fc
  .tuple(fc.constantFrom(...SECRETS), fc.integer({ min: 1, max: 0x7fff_fffe }))
  .map(([detector, seed]) => {
    const sample = detector.sample(numbersFrom(seed));
    return { sample, secret: middleOf(matchIn(sample, detector)) };
  });

const scanners = new Map(SECRETS.map((detector) => [detector, createScanner([detector])]));

/** What the detector takes for the secret in its own sample. */
function matchIn(sample: string, detector: Detector): string {
  const bytes = Buffer.from(sample);
  const work = new WorkBudget();
  work.reset(1e6);
  let found = '';
  scanners.get(detector)?.scan(bytes, 0, bytes.length, work, (_detector, { start, end }) => {
    found = bytes.toString('utf8', start, end);
    return true;
  });
  if (found === '') throw new Error(`${detector.id} does not find its own sample`);
  return found;
}

function middleOf(text: string): string {
  const from = Math.max(0, Math.floor(text.length / 2) - 6);
  return text.slice(from, from + 12);
}

/** A small generator (Lehmer) of integers in [0, below). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fff_ffff;
    return Math.floor((state / 0x7fff_ffff) * below);
  };
}

/** A scanner that finds words, to see what the mask makes of its answers. */
function wordScanner(words: Readonly<Record<string, string>>, scans: string[] = []): Scanner {
  return {
    scan(bytes, from, to, _work, onMatch) {
      const text = Buffer.from(bytes).toString('latin1', from, to);
      scans.push(text);
      for (const [word, id] of Object.entries(words)) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          const detector = SECRETS[0] as (typeof SECRETS)[number];
          onMatch({ ...detector, id }, { start: from + at, end: from + at + word.length, verified: false });
        }
      }
    },
  };
}

describe('identifier mask [C-LOG-1]', () => {
  it('never shows a token inside a longer name, whatever separates it', () => {
    const glue = fc.constantFrom('-', '.', '_');
    fc.assert(
      fc.property(token, glue, glue, ({ sample, secret }, before, after) => {
        fc.pre(NAME.test(sample) && sample.length <= 120);
        for (const name of [
          `room${before}${sample}${after}x`,
          `room${before}${sample}`,
          `${sample}${after}x`,
          sample,
        ]) {
          const masked = mask(name);
          expect(masked).toMatch(/\[masked:[a-z0-9-]+\]/);
          expect(masked).not.toBe(UNREADABLE);
          expect(masked).not.toContain(secret);
        }
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('never shows a token inside a sentence', () => {
    fc.assert(
      fc.property(token, ({ sample, secret }) => {
        const masked = mask(`cannot reach ${sample}\n    at connect (link.js:1:2)`);
        expect(masked).not.toContain(secret);
        expect(masked).toContain('\n    at connect (link.js:1:2)');
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('changes nothing when asked twice', () => {
    fc.assert(
      fc.property(token, fc.constantFrom('-', '.', '_', ' '), ({ sample }, glue) => {
        const masked = mask(`room${glue}${sample}${glue}x`);
        expect(mask(masked)).toBe(masked);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('leaves ordinary names as they are, the very string [C-DET-3]', () => {
    const hex = '0123456789abcdef';
    const random = numbersFrom(SEED);
    const digits = (length: number) => Array.from({ length }, () => hex[random(16)]).join('');
    for (let index = 0; index < 500; index += 1) {
      const uuid = `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
      const names = [
        ...['demo', 'support-desk.eu-west-1', 'lab:summaries', 'team_42.agents', 'Ångström Œuvre', 'ada@example.org'],
        ...[
          uuid,
          `session-${uuid}`,
          digits(40),
          digits(64),
          `build-${digits(40)}`,
          `trace-${digits(32)}-${digits(16)}`,
        ],
        ...[
          `n1.${randomName(16)}`,
          createMessageId(),
          `order-${1_760_000_000_000 + index}`,
          `agent.${randomName(10)}.inbox`,
        ],
      ];
      for (const name of names) expect(mask(name)).toBe(name);
    }
  });

  it('names the detector, keeps what surrounds the match, and joins what overlaps', () => {
    const words = createIdentifierMask(wordScanner({ sesame: 'short', 'open-sesame': 'long', 'sesame-seed': 'other' }));
    expect(words('room.sesame.x')).toBe('room.[masked:short].x');
    expect(words('öä open-sesame-seed ü')).toBe('öä [masked:long] ü');
    expect(words('sesame sesame')).toBe('[masked:short] [masked:short]');
    expect(words('nothing here')).toBe('nothing here');
    expect(words('')).toBe('');
  });

  it('looks at the same name once', () => {
    const scans: string[] = [];
    const counting = createIdentifierMask(wordScanner({ sesame: 'word' }, scans));
    for (let index = 0; index < 5; index += 1) expect(counting('a-sesame')).toBe('a-[masked:word]');
    expect(scans).toEqual(['a-sesame']);
  });

  it('remembers no long texts, and forgets names in time [P8]', () => {
    const scans: string[] = [];
    const counting = createIdentifierMask(wordScanner({}, scans));
    counting('a'.repeat(512));
    counting('a'.repeat(512));
    expect(scans).toHaveLength(1);
    counting('a'.repeat(513));
    counting('a'.repeat(513));
    expect(scans).toHaveLength(3);
    for (let index = 0; index < 10_000; index += 1) counting(`name${index}`);
    counting('name0');
    expect(scans).toHaveLength(3 + 10_000 + 1);
  });

  it('cuts long texts, and shows no beginning of what lies across the cut [P8]', () => {
    const words = createIdentifierMask(wordScanner({ sesame: 'word' }));
    const filler = ' '.repeat(TEXT_CHARS_MAX - 3);
    expect(words(`${filler}ses`)).toBe(`${filler}ses`);
    const masked = words(`sesame${filler}sesame`);
    expect(masked.startsWith('[masked:word] ')).toBe(true);
    expect(masked.endsWith('…')).toBe(true);
    expect(masked).not.toContain('s'.repeat(2));
    expect(masked).not.toContain('ses');
    expect(masked.length).toBeLessThan(TEXT_CHARS_MAX);
  });

  it('hides a text that is too costly to look at', () => {
    const costly = createIdentifierMask({ scan: (_bytes, _from, _to, work) => void work.spend(1e9) });
    expect(costly('room-open-sesame')).toBe(UNREADABLE);
  });

  it('spends a bounded amount on any name, hostile ones too [P8]', () => {
    const scanner = createScanner(SECRETS);
    let spent = 0;
    const watching = createIdentifierMask({
      scan(bytes, from, to, work, onMatch) {
        scanner.scan(bytes, from, to, work, onMatch);
        ({ spent } = work);
      },
    });
    const hostile = ['ghp_'.repeat(32), 'sk-'.repeat(42), 'sk-ghp_'.repeat(18), 'eyJ-'.repeat(32)];
    for (const name of [...hostile, 'a.'.repeat(64), '-'.repeat(128), `${'abcdefghi-'.repeat(12)}abcdefgh`]) {
      expect([name, UNREADABLE]).toContain(watching(name));
      expect(spent).toBeLessThanOrEqual(128 * 128);
    }
  });
});
