/** What an envelope must hold as a whole, judged after its last byte. Tested against the proto's required options. */
import type { EnvelopeView } from './envelope-view.js';
import { COMMAND_FIELD, HELLO_FIELD } from './field-table.js';
import { rejection, type Rejection } from './rejection.js';

// The client's MessageType numbers, as plain constants: this runs once per message.
const EVENT = 1;
const TELEMETRY = 2;
const DIRECT = 3;
const REQUEST = 4;
const REPLY = 5;
const COMMAND = 6;

const VERSION_BIT = 1 << 1;
const TYPE_BIT = 1 << 2;

/** @param seen bit n says that field n (below 32) occurred. */
export function refuseIncomplete(seen: number, view: EnvelopeView): Rejection | null {
  if ((seen & VERSION_BIT) === 0) return rejection('MISSING_FIELD', 'version');
  if ((seen & TYPE_BIT) === 0) return rejection('MISSING_FIELD', 'type');
  if (view.idEnd === 0) return rejection('MISSING_FIELD', 'id');
  if (view.type !== COMMAND && view.bodyField !== 0) {
    return rejection('FORBIDDEN_FIELD', view.bodyField === HELLO_FIELD ? 'hello' : 'command');
  }
  switch (view.type) {
    case EVENT:
    case TELEMETRY:
      return refuseWithoutAddress(view);
    case DIRECT:
      return view.targetEnd === 0 ? rejection('MISSING_FIELD', 'target') : null;
    case REQUEST:
      // To one client, or to the responders of a channel.
      if (view.targetEnd !== 0) return null;
      return view.roomEnd === 0 && view.channelEnd === 0
        ? rejection('MISSING_FIELD', 'target')
        : refuseWithoutAddress(view);
    case REPLY:
      if (view.targetEnd === 0) return rejection('MISSING_FIELD', 'target');
      return view.correlationEnd === 0 ? rejection('MISSING_FIELD', 'correlation_id') : null;
    default:
      return view.bodyField === HELLO_FIELD || view.bodyField === COMMAND_FIELD
        ? null
        : rejection('MISSING_FIELD', 'body');
  }
}

function refuseWithoutAddress(view: EnvelopeView): Rejection | null {
  if (view.roomEnd === 0) return rejection('MISSING_FIELD', 'room');
  return view.channelEnd === 0 ? rejection('MISSING_FIELD', 'channel') : null;
}
