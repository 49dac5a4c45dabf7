/** Version of the wire protocol and its WebSocket subprotocol (RFC 6455, section 1.9). */
export const PROTOCOL_MAJOR = 1;
export const PROTOCOL_VERSION = '1.0';
export const SUBPROTOCOL = 'arqonbus.v1';
/** A second subprotocol `bearer.<token>` carries a credential; it is never echoed. */
export const BEARER_SUBPROTOCOL_PREFIX = 'bearer.';
