/** Medians with their noise: a figure without its spread would invite reading too much into it. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Throws on an empty list: a median of nothing is a bug of the caller. */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || min === undefined || max === undefined) {
    throw new RangeError('no values to summarize');
  }
  return { median: (low + high) / 2, min, max };
}

/** Three significant digits, so that 0.26 and 31.4 can stand in one table. */
export const threeDigits = (value: number): string => {
  if (value === 0) return '0';
  return value >= 1000 ? String(Math.round(value)) : value.toPrecision(3);
};
