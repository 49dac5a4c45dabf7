/** The Prometheus text format, as far as the server writes it: a series (name and labels) and its value per line. */
export type Metrics = ReadonlyMap<string, number>;

export function parseMetrics(text: string): Metrics {
  const values = new Map<string, number>();
  for (const line of text.split('\n')) {
    const end = line.lastIndexOf(' ');
    if (end > 0 && !line.startsWith('#')) values.set(line.slice(0, end), Number(line.slice(end + 1)));
  }
  return values;
}

/** Series that grew, and by how much. */
export function growthOf(before: Metrics, after: Metrics): Map<string, number> {
  const grown = new Map<string, number>();
  for (const [series, value] of after) {
    const delta = value - (before.get(series) ?? 0);
    if (delta > 0) grown.set(series, delta);
  }
  return grown;
}
