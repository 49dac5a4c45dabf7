/**
 * COMMAND: inspects its arguments, hands the body to the command layer and frames its one answer for this session. Its
 * envelope needs no address, so only policies for everything cover it. [S-CMD-1] [C-SURF-1]
 */
import type { CommandReply } from '../commands/command.js';
import { dispatchCommand } from '../commands/dispatch.js';
import type { EnvelopeView } from '../protocol/envelope-view.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { commandResultFrame, errorFrame } from '../protocol/server-frames.js';
import type { PipelinePorts } from './ports.js';
import { refuseBlocked } from './refuse-blocked.js';
import type { Session } from './session.js';
import { createUnaddressedInspect } from './unaddressed-inspect.js';

const COMMAND_FIELD = 50;

export interface CommandStep {
  /** Returns why the scanned envelope was refused before it became a command, or null. */
  run(session: Session, view: EnvelopeView): Rejection | null;
}

export function createCommandStep(ports: PipelinePorts): CommandStep {
  const unaddressed = createUnaddressedInspect(ports.inspector);
  return {
    run(session, view) {
      if (view.bodyField !== COMMAND_FIELD) return rejection('ALREADY_WELCOMED', 'hello');
      const inspection = unaddressed(session.tenant)(view, session);
      if (inspection.outcome === 'block') return refuseBlocked(inspection, ports.exposeMetadata);
      const correlationId = view.id();
      dispatchCommand(view.bytes.subarray(view.bodyStart, view.bodyEnd), {
        correlationId,
        session,
        ports: ports.commands,
        reply: replyTo(ports, session, correlationId),
      });
      return null;
    },
  };
}

function replyTo(ports: PipelinePorts, session: Session, correlationId: string): CommandReply {
  return {
    result: (result) => session.enqueueFrame(commandResultFrame(correlationId, result)),
    frame: (frame) => session.enqueueFrame(frame),
    reject: (refused) => {
      if (refused.name === 'LIMIT_EXCEEDED') ports.limiter.reportRefused(refused, session);
      session.enqueueFrame(errorFrame(refused, { correlationId }));
    },
  };
}
