/** What a valid configuration may still get wrong: values that contradict each other, or are not safe together. */
import { AUTH_CHECKS } from './auth-checks.js';
import { EXPOSURE_CHECKS } from './exposure-checks.js';
import { finding, type Finding } from './finding.js';
import type { Config } from './schema.js';
import { formatByteCount, formatDuration } from '../documents/values.js';

/** Bytes an envelope and its Frame may need beside the payload: ids, address, content type, a few headers. */
export const ENVELOPE_OVERHEAD_BYTES = 1024;

export interface Surroundings {
  /** ARQONBUS_ADMIN_TOKEN is set. */
  readonly adminTokenInEnvironment: boolean;
  /** Whether the setting was written anywhere, rather than left to its default. */
  readonly isWritten: (path: readonly string[]) => boolean;
}

/** One line per rule; each returns what it finds. */
const CHECKS: readonly ((config: Config, surroundings: Surroundings) => readonly Finding[])[] = [
  ...EXPOSURE_CHECKS,
  ...AUTH_CHECKS,
  adminHasToken,
  timeoutsAgree,
  limitsAgree,
  roomsCanReachTheirDurability,
  roomRowsCanMatch,
  enforcingNamesItsDefault,
  payloadsCanBeInspected,
];

export function checkSemantics(config: Config, surroundings: Surroundings): Finding[] {
  return CHECKS.flatMap((check) => check(config, surroundings));
}

// [S-ADM-1]
function adminHasToken({ admin }: Config, { adminTokenInEnvironment }: Surroundings): Finding[] {
  if (!admin.enabled || admin.token_file !== undefined || adminTokenInEnvironment) return [];
  return [
    finding('CFG022', ['admin', 'enabled'], 'the admin API is enabled but has no token', 'add admin.token_file', [
      'set admin.token_file to a file only you can read, or set ARQONBUS_ADMIN_TOKEN',
    ]),
  ];
}

function timeoutsAgree({ server, transport }: Config): Finding[] {
  const findings: Finding[] = [];
  if (transport.pong_deadline >= transport.ping_interval) {
    const problem = `transport.pong_deadline must be shorter than ping_interval (${formatDuration(transport.ping_interval)})`;
    findings.push(
      finding('CFG023', ['transport', 'pong_deadline'], problem, 'the next ping would go out before the answer is due'),
    );
  }
  if (transport.headers_timeout > transport.request_timeout) {
    const problem = `transport.headers_timeout must not be longer than request_timeout (${formatDuration(transport.request_timeout)})`;
    findings.push(finding('CFG023', ['transport', 'headers_timeout'], problem, 'the headers are part of the request'));
  }
  if (server.drain_retry_min > server.drain_retry_max) {
    const problem = `server.drain_retry_min must not be longer than drain_retry_max (${formatDuration(server.drain_retry_max)})`;
    findings.push(finding('CFG023', ['server', 'drain_retry_min'], problem, 'it is the lower end of the window'));
  }
  return findings;
}

function limitsAgree({ limits }: Config): Finding[] {
  const findings: Finding[] = [];
  const frameBytesMin = limits.payload_bytes_max + ENVELOPE_OVERHEAD_BYTES;
  if (limits.frame_bytes_max < frameBytesMin) {
    const problem = `limits.frame_bytes_max must be at least payload_bytes_max + 1KiB (${formatByteCount(frameBytesMin)})`;
    findings.push(finding('CFG024', ['limits', 'frame_bytes_max'], problem, 'the largest payload would not fit'));
  }
  if (limits.inbound_bytes_max < limits.frame_bytes_max) {
    const problem = `limits.inbound_bytes_max must be at least frame_bytes_max (${formatByteCount(limits.frame_bytes_max)})`;
    findings.push(finding('CFG024', ['limits', 'inbound_bytes_max'], problem, 'not one full message would fit'));
  }
  if (limits.outbox_bytes_max < limits.batch_bytes_max) {
    const problem = `limits.outbox_bytes_max must be at least batch_bytes_max (${formatByteCount(limits.batch_bytes_max)})`;
    findings.push(finding('CFG024', ['limits', 'outbox_bytes_max'], problem, 'one batch would already pass the bound'));
  }
  return findings;
}

// [P3]
function roomsCanReachTheirDurability({ rooms, storage }: Config): Finding[] {
  return rooms.flatMap((room, index) => {
    const path = ['rooms', index, 'minimum_durability'];
    if (storage.type === 'memory' && room.minimum_durability === 'stored') {
      const problem = `room row ${room.match} asks for stored messages, and storage.type memory cannot store`;
      return [finding('CFG025', path, problem, 'every publish would be refused')];
    }
    if (room.retention.count === 0 && room.minimum_durability !== 'none') {
      const problem = `room row ${room.match} asks for ${room.minimum_durability} messages but its retention.count is 0`;
      return [finding('CFG025', path, problem, 'every publish would be refused')];
    }
    return [];
  });
}

function roomRowsCanMatch({ rooms }: Config): Finding[] {
  return rooms.flatMap((room, index) => {
    const earlier = rooms.slice(0, index).find((other) => coversRoom(other.match, room.match));
    if (earlier === undefined) return [];
    const problem = `room row ${room.match} never matches, because row ${earlier.match} before it matches the same rooms`;
    return [
      {
        ...finding('CFG030', ['rooms', index, 'match'], problem, 'move it up or remove it'),
        severity: 'warning' as const,
      },
    ];
  });
}

// [C-CFG-1]
function enforcingNamesItsDefault({ casil }: Config, { isWritten }: Surroundings): Finding[] {
  const path = ['casil', 'default_decision'];
  if (!casil.enabled || casil.mode !== 'enforce' || isWritten(path)) return [];
  const problem = 'casil.mode enforce needs casil.default_decision: what happens to a message that cannot be inspected';
  return [finding('CFG026', ['casil', 'mode'], problem, '', ['write default_decision: block, or allow, below casil'])];
}

function payloadsCanBeInspected({ casil, limits }: Config): Finding[] {
  const { max_inspect_bytes: inspectBytesMax, oversize } = casil.limits;
  if (!casil.enabled || oversize !== 'allow' || limits.payload_bytes_max <= inspectBytesMax) return [];
  const problem = `payloads between casil.limits.max_inspect_bytes (${formatByteCount(inspectBytesMax)}) and limits.payload_bytes_max pass without inspection`;
  const hint = 'set casil.limits.oversize to block or inspect_prefix';
  return [{ ...finding('CFG031', ['limits', 'payload_bytes_max'], problem, hint), severity: 'warning' }];
}

/** Whether every room that `inner` matches is matched by `outer`. */
function coversRoom(outer: string, inner: string): boolean {
  return outer.endsWith('*') ? inner.startsWith(outer.slice(0, -1)) : outer === inner;
}
