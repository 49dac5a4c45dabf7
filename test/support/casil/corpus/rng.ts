/**
 * Repeatable random text for the corpus. Deliberately not what the detectors' own samples are made with: a mistake in
 * a declaration must not repeat itself in what is meant to catch it.
 */
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

export class Rng {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, below); mulberry32. */
  int(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  /** In [least, most]. */
  between(least: number, most: number): number {
    return least + this.int(most - least + 1);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.int(choices.length)] as T;
  }

  of(alphabet: string, length: number): string {
    let text = '';
    for (let index = 0; index < length; index += 1) text += alphabet.charAt(this.int(alphabet.length));
    return text;
  }

  hex(length: number): string {
    return this.of('0123456789abcdef', length);
  }

  digits(length: number): string {
    return this.of('123456789', 1) + this.of(DIGITS, length - 1);
  }

  alnum(length: number): string {
    return this.of(LOWER + UPPER + DIGITS, length);
  }

  lower(length: number): string {
    return this.of(LOWER + DIGITS, length);
  }

  upper(length: number): string {
    return this.of(UPPER + DIGITS, length);
  }

  base32(length: number): string {
    return this.of(`${UPPER}234567`, length);
  }

  base64url(length: number): string {
    return this.of(`${LOWER}${UPPER}${DIGITS}-_`, length);
  }

  base64(length: number): string {
    return this.of(`${LOWER}${UPPER}${DIGITS}+/`, length);
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.int(256)));
  }

  uuid(): string {
    const hex = this.hex(32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
