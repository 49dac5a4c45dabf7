/**
 * A frame for a client of another node: the inter-node form of an envelope, the only one that carries `tenant_id`.
 * The receiving node looks the client up under that tenant, so a forged id cannot cross tenants. [P7]
 */
import { wire } from '../protocol/codec.js';
import { PROTOCOL_MAJOR } from '../protocol/version.js';

export interface NodeDelivery {
  readonly tenant: string;
  /** Client id of the receiver. */
  readonly target: string;
  /** One complete, stamped Frame. */
  readonly frame: Uint8Array;
}

export function encodeDelivery(delivery: NodeDelivery): Uint8Array {
  return wire.Envelope.encode({
    version: PROTOCOL_MAJOR,
    type: wire.MessageType.SYSTEM,
    tenantId: delivery.tenant,
    target: delivery.target,
    payload: delivery.frame,
  }).finish();
}

/** @returns null when the bytes are not a delivery: another node of another version may send what we do not know. */
export function decodeDelivery(bytes: Uint8Array): NodeDelivery | null {
  try {
    const { tenantId, target, payload } = wire.Envelope.decode(bytes);
    if (!tenantId || !target || !payload?.length) return null;
    // The decoder aliases its input; the outbox keeps the frame past this call.
    return { tenant: tenantId, target, frame: Uint8Array.from(payload) };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
