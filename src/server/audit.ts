/** The audit log of a running server, where the configuration wants one. [T-AUD-1] */
import type { Clock } from '../base/clock.js';
import { openAuditFile, type AuditFile } from '../telemetry/audit-file.js';
import { createAuditSink } from '../telemetry/audit-sink.js';
import type { TelemetrySink } from '../telemetry/telemetry.js';

export interface AuditLog {
  /** Null where nothing is audited. */
  readonly sink: TelemetrySink | null;
  reopen(): void;
  lostLines(): number;
  close(timeoutMs: number): Promise<void>;
}

/** Whoever wants an audit log must not run without one, so a server does not start then. */
export class AuditFileError extends Error {
  override readonly name = 'AuditFileError';

  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(`cannot open the audit log: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/**
 * @param onTrouble hears once that lines are being lost
 * @throws AuditFileError
 */
export function startAudit(file: string | undefined, clock: Clock, onTrouble: (reason: string) => void): AuditLog {
  if (file === undefined) {
    return { sink: null, reopen: () => undefined, lostLines: () => 0, close: () => Promise.resolve() };
  }
  const opened = open(file, onTrouble);
  return {
    sink: createAuditSink(opened, clock),
    reopen: () => opened.reopen(),
    lostLines: () => opened.lostLines(),
    close: (timeoutMs) => opened.close(timeoutMs),
  };
}

function open(file: string, onTrouble: (reason: string) => void): AuditFile {
  try {
    return openAuditFile(file, onTrouble);
  } catch (error) {
    throw new AuditFileError(file, error);
  }
}
