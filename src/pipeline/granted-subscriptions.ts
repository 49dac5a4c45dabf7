/**
 * Subscriptions a credential names are joined by the server when the session opens: after its welcome, before anything
 * the client sends, with the same checks and limits as a join of its own. [T-AUTH-7] [P6]
 *
 * What was joined is told as the result of a join without a correlation id, its room and channel on the envelope, so
 * that the client knows positions to recover from; what was not, as an error with the same room and channel.
 */
import { joinAs } from '../commands/join.js';
import { parseAddress, parseChannelPattern } from '../protocol/address.js';
import { wire } from '../protocol/codec.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { errorFrame } from '../protocol/server-frames.js';
import { PROTOCOL_MAJOR } from '../protocol/version.js';
import type { PipelinePorts } from './ports.js';
import type { Session } from './session.js';

/** Commands are answered by the id of their envelope; nobody sent this one. */
const UNASKED = '';

export function joinGranted(ports: PipelinePorts, session: Session): void {
  for (const address of session.principal.subscriptions) joinOne(ports, session, address);
}

function joinOne(ports: PipelinePorts, session: Session, text: string): void {
  const parsed = parseAddress(text);
  const pattern = parsed.ok ? parseChannelPattern(parsed.value.channel) : null;
  if (!parsed.ok || pattern === null) {
    // An authenticator that lets it through is mistaken, not the client; it has no address to name.
    session.enqueueFrame(errorFrame(rejection('INVALID_IDENTIFIER', 'subscriptions')));
    return;
  }
  const { room, channel } = parsed.value;
  const reject = (refused: Rejection): void => session.enqueueFrame(errorFrame(refused, { room, channel }));
  joinAs(
    {
      correlationId: UNASKED,
      session,
      ports: ports.commands,
      reply: {
        result: (result) => session.enqueueFrame(joinedFrame({ room, channel }, result)),
        frame: (frame) => session.enqueueFrame(frame),
        reject,
      },
    },
    { room, channelText: channel, pattern, recover: [], rewind: 0, group: '', responder: false },
  );
}

function joinedFrame(place: { room: string; channel: string }, commandResult: wire.ICommandResult): Uint8Array {
  const type = wire.MessageType.COMMAND_RESULT;
  return wire.Frame.encode({ envelopes: [{ version: PROTOCOL_MAJOR, type, ...place, commandResult }] }).finish();
}
