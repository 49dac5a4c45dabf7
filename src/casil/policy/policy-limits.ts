/** The bounds of the configuration that policies have to keep to. A policy may be stricter, never looser. */
import { formatByteCount } from '../../documents/values.js';
import type { OversizeBehavior } from './compiled-policy.js';
import type { PolicyReport } from './policy-problem.js';
import type { PolicyFile } from './policy-schema.js';

export interface PolicyLimits {
  /** `casil.limits.max_inspect_bytes`; no bound if unset. */
  readonly inspectBytesMax?: number;
  /** `casil.limits.oversize`; any behavior goes if unset. */
  readonly oversize?: OversizeBehavior;
}

/** Later is stricter: unseen, seen in part, refused. */
const BY_STRICTNESS: readonly OversizeBehavior[] = ['allow', 'inspect_prefix', 'block'];

export function reportLooseLimits({ limits }: PolicyFile, server: PolicyLimits, report: PolicyReport): void {
  const { max_inspect_bytes: bytes, oversize } = limits;
  if (bytes !== undefined && server.inspectBytesMax !== undefined && bytes > server.inspectBytesMax) {
    const most = formatByteCount(server.inspectBytesMax);
    const problem = `limits.max_inspect_bytes ${formatByteCount(bytes)} is more than the server allows (${most})`;
    report.error('POL004', ['limits', 'max_inspect_bytes'], problem, `at most ${most}`, [
      'raise casil.limits.max_inspect_bytes of the server, or lower that of the policy',
    ]);
  }
  if (oversize === undefined || server.oversize === undefined) return;
  if (BY_STRICTNESS.indexOf(oversize) >= BY_STRICTNESS.indexOf(server.oversize)) return;
  const problem = `limits.oversize ${oversize} is looser than that of the server (${server.oversize})`;
  report.error('POL004', ['limits', 'oversize'], problem, 'block is stricter than inspect_prefix, and that than allow');
}
