/**
 * The numbers operators watch, in the Prometheus text format under `arqonbus_*`. Counters of the hot path are plain
 * numbers that are read when someone scrapes; everything else is counted from events. No label ever holds what a
 * client can make up without bound. [CON VIII.1] [P9]
 */
import { Registry } from 'prom-client';
import { readCasilOnScrape } from './casil-metrics.js';
import { countEvents } from './event-metrics.js';
import type { MetricsPorts } from './metrics-ports.js';
import { readOnScrape } from './scraped-metrics.js';
import type { TelemetrySink } from './telemetry.js';

export interface MetricsOptions {
  readonly build: { readonly version: string; readonly nodeId: string };
  /** Rooms with a label of their own; the rest share `other`. */
  readonly roomsMax: number;
}

export interface Metrics {
  readonly sink: TelemetrySink;
  readonly contentType: string;
  /** @throws what a port throws */
  text(): Promise<string>;
}

export function createMetrics(ports: MetricsPorts, options: MetricsOptions): Metrics {
  const registry = new Registry();
  readOnScrape(registry, ports, options.build);
  const casilText = readCasilOnScrape(() => ports.casil?.() ?? null);
  return {
    sink: countEvents(registry, { roomsMax: options.roomsMax }),
    contentType: registry.contentType,
    text: async () => (await registry.metrics()) + (await casilText()),
  };
}
