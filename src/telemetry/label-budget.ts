/** Label values come from rooms and reasons, and each value is a time series for ever: only the first few get one. */

/** What all values past the budget share. */
export const OTHER_LABEL = 'other';

/** @returns the value itself for the first `valuesMax` distinct ones, then `other`. */
export function createLabelBudget(valuesMax: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= valuesMax) return OTHER_LABEL;
    known.add(value);
    return value;
  };
}
