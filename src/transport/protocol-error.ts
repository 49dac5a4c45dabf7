/** The close code `ws` answers a violation of RFC 6455 with, by the code of its error (ws, doc/ws.md). */
const CODES: ReadonlyMap<string, number> = new Map([
  ['WS_ERR_INVALID_UTF8', 1007],
  ['WS_ERR_TOO_MANY_BUFFERED_PARTS', 1008],
  ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', 1009],
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 1009],
]);

const PROTOCOL_ERROR = 1002;

export function protocolErrorCode(error: Error): number {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CODES.get(code) ?? PROTOCOL_ERROR;
}
