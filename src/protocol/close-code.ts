/** WebSocket close codes of our own, from the proto. 4000-4499: connect again. 4500-4999: terminal. */
import { wire } from './codec.js';

export const CloseCode = wire.CloseCode;
export type CloseCode = wire.CloseCode;

/** Whether a client should connect again by itself after this close code; standard codes (1xxx) reconnect. */
export function isReconnectable(code: number): boolean {
  return code < 4500 || code > 4999;
}
