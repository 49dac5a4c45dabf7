import type { Telemetry } from '../telemetry/events.js';
import type { StatusView } from './status-view.js';

/** What the admin API may ask: read-only figures. None of it holds a payload or a credential. [P9] */
export interface AdminPorts {
  /** Version of the program. */
  readonly version: string;
  status(): StatusView;
  metricsText(): Promise<string>;
  /** Whether new clients are welcome here; if not, why, for people. */
  ready(): { readonly ready: boolean; readonly reasons: readonly string[] };
  readonly telemetry: Telemetry;
}
